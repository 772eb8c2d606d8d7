import { db } from '#app/db.server.ts'

export type Owner = { id: string; name: string }

/** Who may hold leads, by name: everybody who can sign in and change them. */
export function listOwners(): Promise<Owner[]> {
  return db.staff.findMany({
    where: { role: { not: 'read_only' }, disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
