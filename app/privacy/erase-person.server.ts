import { hostInvitation } from '#app/booking/letters/booking-invitations.server.ts'
import { hostAddress, hostName, noticeProps } from '#app/booking/letters/booking-letters.server.ts'
import { findBooking } from '#app/booking/made-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { addressHash } from './address-hash.server.ts'

/** Reading every letter and timeline for an address may take longer than a page may. */
const longestErasure = { timeout: 120_000, maxWait: 12_000 }

/**
 * Erases a person for good, in one transaction: their coming consultations are cancelled and their hosts told, and the
 * database's own function empties everything that is theirs. Nobody is written to at the address itself.
 */
export async function erasePerson(email: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', '120s', true)`
    await lockFor(tx, 'person', email)
    const cancelled = await cancelComing(tx, email, now)
    await tx.$executeRaw`SELECT erase_person(${email}, ${addressHash(email)})`
    for (const id of cancelled) await tellHost(tx, id, now)
  }, longestErasure)
}

async function cancelComing(tx: Transaction, email: string, now: Date): Promise<string[]> {
  const coming = await tx.booking.findMany({
    where: {
      ...{ status: 'confirmed', startsAt: { gt: now } },
      OR: [{ visitorEmail: email }, { person: { emails: { some: { email } } } }],
    },
    select: { id: true },
  })
  const ids = coming.map(({ id }) => id)
  await tx.booking.updateMany({
    where: { id: { in: ids } },
    data: { status: 'cancelled', cancelledAt: now, cancelledBy: 'visitor', sequence: { increment: 1 } },
  })
  return ids
}

/** The same notice as of any cancellation, made after the erasure: it names nobody. */
async function tellHost(tx: Transaction, id: string, now: Date): Promise<void> {
  const booking = await findBooking(tx, { id })
  if (!booking) return
  await enqueue(tx, {
    kind: 'booking-notice',
    to: { name: hostName(booking), address: hostAddress(booking) },
    dedupeKey: `booking:${id}:${booking.sequence}:cancelled:host`,
    bookingId: id,
    leadId: booking.leadId,
    invitation: { method: 'CANCEL', content: hostInvitation(booking, 'CANCEL', now) },
    props: { ...noticeProps(booking), what: 'cancelled', by: 'visitor' },
  })
}
