import { db } from '#app/db.server.ts'
import type { CheckedFile } from './check-file.server.ts'

/** Keeps the file with the draft, in the place of one that was there. */
export async function keepFile(draftId: string, file: CheckedFile, now: Date): Promise<void> {
  const { name, mediaType, content } = file
  const kept = { name, mediaType, content, size: content.length, createdAt: now }
  await db.leadFile.upsert({
    where: { draftId },
    create: { draftId, ...kept },
    update: kept,
    select: { id: true },
  })
  await touch(draftId)
}

export async function removeFile(draftId: string): Promise<void> {
  await db.leadFile.deleteMany({ where: { draftId } })
  await touch(draftId)
}

/** Whoever checks the whole in another tab is shown that it changed. */
async function touch(draftId: string): Promise<void> {
  await db.requirementDraft.updateMany({ where: { id: draftId }, data: { version: { increment: 1 } } })
}
