import { addDays, addHours } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { readBookingFilter } from '#app/booking/desk/booking-filter.ts'
import { listBookings } from '#app/booking/desk/list-bookings.server.ts'
import { readTodaysBookings } from '#app/booking/desk/todays-bookings.server.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { isTaskView, listTasks } from '#app/tasks/list-tasks.server.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import { readLeadFilter } from '../list/filter.ts'
import { listLeads } from '../list/list-leads.server.ts'
import { describeToday } from './describe-today.ts'
import { readToday } from './today.server.ts'

/** A Wednesday, eleven o'clock in Berlin. */
const now = new Date('2026-11-25T10:00:00Z')
let manager: Viewer
let cora: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
  const colin = await addStaff({ email: 'colin@firm.example' })

  // Written to a week ago and never answered: overdue, and quiet for too long.
  await receiveLead({ at: addDays(now, -7), ownerId: cora.id })
  await receiveLead({ at: addDays(now, -7), ownerId: colin.id })
  const nobodys = await receiveLead({ at: addHours(now, -1) })
  const colins = await receiveLead({ at: addHours(now, -1), ownerId: colin.id })

  const task = (assigneeId: string, dueAt: Date, leadId: string | null = null) =>
    db.task.create({ data: { title: 'Send profiles', assigneeId, dueAt, leadId } })
  await task(cora.id, addHours(now, -30))
  await task(cora.id, addHours(now, 3), nobodys.leadId)
  await task(cora.id, addHours(now, 30))
  await task(manager.id, addHours(now, 2), colins.leadId)

  const held = await bookWith(cora.id, colins, addHours(now, 2))
  await bookAgain(held.id, new Date('2026-11-25T09:45:00Z'))
  await bookAgain(held.id, addHours(now, 26))
  await bookWith(colin.id, colins, addHours(now, 4))
})

async function bookAgain(id: string, startsAt: Date): Promise<void> {
  const { id: _id, answers: _answers, ...row } = await db.booking.findUniqueOrThrow({ where: { id } })
  const [endsAt, key] = [addHours(startsAt, 0.5), startsAt.toISOString()]
  await db.booking.create({
    data: {
      ...row,
      ...{ startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt },
      ...{ reference: `B-${key}`, publicId: key, icsUid: key, idempotencyKey: key },
    },
  })
}

async function todayFor(viewer: Viewer) {
  const [today, consultations] = await Promise.all([readToday(viewer, now), readTodaysBookings(viewer, now)])
  const { day: _day, ...parts } = describeToday(viewer, { ...today, consultations }, now)
  return Object.entries(parts).map(([name, { count, href }]) => ({ name, count, href }))
}

/** How many lines the page behind a link has. */
async function linesBehind(viewer: Viewer, href: string): Promise<string> {
  const { pathname, searchParams } = new URL(href, 'http://desk.example')
  switch (pathname) {
    case '/staff/leads':
      return String((await listLeads({ viewer, filter: readLeadFilter(searchParams), now })).leads.length)
    case '/staff/bookings':
      return String((await listBookings(viewer, readBookingFilter(searchParams), now)).bookings.length)
    case '/staff/tasks': {
      const show = searchParams.get('show')
      if (!isTaskView(show)) throw new Error(`No such list of tasks: ${show}`)
      return String((await listTasks(viewer, { show, after: undefined, now })).rows.length)
    }
    default:
      throw new Error(`A number leads to ${href}`)
  }
}

test('the numbers of a consultant’s day are those of their own leads, tasks and consultations', async () => {
  const numbers = (await todayFor(cora)).map(({ name, count }) => `${name} ${count}`)

  expect(numbers).toEqual(['overdue 1', 'unassigned 1', 'stale 1', 'tasks 2', 'consultations 3'])
})

test('a manager’s day counts everybody’s leads and consultations, and their own tasks', async () => {
  const numbers = (await todayFor(manager)).map(({ name, count }) => `${name} ${count}`)

  expect(numbers).toEqual(['overdue 2', 'unassigned 1', 'stale 0', 'tasks 1', 'consultations 3'])
})

test('a task that is late says for how long, one of later today at what time', async () => {
  const today = await readToday(cora, now)
  const { tasks } = describeToday(cora, { ...today, consultations: await readTodaysBookings(cora, now) }, now)

  expect(tasks.lines.map(({ beside }) => beside)).toEqual(['overdue 30 h', '14:00'])
})

test('each number leads to a list of just as many, whoever looks', async () => {
  for (const viewer of [manager, cora]) {
    const parts = await todayFor(viewer)
    const listed = await Promise.all(parts.map(({ href }) => linesBehind(viewer, href)))

    expect(listed).toEqual(parts.map(({ count }) => count))
  }
})
