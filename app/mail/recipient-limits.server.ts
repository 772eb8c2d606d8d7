import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { site } from '#app/site.ts'
import { firstFreeMoment } from './recipient-limits.ts'

type Plan = { runAt?: Date }

/**
 * When the next letter to an address may go out: over a limit it waits, and is dropped only if it is of no use any more
 * by then. The firm's own addresses have no limit. `address` is in lower case, as the outbox stores it.
 */
export async function planFor(tx: Transaction, wanted: { address: string; runAt?: Date }): Promise<Plan> {
  const asked: Plan = wanted.runAt ? { runAt: wanted.runAt } : {}
  const firm = [site.email, env.MAIL_FROM].map((ours) => ours?.toLowerCase())
  if (env.RATE_LIMITS === 'off' || firm.includes(wanted.address)) return asked

  const { now, isStaff, planned } = await lettersTo(tx, wanted)
  return isStaff ? asked : { runAt: firstFreeMoment(planned, wanted.runAt ?? now) }
}

type LettersTo = { now: Date; isStaff: boolean; planned: Date[] }

/**
 * When the letters of the last day and those that wait go out. What goes out at once has precedence: it does not count
 * reminders of later. Counted one transaction at a time for each address, or two at once would both find room.
 */
async function lettersTo(tx: Transaction, { address, runAt }: { address: string; runAt?: Date }) {
  await lockFor(tx, 'recipient', address)
  const countsReminders = runAt !== undefined
  const [letters] = await tx.$queryRaw<[LettersTo]>`
    SELECT now() AS now, EXISTS (SELECT FROM staff WHERE email = ${address}) AS "isStaff",
      ARRAY(
        SELECT run_at FROM letter
        WHERE "to" = ${address} AND state <> 'skipped' AND run_at > now() - interval '1 day'
          AND (${countsReminders}::bool OR run_at <= now() OR kind <> 'booking-reminder')) AS planned`
  return letters
}
