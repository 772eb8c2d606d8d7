/** Charts of four weeks, from Monday 2 to Sunday 29 November, in Berlin: few enough leads to be counted by hand. */
import { beforeAll, expect, test } from 'vitest'
import { listBookings } from '#app/booking/desk/list-bookings.server.ts'
import { readBookingFilter } from '#app/booking/desk/booking-filter.ts'
import { db } from '#app/db.server.ts'
import { bookWith } from '#app/leads/leads-fixture.server.ts'
import { countLeads } from '#app/leads/list/count-leads.server.ts'
import { readLeadFilter } from '#app/leads/list/filter.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { BookingStatus } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { sumOf, type Chart } from '#app/ui/charts/chart.ts'
import { readPeriod } from './period.ts'
import { readDashboard } from './read-dashboard.server.ts'

const now = new Date('2026-11-25T10:00:00Z')
const period = readPeriod(new URLSearchParams('weeks=4'), '2026-11-25' as CalendarDate)

let admin: Viewer
let reader: Viewer
let cora: Viewer
let colin: Viewer
let personId: string

beforeAll(async () => {
  admin = await addStaff({ email: 'ana@firm.example', role: 'admin', name: 'Ana' })
  reader = await addStaff({ email: 'ray@firm.example', role: 'read_only', name: 'Ray' })
  cora = await addStaff({ email: 'cora@firm.example', name: 'Cora' })
  colin = await addStaff({ email: 'colin@firm.example', name: 'Colin' })
  personId = (await db.person.create({ data: { name: 'Dana Doe' } })).id

  // Half an hour after midnight on Monday 23, and half an hour before it.
  await add('2026-11-22T23:30:00Z', { source: 'requirement', ownerId: cora.id, ...waiting })
  await add('2026-11-22T22:30:00Z', { ownerId: colin.id, status: 'qualified', ...answeredIn(30) })
  const open = await add('2026-11-18T09:00:00Z', {
    source: 'message',
    status: 'contacted',
    ...answeredIn(100),
    stageMinutes: [150, 0, 0, 0, 0],
  })
  const won = await add('2026-11-04T09:00:00Z', {
    ...{ ownerId: colin.id, status: 'won', closedAt: now, ...answeredIn(200) },
    stageMinutes: [70, 3000, 4500, 0, 0],
  })
  const hosted = await add('2026-11-04T10:00:00Z', {
    ...{ ownerId: colin.id, ...lost('budget'), reached: 'proposed' },
    ...{ responseMinutes: 700, responseDueAt: now, firstResponseAt: new Date('2026-11-25T11:00:00Z') },
  })
  await add('2026-11-10T09:00:00Z', { source: 'manual', ownerId: cora.id, ...lost('no_response') })
  await add('2026-11-10T10:00:00Z', {
    ...{ ownerId: colin.id, status: 'spam', closedAt: now },
    ...{ responseDueAt: now },
  })
  // None of these is counted: the Sunday before, one that was deleted, and one that is a part of another.
  await add('2026-11-01T20:00:00Z', { ownerId: colin.id })
  const deleted = await add('2026-11-18T09:00:00Z', { ownerId: colin.id, deletedAt: now })
  await add('2026-11-18T10:00:00Z', { ownerId: cora.id, mergedIntoId: won })

  const coras = await hold(cora, { lead: hosted, at: '2026-11-05T09:00:00Z', status: 'attended' })
  // Nor is the consultation of the deleted one.
  await again(coras, { lead: deleted, at: '2026-11-05T11:00:00Z', status: 'attended' })
  const colins = await hold(colin, { lead: won, at: '2026-11-12T09:00:00Z', status: 'no_show' })
  await again(colins, { lead: open, at: '2026-11-12T11:00:00Z', status: 'attended' })
  await again(colins, { lead: won, at: '2026-11-19T09:00:00Z', status: 'cancelled' })
  await again(colins, { lead: won, at: '2026-11-24T09:00:00Z', status: 'confirmed' })
  await again(colins, { lead: won, at: '2026-11-27T09:00:00Z', status: 'confirmed' })
})

const waiting = { responseDueAt: new Date('2026-11-26T10:00:00Z') }

