import { bookSlot } from '#app/booking/book-slot.server.ts'
import { db } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { holderUntilConfirmed } from './ask-to-confirm.server.ts'
import { readUnconfirmed } from './find-unconfirmed.server.ts'

/** Staff book what waits to be confirmed by mail, if its time can still be had. Gives the number of the lead. */
export async function releaseBooking(
  id: string,
  { now, actorId }: { now: Date; actorId: string },
): Promise<Outcome<number, 'not-found' | 'lost'>> {
  const submission = await db.submission.findUnique({ where: { id, kind: 'booking' } })
  const waiting = submission && readUnconfirmed(submission)
  if (!waiting) return refused('not-found')

  const { request, attachTo, held } = waiting
  const booked = await bookSlot(request, { now, attachTo, heldBy: holderUntilConfirmed(request), held })
  if (!booked.ok) return refused('lost')
  const { leadId, lead } = booked.value.booking
  const event = { kind: 'released' as const, reasons: submission.reasons }
  await db.$transaction((tx) => recordEvent(tx, { leadId, at: now, actorId, event }))
  return done(lead.ref)
}
