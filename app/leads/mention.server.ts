import type { Transaction } from '#app/db.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { mentionedIn } from './mentions.ts'
import { leadScope } from './scope.server.ts'

/** Tells colleagues whom a note mentions, those who may see the lead; others learn nothing of it. */
export async function tellMentioned(
  tx: Transaction,
  viewer: Viewer,
  { leadId, noteId, ref, words }: { leadId: string; noteId: string; ref: number; words: string },
  now: Date,
): Promise<void> {
  if (!words.includes('@')) return
  const colleagues = await tx.staff.findMany({
    where: { disabledAt: null, NOT: { id: viewer.id } },
    select: { id: true, name: true, email: true, role: true, timeZone: true },
  })
  const told: string[] = []
  for (const { timeZone, ...colleague } of mentionedIn(words, colleagues)) {
    const scope = leadScope({ ...colleague, timeZone: timeZoneSchema.parse(timeZone) })
    if ((await tx.lead.count({ where: { id: leadId, AND: scope } })) > 0) told.push(colleague.id)
  }
  await notify(
    tx,
    {
      ...{ kind: 'mentioned', to: told, cause: `note ${noteId}`, leadId, actorId: viewer.id },
      heading: `${viewer.name} mentioned you on L-${ref}`,
      about: words.slice(0, 200),
      path: paths.staff.lead(ref),
    },
    now,
  )
}