function answeredIn(minutes: number) {
  const at = new Date('2026-11-24T10:00:00Z')
  return { responseMinutes: minutes, firstResponseAt: at, responseDueAt: now }
}

function lost(lostReason: 'budget' | 'no_response') {
  return { status: 'lost' as const, lostReason, closedAt: now }
}

async function add(at: string, about: Partial<Prisma.LeadUncheckedCreateInput>): Promise<string> {
  const received = new Date(at)
  const { id } = await db.lead.create({
    data: {
      ...{ personId, title: 'Need', searchText: 'need', source: 'requirement' },
      ...{ createdAt: received, lastActivityAt: received, ...about },
    },
  })
  return id
}

type Held = { lead: string; at: string; status: BookingStatus }

async function hold(viewer: Viewer, { lead, at, status }: Held): Promise<string> {
  const { id } = await bookWith(viewer.id, { leadId: lead, personId }, new Date(at))
  await db.booking.update({ where: { id }, data: { status } })
  return id
}

/** One more in the same calendar. */
async function again(like: string, { lead, at, status }: Held): Promise<void> {
  const { id: _id, answers: _answers, ...row } = await db.booking.findUniqueOrThrow({ where: { id: like } })
  const [startsAt, endsAt] = [new Date(at), new Date(Date.parse(at) + 1_800_000)]
  await db.booking.create({
    data: {
      ...row,
      ...{ leadId: lead, status, startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt },
      ...{ reference: `B-${at}`, publicId: at, icsUid: at, idempotencyKey: at },
      ...(status === 'cancelled' && { cancelledAt: now, cancelledBy: 'visitor' }),
    },
  })
}

/** Rows as `label: number number …`, in the order of the series. */
function numbers({ rows }: Chart): string[] {
  return rows.map(({ label, marks }) => `${label}: ${marks.map(({ count }) => count).join(' ')}`)
}

test('leads are counted by the week they came in on the viewer’s calendar, and by source', async () => {
  const { sources, says } = await readDashboard(admin, period, now)

  expect(sources.series.map(({ name }) => name)).toEqual([
    'Requirement',
    'Consultation',
    'Message',
    'By hand',
    'Import',
  ])
  expect(numbers(sources)).toEqual([
    '2 Nov: 2 0 0 0 0',
    '9 Nov: 1 0 0 1 0',
    '16 Nov: 1 0 1 0 0',
    '23 Nov: 1 0 0 0 0',
  ])
  expect(says.sources).toBe('7 leads came in, about 2 a week.')
})

test('in another zone the lead of Sunday night is one of Monday', async () => {
  const { sources } = await readDashboard(
    { ...admin, timeZone: 'Asia/Kolkata' as Viewer['timeZone'] },
    period,
    now,
  )

  expect(numbers(sources).slice(2)).toEqual(['16 Nov: 0 0 1 0 0', '23 Nov: 2 0 0 0 0'])
})

test('the funnel counts how far leads came, those that were lost later among them, and leaves spam out', async () => {
  const { funnel, says } = await readDashboard(admin, period, now)

  expect(numbers(funnel)).toEqual([
    'Received: 6',
    'Contacted: 4',
    'Qualified: 3',
    'Proposed: 2',
    'Interviewing: 1',
    'Won: 1',
  ])
  expect(funnel.rows.map(({ beside }) => beside)).toEqual([
    ['', 'usually there 1 hour'],
    ['67% of the stage before', 'usually there 2 days'],
    ['75% of the stage before', 'usually there 3 days'],
    ['67% of the stage before', ''],
    ['50% of the stage before', ''],
    ['100% of the stage before', ''],
  ])
  expect(says.funnel).toBe('17% of them are won. Spam is left out: 1 lead.')
})

test('first answers are counted by the office hours that somebody waited', async () => {
  const { answers, says } = await readDashboard(admin, period, now)

  expect(numbers(answers)).toEqual([
    'Within an hour: 1',
    'One to two hours: 1',
    'Two to four hours: 1',
    'Later, as promised: 0',
    'Later than promised: 1',
    'Still waiting: 1',
    'Closed without one: 1',
  ])
  expect(says.answers).toBe(
    '75% of those answered were answered in the time we promise. Half of them waited 1 h 40 min of office hours or less.',
  )
})

