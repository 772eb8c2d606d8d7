import { z } from 'zod'
import { parseFormData } from '#app/ops/forms.server.ts'
import { done } from '#app/ops/outcome.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { cancelSchema, refusalWords, rescheduleSchema, tooLate } from './booking.ts'
import { cancelBooking, type CancelRefusal } from './cancel-booking.server.ts'
import { changeGuests, type GuestsRefusal } from './guests/change-guests.server.ts'
import { guestsSchema } from './guests/guests.ts'
import { rescheduleBooking, type RescheduleRefusal } from './reschedule-booking.server.ts'

type Refused = {
  ok: false
  errors: FormErrors
  typed: { reason?: string; guests?: string }
  status: number
  retryAfterSeconds?: number
}
type Changed = { ok: true; value: 'moved' | 'guests' | undefined } | Refused
type About = { ip: string; now: Date }

/** Does what one of the forms asks on the page of a booking that its visitor has the link of (`intent` says which). */
export async function changeOwnBooking(bookingId: string, form: FormData, about: About): Promise<Changed> {
  switch (form.get('intent')) {
    case 'cancel':
      return cancel(bookingId, form, about)
    case 'guests':
      return invite(bookingId, form, about)
    default:
      return move(bookingId, form, about)
  }
}

async function move(bookingId: string, posted: FormData, { now }: About): Promise<Changed> {
  const form = parseFormData(rescheduleSchema, posted)
  if (!form.ok) return refuse(form.errors)
  const outcome = await rescheduleBooking({ bookingId, start: form.value.start, by: 'visitor' }, now)
  return outcome.ok ? done('moved') : refuseFor(outcome)
}

async function cancel(bookingId: string, posted: FormData, { now }: About): Promise<Changed> {
  const form = parseFormData(cancelSchema, posted)
  if (!form.ok) return refuse(form.errors, { reason: typedText(form.values, 'reason') })
  const outcome = await cancelBooking({ bookingId, reason: form.value.reason, by: 'visitor' }, now)
  return outcome.ok ? done(undefined) : refuseFor(outcome)
}

/** Each change may write to people who did not ask for it, so it counts like a form that is sent. */
async function invite(bookingId: string, posted: FormData, { ip, now }: About): Promise<Changed> {
  const form = parseFormData(z.object({ guests: guestsSchema }), posted)
  const typed = { guests: typedText(form.values, 'guests') }
  if (!form.ok) return refuse(form.errors, typed)
  const taken = await takeForForm(ip)
  if (!taken.ok) {
    const { retryAfterSeconds } = taken
    const words = `You have sent several forms already. Send this one again ${sayWait(retryAfterSeconds)}.`
    return { ok: false, errors: { '': [words] }, typed, status: 429, retryAfterSeconds }
  }
  const outcome = await changeGuests({ bookingId, guests: form.value.guests }, now)
  return outcome.ok ? done('guests') : refuseFor(outcome)
}

type ChangeRefusal = RescheduleRefusal | CancelRefusal | GuestsRefusal

function refuseFor({ reason }: { reason: ChangeRefusal }): Refused {
  return { ...refuse({ '': [changeRefusalWords[reason]] }), status: 409 }
}

function refuse(errors: FormErrors, typed: Refused['typed'] = {}): Refused {
  return { ok: false, errors, typed, status: 422 }
}

const changeRefusalWords: Record<ChangeRefusal, string> = {
  ...refusalWords,
  taken: 'Somebody has just booked that time. Your consultation stays where it was: choose another time.',
  'not-open': 'This consultation was cancelled or is over, so it cannot be changed.',
  'cut-off': tooLate,
}
