import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { takeTurn, type InTurn } from './turns.ts'

/**
 * The member of staff whose turn it is, if anybody takes new leads by turn: who is neither away today, on their own
 * calendar, nor has as many open leads as they take. Held until the transaction ends, so two leads in the same second go
 * to two people.
 */
export async function nextInTurn(tx: Transaction, now: Date): Promise<string | null> {
  if ((await eligible(tx, now)).length === 0) return null
  await lockFor(tx, 'turns', 'leads')
  const taken = takeTurn(await eligible(tx, now))
  if (!taken) return null

  const ids = taken.people.map(({ id }) => id)
  const credits = taken.people.map(({ credit }) => credit)
  await tx.$executeRaw`
    UPDATE staff SET assign_credit = now.credit
    FROM unnest(${ids}::text[], ${credits}::int[]) AS now (id, credit) WHERE staff.id = now.id`
  return taken.taker
}

function eligible(tx: Transaction, now: Date): Promise<InTurn[]> {
  return tx.$queryRaw<InTurn[]>`
    SELECT id, assign_weight AS weight, assign_credit AS credit FROM staff
    WHERE assign_weight > 0 AND disabled_at IS NULL AND role <> 'read_only'
      AND NOT EXISTS (
        SELECT FROM staff_away
        WHERE staff_id = staff.id AND (${now}::timestamptz AT TIME ZONE staff.time_zone)::date BETWEEN "from" AND "until")
      AND (assign_cap IS NULL OR assign_cap > (
        SELECT count(*) FROM lead
        WHERE owner_id = staff.id AND closed_at IS NULL AND deleted_at IS NULL AND merged_into_id IS NULL))
    ORDER BY id`
}
