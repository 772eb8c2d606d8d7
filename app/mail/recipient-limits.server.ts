import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { lockInTurn } from '#app/ops/locks.server.ts'
import { site } from '#app/site.ts'
import { firstFreeMoment } from './recipient-limits.ts'

/** A letter about to be written: `address` is in lower case, as the outbox stores it. */
type Wanted = { address: string; runAt?: Date | undefined }
type Plan = { runAt?: Date }

/**
 * When each of some letters may go out: over a limit of its address it waits, and is dropped only if it is of no use any
 * more by then. The firm's own addresses have no limit. Letters of one call count for those after them.
 */
export async function planFor(tx: Transaction, wanted: readonly Wanted[]): Promise<Plan[]> {
  const limited = env.RATE_LIMITS === 'off' ? [] : wanted.filter(({ address }) => !isFirms(address))
  const outbox = await lettersTo(tx, [...new Set(limited.map(({ address }) => address))])
  return wanted.map(({ address, runAt }) => {
    const letters = outbox.find((each) => each.address === address)
    if (!letters || letters.isStaff) return runAt ? { runAt } : {}
    return { runAt: planOne(letters, runAt) }
  })
}

/** What goes out at once has precedence: it does not count reminders of later. */
function planOne({ now, planned, reminders }: LettersTo, runAt: Date | undefined): Date {
  const counted = runAt ? [...planned, ...reminders] : planned
  const free = firstFreeMoment(counted, runAt ?? now)
  const list = runAt ? reminders : planned
  list.push(free)
  return free
}

function isFirms(address: string): boolean {
  return [site.email, env.MAIL_FROM].some((ours) => ours?.toLowerCase() === address)
}

type LettersTo = { address: string; now: Date; isStaff: boolean; planned: Date[]; reminders: Date[] }

/**
 * When the letters of the last day and those that wait go out, for each address. Counted one transaction at a time for
 * each, or two at once would both find room.
 */
async function lettersTo(tx: Transaction, addresses: readonly string[]): Promise<LettersTo[]> {
  if (addresses.length === 0) return []
  const sorted = addresses.toSorted()
  await lockInTurn(
    tx,
    sorted.map((address) => ['recipient', address]),
  )
  return tx.$queryRaw<LettersTo[]>`
    SELECT address, now() AS now, EXISTS (SELECT FROM staff WHERE email = address) AS "isStaff",
      coalesce(array_agg(run_at) FILTER (WHERE NOT is_later_reminder), '{}') AS planned,
      coalesce(array_agg(run_at) FILTER (WHERE is_later_reminder), '{}') AS reminders
    FROM unnest(${sorted}::text[]) AS address LEFT JOIN LATERAL (
      SELECT run_at, run_at > now() AND kind LIKE '%-reminder' AS is_later_reminder FROM letter
      WHERE "to" = address AND state <> 'skipped' AND run_at > now() - interval '1 day') AS each ON true
    GROUP BY address`
}
