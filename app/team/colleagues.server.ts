/** Who may take over what somebody leaves: everybody else who can sign in and change leads. */
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate } from '#app/time/say.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'

export type Colleague = Viewer & { host: { slug: string } | null }

export async function findColleague(id: string, leaverId: string): Promise<Colleague | null> {
  const found = await db.staff.findFirst({
    where: { id, AND: atWorkBeside(leaverId) },
    select: {
      ...{ id: true, name: true, email: true, role: true, timeZone: true },
      host: { select: { slug: true } },
    },
  })
  return found && { ...found, timeZone: timeZoneSchema.parse(found.timeZone) }
}

/** As choices of a list, each with what speaks against them. */
export async function listColleagues(leaverId: string, now: Date) {
  const colleagues = await db.staff.findMany({
    where: atWorkBeside(leaverId),
    select: {
      ...{ id: true, name: true, timeZone: true },
      ...{ host: { select: { id: true } }, away: { select: { from: true, until: true } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return colleagues.map(({ id, name, host, away, timeZone }) => {
    const today = storedDate(dateIn(now, timeZoneSchema.parse(timeZone)))
    const days = away.find(({ from, until }) => from <= today && today <= until)
    const against = [
      days && `away until ${sayCalendarDate(calendarDate(days.until))}`,
      !host && 'has no calendar, so consultations stay',
    ].filter(Boolean)
    return { value: id, label: against.length > 0 ? `${name} (${against.join('; ')})` : name }
  })
}

function atWorkBeside(leaverId: string) {
  return { NOT: { id: leaverId }, disabledAt: null, role: { not: 'read_only' as const } }
}
