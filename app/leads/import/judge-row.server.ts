import type { Transaction } from '#app/db.server.ts'
import type { ImportAsk } from './import-ask.ts'
import { readRow, type ReadRow } from './read-row.server.ts'

/** Whether somebody had this address erased. Handed in by whoever starts the worker: privacy knows, leads do not. */
export type WasErased = (email: string, tx: Transaction) => Promise<boolean>

export type Judged =
  | { plan: 'new' | 'known'; row: ReadRow; ownerId: string; problem: '' }
  | { plan: 'refused'; row: ReadRow | null; problem: string }

/** What stands by name or e-mail in a column of owners: ids of those who may hold leads, by what they are called. */
export type Holders = ReadonlyMap<string, string>

export async function findHolders(tx: Transaction): Promise<Holders> {
  const staff = await tx.staff.findMany({
    where: { role: { not: 'read_only' }, disabledAt: null },
    select: { id: true, name: true, email: true },
  })
  return new Map(
    staff.flatMap(({ id, name, email }) => [
      ...[name, email].map((word) => [word.toLowerCase(), id] as const),
    ]),
  )
}

/** What would become of a line now: the same look is taken when it is checked and again when it is imported. */
export async function judgeRow(
  tx: Transaction,
  cells: readonly string[],
  { ask, holders, wasErased }: { ask: ImportAsk; holders: Holders; wasErased: WasErased },
): Promise<Judged> {
  const read = readRow(cells, ask)
  if (!read.ok) return { plan: 'refused', row: null, problem: read.problem }
  const { row } = read
  const refuse = (problem: string): Judged => ({ plan: 'refused', row, problem })
  const ownerId = row.owner === '' ? ask.owner : holders.get(row.owner.toLowerCase())
  if (ownerId === undefined) return refuse('Owner: nobody on the team who holds leads is called that.')
  if (await wasErased(row.email, tx))
    return refuse('This person had their data erased. They are not brought back by a file.')

  const known = await tx.personEmail.findUnique({ where: { email: row.email }, select: { personId: true } })
  if (!known) return { plan: 'new', row, ownerId, problem: '' }
  if (ask.known === 'skip') return refuse('We know this person already, and those were to be left out.')
  const same = await tx.lead.findFirst({
    where: {
      ...{ personId: known.personId, deletedAt: null, mergedIntoId: null },
      title: { equals: row.title, mode: 'insensitive' },
    },
    select: { ref: true },
  })
  return same
    ? refuse(`L-${same.ref} is the same: this person, this need.`)
    : { plan: 'known', row, ownerId, problem: '' }
}
