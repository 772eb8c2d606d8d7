import { addDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'

const daysOpen = 30

type Shared = { publicId: string; briefVersion: number; briefUntil: Date | null }

/** Opens the brief for thirty days from now; a link that was made before opens it again. */
export async function shareBrief(submissionId: string, now: Date): Promise<void> {
  await db.submission.update({ where: { id: submissionId }, data: { briefUntil: addDays(now, daysOpen) } })
}

/** Every link that was given away dies; the next one is another. */
export async function revokeBrief(submissionId: string): Promise<void> {
  await db.submission.update({
    where: { id: submissionId },
    data: { briefUntil: null, briefVersion: { increment: 1 } },
  })
}

/** The address to give to a colleague; null while it is shared with nobody. */
export function briefPath({ publicId, briefVersion, briefUntil }: Shared, now: Date): string | null {
  if (!briefUntil || briefUntil <= now) return null
  return paths.brief(signLink('brief', { publicId, linkVersion: briefVersion }))
}
