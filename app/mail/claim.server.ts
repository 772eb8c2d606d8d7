import { db, type Reader } from '#app/db.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { mostAttempts } from './failure.ts'

/** A letter that is ours until its lease ends, three minutes from now by the database's clock. */
export type Claim = { letter: Letter; leaseId: string; tooLate: boolean }

/** Takes the letter that is due longest, or null. Two workers never take the same one, and neither waits for the other. */
export async function claimNext(): Promise<Claim | null> {
  const [claimed] = await db.$queryRaw<Array<{ id: string; leaseId: string; tooLate: boolean }>>`
    UPDATE letter SET
      state = 'sending', attempts = attempts + 1,
      lease_id = gen_random_uuid(), lease_until = now() + interval '180 seconds'
    WHERE id = (
      SELECT id FROM letter
      WHERE state IN ('queued', 'retry') AND run_at <= now()
      ORDER BY run_at, created_at
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING id, lease_id AS "leaseId", coalesce(not_after < now(), false) AS "tooLate"`
  if (!claimed) return null
  const letter = await db.letter.findUniqueOrThrow({ where: { id: claimed.id } })
  return { letter, leaseId: claimed.leaseId, tooLate: claimed.tooLate }
}

/** Puts back what a worker left behind that was killed. It may have been sent, so the mailbox may see it twice. */
export async function recoverLost(): Promise<number> {
  return db.$executeRaw`
    UPDATE letter SET
      state = (CASE WHEN attempts >= ${mostAttempts} THEN 'dead' ELSE 'retry' END)::letter_state,
      lease_id = NULL, lease_until = NULL,
      last_error = 'The process that was sending it ended; it may have arrived.'
    WHERE state = 'sending' AND lease_until < now()`
}

export type Settled =
  | { state: 'sent' }
  | { state: 'bounced' | 'dead' | 'skipped'; reason: string }
  | { state: 'retry'; reason: string; wait: number; attemptCounts: boolean }

/** Writes down how it went, if the lease is still ours. False when another worker has the letter by now. */
export async function settle(
  database: Reader,
  { letter, leaseId }: Claim,
  settled: Settled,
): Promise<boolean> {
  const reason = settled.state === 'sent' ? '' : settled.reason
  const wait = settled.state === 'retry' ? settled.wait / 1000 : 0
  const refund = settled.state === 'retry' && !settled.attemptCounts ? 1 : 0
  const written = await database.$executeRaw`
    UPDATE letter SET
      state = ${settled.state}::letter_state, last_error = ${reason}, attempts = attempts - ${refund}::int,
      run_at = (CASE WHEN ${wait}::float8 > 0 THEN now() + make_interval(secs => ${wait}::float8) ELSE run_at END),
      sent_at = (CASE WHEN ${settled.state} = 'sent' THEN now() END),
      lease_id = NULL, lease_until = NULL
    WHERE id = ${letter.id}::uuid AND lease_id = ${leaseId}::uuid`
  return written === 1
}
