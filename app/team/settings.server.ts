import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { requireAdmin } from './rights.server.ts'

/** The roles that need a second factor before anything else. */
export async function secondFactorRoles(): Promise<StaffRole[]> {
  const setting = await db.deskSetting.findUnique({ where: { id: 1 } })
  return setting?.secondFactorFor ?? []
}

export async function requireSecondFactorFor(viewer: Viewer, roles: StaffRole[]): Promise<void> {
  requireAdmin(viewer)
  await db.$transaction(async (tx) => {
    const before = await tx.deskSetting.findUniqueOrThrow({ where: { id: 1 } })
    await tx.deskSetting.update({ where: { id: 1 }, data: { secondFactorFor: roles } })
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'settings.changed', entity: 'settings', entityId: 'second factor' },
      ...{ before: { roles: before.secondFactorFor }, after: { roles } },
    })
  })
}
