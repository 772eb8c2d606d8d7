import { db, type Transaction } from '#app/db.server.ts'
import { lockInTurn, type Lock } from '#app/ops/locks.server.ts'
import { refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { leadScope, requireEditor } from './scope.server.ts'

/**
 * Runs an act on a lead that the viewer may change, in one transaction that holds it; a lead out of their scope is
 * `not-found`, and so is one that was merged or deleted while this waited. What is done to one lead happens one after the
 * other, so that a double click can be told from a second thought. `hold`: for what takes more than the lead.
 */
export async function onLead<Value, Reason extends string>(
  viewer: Viewer,
  ref: number,
  act: (tx: Transaction, leadId: string) => Promise<Outcome<Value, Reason>>,
  hold = holdLead,
): Promise<Outcome<Value, Reason | 'not-found'>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<Value, Reason | 'not-found'>> => {
    const seen = { where: { ref, AND: leadScope(viewer) }, select: { id: true } }
    const found = await tx.lead.findFirst(seen)
    if (!found) return refused('not-found')
    await hold(tx, found.id)
    const lead = await tx.lead.findFirst(seen)
    return lead ? act(tx, lead.id) : refused('not-found')
  })
}

/** What only names the lead, such as a letter to somebody about it, is written by others meanwhile. */
async function holdLead(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM lead WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

/** For what changes the person too: who is held first, as by whoever records what comes in of them. */
export async function holdWithPerson(tx: Transaction, id: string): Promise<void> {
  const emails = await tx.personEmail.findMany({
    where: { person: { leads: { some: { id } } } },
    select: { email: true },
    orderBy: { email: 'asc' },
  })
  await lockInTurn(
    tx,
    emails.map(({ email }): Lock => ['person', email]),
  )
  await holdLead(tx, id)
}
