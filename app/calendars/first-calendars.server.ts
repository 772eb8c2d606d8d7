import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { site } from '#app/site.ts'
import { officeWeek } from './office-week.ts'

const milestone = 'first-calendars'

/**
 * Gives a new database its consultation and two calendars, named by their function until staff take them. Done once:
 * what staff change or remove later stays as they left it.
 */
export async function loadFirstCalendars(): Promise<void> {
  if (await db.milestone.findUnique({ where: { name: milestone } })) return
  await db.$transaction(async (tx) => {
    await lockFor(tx, 'setup', milestone)
    if (await tx.milestone.findUnique({ where: { name: milestone } })) return
    await addFirstCalendars(tx)
    await tx.milestone.create({ data: { name: milestone } })
  })
}

async function addFirstCalendars(tx: Transaction): Promise<void> {
  const type = await tx.consultationType.create({
    data: {
      slug: 'consultation',
      name: 'Free consultation',
      minutes: 30,
      stepMinutes: 30,
      noticeMinutes: 240,
      windowKind: 'days',
      windowDays: 30,
    },
  })
  await addCalendar(tx, type.id, { slug: 'hiring-consultant', name: 'Hiring consultant' })
  await addCalendar(tx, type.id, { slug: 'engineering-consultant', name: 'Engineering consultant' })
}

async function addCalendar(tx: Transaction, typeId: string, { slug, name }: { slug: string; name: string }) {
  await tx.host.create({
    data: {
      slug,
      name,
      timeZone: site.office.timeZone,
      publicId: newPublicId(),
      schedules: {
        create: { name: 'Working hours', isDefault: true, hours: { create: officeWeek() } },
      },
      types: { create: { typeId } },
    },
  })
}
