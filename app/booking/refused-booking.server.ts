import { findAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { describeFreeTime, type Face, type FreeTime } from '#app/booking/picker/chosen-time.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { refusalWords, sayGone, type BookingRefusal, type BookingRequest } from './booking.ts'
import type { WrongDetails } from './check-details.server.ts'

/** What the form says when it comes back. `gone`: a word beside a time that could not be had. */
export type RefusedBooking = { errors: FormErrors; nearby: FreeTime[]; gone: string | null; status: number }

/** A booking that was refused, in words, with the nearest free times of the same type and person if its time was lost. */
export async function describeRefusal(
  refusal: { reason: BookingRefusal } | WrongDetails,
  wanted: BookingRequest,
  { face, heldBy, now }: { face: Face; heldBy: string | undefined; now: Date },
): Promise<RefusedBooking> {
  if (refusal.reason === 'details') return { errors: refusal.errors, nearby: [], gone: null, status: 422 }

  const gone = sayGone(refusal.reason)
  const { type: typeSlug, host: hostSlug, start, timeZone } = wanted
  const nearby = gone ? await findAlternatives({ typeSlug, hostSlug, start, reservedBy: heldBy }, now) : []
  const field = refusal.reason === 'too-many-open' ? 'email' : ''
  return {
    errors: { [field]: [refusalWords[refusal.reason]] },
    nearby: nearby.map((time) => describeFreeTime(time, { ...face, timeZone }, now)),
    gone,
    status: refusal.reason === 'key-reused' ? 422 : 409,
  }
}
