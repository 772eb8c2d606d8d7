import { db, type Reader } from '#app/db.server.ts'

/** Staff get it as a suggestion at the person's latest lead: what we hold is corrected by somebody who looks. */
export async function askToCorrect(email: string, words: string, now: Date): Promise<void> {
  const lead = await db.lead.findFirst({
    where: {
      OR: [{ person: { emails: { some: { email } } } }, { bookings: { some: { visitorEmail: email } } }],
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  if (!lead) return
  await db.suggestion.create({ data: { leadId: lead.id, field: 'correction', value: words, createdAt: now } })
}

/**
 * The ledger is only added to: what was given is followed by what was taken back, in the same version's words. `only`: for
 * one purpose, all of them without.
 */
export async function withdrawConsents(
  email: string,
  now: Date,
  { only = null, database = db }: { only?: 'marketing_email' | null; database?: Reader } = {},
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO consent (email, purpose, notice_version, given, lead_id, at)
    SELECT DISTINCT ON (purpose) email, purpose, notice_version, false, lead_id, ${now}::timestamptz
    FROM consent AS latest
    WHERE email = ${email} AND given AND purpose = coalesce(${only}::text, purpose) AND NOT EXISTS (
      SELECT FROM consent AS later
      WHERE later.email = latest.email AND later.purpose = latest.purpose AND NOT later.given AND later.id > latest.id)
    ORDER BY purpose, id DESC`
}
