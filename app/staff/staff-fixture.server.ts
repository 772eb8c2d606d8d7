import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import type { TimeZone } from '#app/time/types.ts'
import { hashPassword } from './password.server.ts'
import type { Viewer } from './viewer.server.ts'

/** The password of every account that a test makes. */
export const goodPassword = 'lamp-quorum-violet-anchor'

/** A member of staff with an account; the address says who. */
export async function addStaff(about: { email: string; role?: StaffRole; name?: string }): Promise<Viewer> {
  const { email, role = 'consultant', name = email.split('@')[0] ?? email } = about
  const staff = await db.staff.create({ data: { name, email, role, timeZone: 'Europe/Berlin' } })
  await db.staffAccount.create({
    data: {
      userId: staff.id,
      accountId: staff.id,
      providerId: 'credential',
      password: await hashPassword(goodPassword),
    },
  })
  return { id: staff.id, name, email, role, timeZone: 'Europe/Berlin' as TimeZone }
}

/** The page a browser asks for, with the cookies it was given. */
export function pageRequest(path: string, cookies?: Headers): Request {
  const cookie = (cookies?.getSetCookie() ?? []).map((line) => line.split(';')[0]).join('; ')
  return new Request(`http://localhost:3000${path}`, cookie ? { headers: { cookie } } : {})
}
