import { db } from '#app/db.server.ts'
import type { HolderRefusal } from './add-calendar.server.ts'

/** The people who can hold a calendar: who holds no other. */
export async function holderChoices(hostId?: string) {
  const staff = await db.staff.findMany({
    where: { OR: [{ host: null, disabledAt: null }, ...(hostId ? [{ host: { id: hostId } }] : [])] },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return [{ value: '', label: 'Nobody yet' }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]
}

export const whyNoHolder: Record<HolderRefusal, string> = {
  'no-such-staff': 'Choose a person from the list.',
  'staff-taken': 'This person holds another calendar. Everybody holds one at most.',
}
