import { subDays, subMinutes } from 'date-fns'
import { db } from '#app/db.server.ts'

/** Longer than a code is accepted for: its own half minute and the ones beside it. */
const acceptedWithinMinutes = 3

/**
 * Takes a code that was right: false when it was taken before, so that what somebody read over a shoulder opens nothing
 * (RFC 6238, 5.2). One statement, so that of two who send the same code at once one is refused.
 */
export async function takeCode(staffId: string, code: string, now: Date): Promise<boolean> {
  const before = subMinutes(now, acceptedWithinMinutes)
  await db.usedCode.deleteMany({ where: { staffId, usedAt: { lt: subDays(now, 1) } } })
  const taken = await db.$executeRaw`
    INSERT INTO staff_used_code AS used (staff_id, code, used_at) VALUES (${staffId}, ${code}, ${now})
    ON CONFLICT (staff_id, code) DO UPDATE SET used_at = excluded.used_at WHERE used.used_at < ${before}`
  return taken > 0
}
