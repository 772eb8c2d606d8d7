import { db } from '#app/db.server.ts'
import { settleContinued } from '#app/leads/assignment/settle-owner.server.ts'
import { lockContinuedLead } from '#app/leads/continued-lead.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { site } from '#app/site.ts'
import type { CheckedFile } from '../files/check-file.server.ts'
import { checkUpload } from '../files/check-upload.server.ts'
import type { Upload } from '../files/read-upload.server.ts'
import type { Followed } from './find-status.server.ts'

const mostFiles = 10

/** Checks a file as the form does and adds it. Refused in the words for its field. */
export async function attachUpload(
  followed: Followed,
  upload: Upload,
  { ip, ...about }: { ip: string; key: string; now: Date },
): Promise<Outcome<null, string>> {
  const checked = await checkUpload(ip, upload)
  if (!checked.ok) return checked
  if (!checked.value) return refused('Select a file.')
  const attached = await attachFile(followed, checked.value, about)
  return attached.ok ? attached : refused(`There are many files already. Mail others to ${site.email}.`)
}

/** Adds a file that was checked to the lead, for its staff. The same key twice is one file. */
export async function attachFile(
  { id: submissionId, lead }: Followed,
  { name, mediaType, content }: CheckedFile,
  { key, now }: { key: string; now: Date },
): Promise<Outcome<null, 'too-many'>> {
  return db.$transaction(async (tx): Promise<Outcome<null, 'too-many'>> => {
    const leadId = await lockContinuedLead(tx, lead.id, now)
    const isThere = await tx.leadEvent.count({
      where: { leadId, kind: 'visitor-attached', detail: { path: ['key'], equals: key } },
    })
    if (isThere > 0) return done(null)
    if ((await tx.leadFile.count({ where: { leadId } })) >= mostFiles) return refused('too-many')

    const kept = { leadId, submissionId, name, mediaType, content, size: content.length }
    await tx.leadFile.create({ data: { ...kept, createdAt: now }, select: { id: true } })
    const event = { kind: 'visitor-attached' as const, name, key, submissionId }
    await recordEvent(tx, { leadId, at: now, event })
    await tx.lead.update({ where: { id: leadId }, data: { lastInboundAt: now } })
    await settleContinued(tx, leadId, now)
    return done(null)
  })
}
