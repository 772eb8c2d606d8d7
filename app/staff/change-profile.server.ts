import { audit, fingerprint } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { NotificationKind } from '#app/prisma/enums.ts'
import type { TimeZone } from '#app/time/types.ts'
import type { Viewer } from './viewer.server.ts'

/** Changes how the viewer is called and on which clock they read times. */
export async function changeProfile(
  viewer: Viewer,
  { name, timeZone }: { name: string; timeZone: TimeZone },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.staff.update({ where: { id: viewer.id }, data: { name, timeZone } })
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'profile.changed', entity: 'staff', entityId: viewer.id },
      before: { name: fingerprint(viewer.name), timeZone: viewer.timeZone },
      after: { name: fingerprint(name), timeZone },
    })
  })
}

/** Which kinds of notification are not mailed to the viewer as well. */
export async function changeUnmailed(viewer: Viewer, unmailed: NotificationKind[]): Promise<void> {
  await db.staff.update({ where: { id: viewer.id }, data: { unmailed } })
}

export async function unmailedOf(viewer: Viewer): Promise<NotificationKind[]> {
  const { unmailed } = await db.staff.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { unmailed: true },
  })
  return unmailed
}
