import type { Transaction } from '#app/db.server.ts'
import { lockInTurn, type Lock } from '#app/ops/locks.server.ts'

/**
 * Holds leads, and all that goes with them when they are regrouped, until the transaction ends. What others take before they
 * write to a lead is taken before the lead: the bookings by the key that whoever changes one holds
 * (app/booking/changeable-booking.server.ts), the people as whoever records what comes in does, the tasks as whoever ticks one
 * off does, the letters as whoever sends them. So what they write comes before and moves along, or after and finds where the
 * lead is now.
 */
export async function holdLeads(
  tx: Transaction,
  leadIds: readonly string[],
  /** With everything else of theirs: two of them become one, or two again. */
  personIds: readonly string[] = [],
): Promise<void> {
  const [leads, people] = [{ in: [...leadIds] }, { in: [...personIds] }]
  const bookings = await tx.booking.findMany({
    where: { OR: [{ leadId: leads }, { personId: people }] },
    select: { id: true },
  })
  const emails = await tx.personEmail.findMany({
    where: { person: { OR: [{ id: people }, { leads: { some: { id: leads } } }] } },
    select: { email: true },
  })
  await lockInTurn(tx, [
    ...inOrder(bookings.map(({ id }) => `change ${id}`)).map((key): Lock => ['key', key]),
    ...inOrder(emails.map(({ email }) => email)).map((email): Lock => ['person', email]),
  ])
  await tx.$queryRaw`
    SELECT FROM task WHERE lead_id = ANY (${leadIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT FROM letter WHERE lead_id = ANY (${leadIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT FROM lead WHERE id = ANY (${leadIds}::uuid[]) OR person_id = ANY (${personIds}::uuid[])
    ORDER BY id FOR UPDATE`
}

/** One order for everybody, so that nobody waits in a circle. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted()
}
