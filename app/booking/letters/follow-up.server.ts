import { addDays, addMinutes, max } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { paths } from '#app/paths.ts'
import type { BookingStatus } from '#app/prisma/enums.ts'
import { bookAgainUrl, visitorProps } from './booking-letters.server.ts'

const kind = 'booking-follow-up'

/** What was said by mistake is put right within the hour, and the letter goes by what is said when its turn comes. */
const minutesToCorrect = 60

/** Later than this after the meeting the letter would only puzzle. */
const daysOfUse = 3

const outcomes = { attended: 'attended', no_show: 'missed' } as const
type Outcome = keyof typeof outcomes

/** Plans the letter after the meeting, once staff have said whether the visitor came; a booking gets one at most. */
export async function planFollowUp(tx: Transaction, booking: MadeBooking, now: Date): Promise<void> {
  if (!isOutcome(booking.status) || !booking.type.followUp) return
  const runAt = max([booking.endsAt, addMinutes(now, minutesToCorrect)])
  const notAfter = addDays(booking.endsAt, daysOfUse)
  if (runAt > notAfter || (await hasHadOne(tx, booking))) return

  await enqueue(tx, {
    kind,
    to: { name: booking.visitorName, address: booking.visitorEmail },
    dedupeKey: `booking:${booking.id}:${booking.sequence}:follow-up-${booking.status}`,
    bookingId: booking.id,
    leadId: booking.leadId,
    runAt,
    notAfter,
    props: {
      ...visitorProps(booking),
      what: outcomes[booking.status],
      startUrl: env.APP_URL + paths.start(),
      bookUrl: bookAgainUrl(booking),
    },
  })
}

/** Whether a letter after the meeting says what staff say now, and the type still has it; true for every other letter. */
export function isFollowUpDue(
  letter: { kind: string; dedupeKey: string },
  booking: { status: BookingStatus; type: { followUp: boolean } },
): boolean {
  if (letter.kind !== kind) return true
  return booking.type.followUp && letter.dedupeKey.endsWith(`:follow-up-${booking.status}`)
}

async function hasHadOne(tx: Transaction, { id }: MadeBooking): Promise<boolean> {
  const where = { bookingId: id, kind, state: { in: ['sending' as const, 'sent' as const] } }
  return (await tx.letter.count({ where })) > 0
}

function isOutcome(status: BookingStatus): status is Outcome {
  return Object.hasOwn(outcomes, status)
}
