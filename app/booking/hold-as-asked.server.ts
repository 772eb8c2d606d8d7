import { findAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { describeFreeTime, type Face, type FreeTime } from '#app/booking/picker/chosen-time.ts'
import { sayWait } from '#app/ops/rate-limits.server.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { refusalWords, sayGone } from './booking.ts'
import { describeHeld } from './held-words.server.ts'
import type { HeldWords } from './held.tsx'
import { reserveFrom } from './hold-allowance.server.ts'
import { holdCookie, holderOf, holdTokenOf, newHoldToken } from './hold-token.server.ts'
import type { Wanted } from './hosts-in-turn.server.ts'

/** What becomes of the form in which the button was pressed. */
export type HoldAnswer = {
  held: HeldWords | null | undefined
  errors: FormErrors
  nearby: FreeTime[]
  gone: string | null
  status: number
  headers?: HeadersInit
}

/** Holds the time of a form that is being filled in, or holds it ten minutes longer. */
export async function holdAsAsked(
  request: Request,
  wanted: Wanted,
  { face, ip, now }: { face: Face; ip: string; now: Date },
): Promise<HoldAnswer> {
  const token = holdTokenOf(request) ?? newHoldToken()
  const heldBy = holderOf(token)
  const outcome = await reserveFrom(ip, { ...wanted, heldBy, timeZone: face.timeZone }, now)
  if (!outcome.ok && outcome.reason === 'too-often') {
    const words = `Many times are held from your address just now. Book without holding, or hold one ${sayWait(outcome.retryAfterSeconds)}.`
    return { held: undefined, errors: { '': [words] }, nearby: [], gone: null, status: 429 }
  }
  if (!outcome.ok) {
    const { type: typeSlug, host: hostSlug, start } = wanted
    const nearby = await findAlternatives({ typeSlug, hostSlug, start, reservedBy: heldBy }, now)
    return {
      held: null,
      errors: { '': [refusalWords[outcome.reason]] },
      nearby: nearby.map((time) => describeFreeTime(time, face, now)),
      gone: sayGone(outcome.reason),
      status: 409,
    }
  }
  return {
    held: describeHeld(outcome.value, wanted.start.toISOString(), face),
    errors: {},
    nearby: [],
    gone: null,
    status: 200,
    headers: { 'Set-Cookie': holdCookie(token) },
  }
}
