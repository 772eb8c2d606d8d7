import { subSeconds } from 'date-fns'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { doubleClickSeconds } from '../add-note.server.ts'
import { onLead } from '../on-lead.server.ts'
import { dropDraft } from './drafts.server.ts'

/**
 * Writes to the person of a lead, through the outbox like every letter. The lead is not contacted yet: it is when their
 * mail server took it.
 */
export async function sendLetter(
  viewer: Viewer,
  ref: number,
  { subject, body }: { subject: string; body: string },
  now: Date,
): Promise<Outcome<null, 'not-found' | 'no-address'>> {
  return onLead<null, 'no-address'>(viewer, ref, async (tx, leadId) => {
    const { person } = await tx.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: {
        person: {
          select: { name: true, emails: { select: { email: true }, orderBy: { isPrimary: 'desc' } } },
        },
      },
    })
    const [to] = person.emails
    if (!to) return refused('no-address')

    const cause = `lead-message:${leadId}:${viewer.id}:${requestHash({ subject, body })}`
    const twin = await tx.letter.count({
      where: {
        dedupeKey: { startsWith: `${cause}:` },
        createdAt: { gte: subSeconds(now, doubleClickSeconds) },
      },
    })
    if (twin > 0) return done(null)

    await enqueue(tx, {
      kind: 'lead-message',
      props: { firm: firmInLetters, subject, body, sender: viewer.name },
      to: { name: person.name, address: to.email },
      dedupeKey: `${cause}:${now.getTime()}`,
      leadId,
    })
    await tx.lead.update({ where: { id: leadId }, data: { lastActivityAt: now } })
    await dropDraft(tx, { viewer, leadId, kind: 'mail' })
    return done(null)
  })
}