test('lost leads are counted by their reason, and leads by owner and what became of them', async () => {
  const { lost, owners } = await readDashboard(admin, period, now)

  expect(numbers(lost)).toEqual(['Budget or rate too high: 1', 'No response after three attempts: 1'])
  expect(owners.series.map(({ name }) => name)).toEqual(['Open', 'Won', 'Lost'])
  expect(numbers(owners)).toEqual(['Colin: 1 1 1', 'Cora: 1 0 1', 'Nobody: 1 0 0'])
})

test('consultations are counted by week and outcome', async () => {
  const { consultations, says } = await readDashboard(admin, period, now)

  expect(consultations.series.map(({ name }) => name)).toEqual([
    'Held',
    'No-shows',
    'Cancelled',
    'To mark',
    'To come',
  ])
  expect(numbers(consultations)).toEqual([
    '2 Nov: 1 0 0 0 0',
    '9 Nov: 1 1 0 0 0',
    '16 Nov: 0 0 1 0 0',
    '23 Nov: 0 0 0 1 1',
  ])
  expect(says.consultations).toBe('2 consultations held. In 33% of cases nobody came.')
})

test('a consultant’s charts count their own leads, nobody’s, and those whose consultation they hold', async () => {
  const { sources, funnel, owners, lost, consultations } = await readDashboard(cora, period, now)

  expect(numbers(sources)).toEqual([
    '2 Nov: 1 0 0 0 0',
    '9 Nov: 0 0 0 1 0',
    '16 Nov: 0 0 1 0 0',
    '23 Nov: 1 0 0 0 0',
  ])
  expect(numbers(funnel).slice(0, 4)).toEqual(['Received: 4', 'Contacted: 2', 'Qualified: 1', 'Proposed: 1'])
  expect(numbers(owners)).toEqual(['Cora: 1 0 1', 'Colin: 0 0 1', 'Nobody: 1 0 0'])
  expect(numbers(lost)).toHaveLength(2)
  // Colin holds the one of the 9th, about nobody's lead.
  expect(numbers(consultations)).toEqual(['2 Nov: 1', '9 Nov: 1', '16 Nov: 0', '23 Nov: 0'])
})

test('a reader’s charts count what an admin’s do', async () => {
  expect(await readDashboard(reader, period, now)).toEqual(await readDashboard(admin, period, now))
})

test('every number leads to a list of just as many, whoever looks', async () => {
  const marks = await Promise.all(
    [admin, cora, colin].map(async (viewer) => ({ viewer, marks: await marksFor(viewer) })),
  )

  for (const { viewer, marks: theirs } of marks) {
    const listed = await Promise.all(
      theirs.map(async ({ href, says }) => `${says} = ${await countBehind(viewer, href)}`),
    )
    expect(listed).toEqual(theirs.map(({ says, count }) => `${says} = ${count}`))
  }
  expect(marks.map(({ marks: theirs }) => theirs.length > 40)).toEqual([true, true, true])
})

async function marksFor(viewer: Viewer) {
  const { says: _says, ...charts } = await readDashboard(viewer, period, now)
  return Object.values(charts).flatMap(({ rows }) => rows.flatMap((row) => row.marks))
}

async function countBehind(viewer: Viewer, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://desk.example')
  if (pathname === '/staff/bookings')
    return (await listBookings(viewer, readBookingFilter(searchParams), now)).bookings.length
  return countLeads({ viewer, filter: readLeadFilter(searchParams), now })
}

test('weeks without anything are charts without marks', async () => {
  const quiet = readPeriod(new URLSearchParams('weeks=4&until=2025-01-05'), '2026-11-25' as CalendarDate)

  const { says, sources, owners, lost, consultations } = await readDashboard(admin, quiet, now)

  expect(sources.rows.map(sumOf)).toEqual([0, 0, 0, 0])
  expect([owners.rows, lost.rows, consultations.series]).toEqual([[], [], []])
  expect(says).toEqual({
    sources: 'No lead came in.',
    funnel: 'No lead came in.',
    answers: 'Nobody was answered yet.',
    lost: 'None is lost.',
    consultations: 'None was held yet.',
  })
})
