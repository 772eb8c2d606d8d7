import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'

/**
 * Takes a host's calendar until the transaction ends: nobody else books, moves or reserves there meanwhile. Reservations
 * that have run out are swept first, for the constraint would still hold their times. The clock is the database's as it
 * ticks, not the transaction's beginning: that may be long ago after a wait for the lock.
 */
export async function takeHostCalendar(tx: Transaction, hostId: string): Promise<void> {
  await lockFor(tx, 'host', hostId)
  await tx.$executeRaw`
    DELETE FROM booking
    WHERE host_id = ${hostId}::uuid AND status = 'reserved' AND reserved_until <= clock_timestamp()`
}
