import type { Transaction } from '#app/db.server.ts'

export type Lock = [what: 'key' | 'host' | 'person' | 'turns' | 'recipient' | 'setup', which: string]

const held = new WeakMap<Transaction, Set<string>>()

/**
 * Waits until nobody else works on the same thing, and holds it until the transaction ends. Whoever needs several takes
 * them in this order, so that nobody waits in a circle: the form's key, the host, the person, whose turn it is, the
 * recipient of a letter.
 */
export async function lockFor(tx: Transaction, ...[what, which]: Lock): Promise<void> {
  await lockInTurn(tx, [[what, which]])
}

/** Several locks in one statement, one after the other as they are given. What is held already costs nothing. */
export async function lockInTurn(tx: Transaction, locks: readonly Lock[]): Promise<void> {
  const mine = held.get(tx) ?? new Set()
  held.set(tx, mine)
  const missing = locks.map(([what, which]) => `${what}:${which}`).filter((name) => !mine.has(name))
  if (missing.length === 0) return
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${missing}::text[]) AS name`
  for (const name of missing) mine.add(name)
}
