import { db } from '#app/db.server.ts'

/**
 * Ready to serve: the database answers within a second and still has the constraint that keeps calendars free of
 * double bookings. A server that lost either is taken out of the rotation instead of answering wrongly.
 */
export async function isReady(): Promise<boolean> {
  const answered = db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'booking_no_overlap' AND contype = 'x') AS found`
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, 1_000, 'late').unref())
  try {
    const rows = await Promise.race([answered, late])
    return rows !== 'late' && rows[0]?.found === true
  } catch {
    return false
  }
}
