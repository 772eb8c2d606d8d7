import { addMinutes } from 'date-fns'
import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { sayClearTime, sayMoment, sayZone } from '#app/time/say.ts'
import type { BookingRequest } from '../booking.ts'

const minutesOfUse = 30

/** Asks whoever owns the address, in our words alone: nothing that was typed is in it. */
export async function tellToConfirm(
  tx: Transaction,
  { start, timeZone, email }: BookingRequest,
  asked: { publicId: string; linkVersion: number; now: Date },
): Promise<void> {
  const until = addMinutes(asked.now, minutesOfUse)
  await enqueue(tx, {
    kind: 'booking-to-confirm',
    to: { name: '', address: email },
    dedupeKey: `unconfirmed:${asked.publicId}`,
    notAfter: until,
    props: {
      firm: firmInLetters,
      when: sayMoment(start, timeZone),
      until: `${sayClearTime(until, timeZone)} (${sayZone(timeZone, until)})`,
      confirmUrl: env.APP_URL + paths.confirmBooking(signLink('confirm', asked)),
    },
  })
}
