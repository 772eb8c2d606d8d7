import type { Transaction } from '#app/db.server.ts'

/**
 * Waits until nobody else works on the same thing, and holds it until the transaction ends. Whoever needs several takes
 * them in this order, so that nobody waits in a circle: the form's key, the host, the person, the recipient of a letter.
 */
export async function lockFor(
  tx: Transaction,
  what: 'key' | 'host' | 'person' | 'recipient' | 'setup',
  which: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${what}:${which}`}, 0))`
}
