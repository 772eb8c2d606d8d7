/** Somebody leaves: what is theirs goes to a colleague, and nothing of it is left lying where nobody looks. */
import { addDays } from 'date-fns'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  at,
  book,
  engineering,
  hiring,
  noon,
  now,
  staffTheDesk,
  type Desk,
} from '#app/booking/desk/desk-fixture.server.ts'
import { cancelBooking } from '#app/booking/cancel-booking.server.ts'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'
import { setDisabled } from './change-member.server.ts'
import { listColleagues } from './colleagues.server.ts'
import { handOver } from './hand-over.server.ts'
import { listTeam } from './list-team.server.ts'
import { countWork } from './work-left.server.ts'

let desk: Desk

beforeAll(async () => {
  desk = await staffTheDesk()
})

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE lead, person, letter, notification CASCADE`
  await db.host.updateMany({ data: { active: true } })
})

function addTask(title: string, assigneeId: string, leadId: string | null = null) {
  return db.task.create({ data: { title, assigneeId, leadId, dueAt: now, createdById: desk.manager.id } })
}

async function handAllOver(from: { id: string }, to: { id: string }) {
  const handed = await handOver(desk.admin, { from: from.id, to: to.id }, now)
  if (!handed.ok) throw new Error(handed.reason)
  return handed.value
}

test('open leads, tasks and coming consultations go to the colleague, who is told once', async () => {
  const { cora, colin } = desk
  const lead = await receiveLead({ ownerId: cora.id })
  const booking = await book({ ownerId: cora.id })
  await addTask('Send profiles', cora.id, lead.leadId)
  await addTask('Order cards', cora.id)
  expect(await countWork(cora.id, now)).toEqual({ leads: 2, tasks: 2, bookings: 1 })

  expect(await handAllOver(cora, colin)).toEqual({
    ...{ leads: 2, tasks: 2, bookings: 1 },
    ...{ toOwners: 0, left: [], leftTasks: [] },
  })

  expect(await countWork(cora.id, now)).toEqual({ leads: 0, tasks: 0, bookings: 0 })
  expect(await countWork(colin.id, now)).toEqual({ leads: 2, tasks: 2, bookings: 1 })
  expect(await db.letter.count({ where: { bookingId: booking.id, kind: 'booking-reassigned' } })).toBe(1)
  expect(await db.notification.findMany({ where: { staffId: colin.id }, select: { kind: true } })).toEqual([
    { kind: 'assigned' },
  ])
})

test('each lead’s timeline and the audit log say whose it was and whose it is', async () => {
  const { ref, leadId } = await receiveLead({ ownerId: desk.cora.id })

  await handAllOver(desk.cora, desk.colin)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ lastActivityAt: now })
  expect(await db.leadEvent.findFirst({ where: { leadId, kind: 'owner' } })).toMatchObject({
    actorId: desk.admin.id,
    detail: { from: 'cora', to: 'colin' },
  })
  expect(await db.auditEntry.findFirst({ where: { entityId: leadId } })).toMatchObject({
    action: 'lead.changed',
    after: { event: 'owner', from: expect.stringMatching(/^#/), to: expect.stringMatching(/^#/) },
  })
  const handed = { where: { action: 'staff.handed-over' }, orderBy: { id: 'desc' } } as const
  expect(await db.auditEntry.findFirst(handed)).toMatchObject({
    entityId: desk.cora.id,
    after: { to: desk.colin.id, leads: 1, tasks: 0, bookings: 0, toOwners: 0 },
  })
})

test('what is closed, deleted, over or a colleague’s stays where it is', async () => {
  const { cora, colin, carl } = desk
  const closed = await receiveLead({ ownerId: cora.id })
  const deleted = await receiveLead({ ownerId: cora.id })
  const foreign = await receiveLead({ ownerId: carl.id })
  await db.lead.update({ where: { ref: closed.ref }, data: { status: 'won', closedAt: now } })
  await db.lead.update({ where: { ref: deleted.ref }, data: { deletedAt: now } })
  const done = await addTask('Done', cora.id)
  await db.task.update({ where: { id: done.id }, data: { doneAt: now, doneById: cora.id } })

  expect(await handAllOver(cora, colin)).toMatchObject({ leads: 0, tasks: 0, bookings: 0 })

  const leads = await db.lead.findMany({ orderBy: { ref: 'asc' }, select: { ref: true, ownerId: true } })
  expect(leads).toEqual([
    { ref: closed.ref, ownerId: cora.id },
    { ref: deleted.ref, ownerId: cora.id },
    { ref: foreign.ref, ownerId: carl.id },
  ])
})

test('a consultation at a time when the colleague is taken stays and is named; asked again, it goes', async () => {
  const [first, second] = [await book(), await book({ start: at('2026-12-01', '15:00') })]
  const inTheWay = await book({ host: engineering, start: noon })

  expect(await handAllOver(desk.cora, desk.colin)).toMatchObject({ bookings: 1, left: [first.reference] })

  await cancelBooking({ bookingId: inTheWay.id, by: 'staff', reason: '' }, now)
  expect(await handAllOver(desk.cora, desk.colin)).toMatchObject({ bookings: 1, left: [] })
  const hosts = await db.booking.findMany({
    where: { id: { in: [first.id, second.id] } },
    select: { host: { select: { slug: true } } },
  })
  expect(hosts).toEqual([{ host: { slug: engineering } }, { host: { slug: engineering } }])
})

test('a colleague without a calendar takes leads and tasks, and the consultations stay', async () => {
  const booking = await book({ ownerId: desk.cora.id })

  expect(await handAllOver(desk.cora, desk.carl)).toMatchObject({
    ...{ leads: 1, bookings: 0, left: [booking.reference] },
  })
})

test('what is told is what was done, even where a consultation fails halfway', async () => {
  const { cora, colin } = desk
  const [first, second] = [await book(), await book({ start: at('2026-12-01', '15:00') })]
  const told = () => db.notification.count({ where: { staffId: colin.id, kind: 'assigned' } })
  const written = () =>
    db.auditEntry.findMany({
      where: { action: 'staff.handed-over', id: { gt: latest?.id ?? 0 } },
      select: { after: true },
    })
  const latest = await db.auditEntry.findFirst({ orderBy: { id: 'desc' } })
  await db.$executeRawUnsafe(
    `ALTER TABLE booking ADD CONSTRAINT stays CHECK (reference <> '${second.reference}' OR sequence = 0)`,
  )
  try {
    await expect(handAllOver(cora, colin)).rejects.toThrow('stays')
  } finally {
    await db.$executeRaw`ALTER TABLE booking DROP CONSTRAINT stays`
  }
  expect(await countWork(cora.id, now)).toEqual({ leads: 2, tasks: 0, bookings: 1 })
  expect(await db.letter.count({ where: { bookingId: first.id, kind: 'booking-reassigned' } })).toBe(1)
  expect([await told(), await written()]).toEqual([0, []])

  await handAllOver(cora, colin)

  expect(await countWork(cora.id, now)).toEqual({ leads: 0, tasks: 0, bookings: 0 })
  expect([await told(), await written()]).toEqual([
    1,
    [{ after: { to: colin.id, leads: 2, tasks: 0, bookings: 1, toOwners: 0 } }],
  ])
})

test('a task about a lead that the colleague does not see is its owner’s, who is told, or stays and is named', async () => {
  const { cora, colin, carl } = desk
  const carls = await receiveLead({ ownerId: carl.id })
  const closed = await receiveLead({ ownerId: cora.id })
  await db.lead.update({ where: { ref: closed.ref }, data: { status: 'won', closedAt: now } })
  const call = await addTask('Call', cora.id, carls.leadId)
  const thank = await addTask('Thank them', cora.id, closed.leadId)

  expect(await handAllOver(cora, colin)).toMatchObject({
    ...{ tasks: 0, toOwners: 1 },
    leftTasks: [{ id: thank.id, title: 'Thank them' }],
  })

  expect(await db.task.findUnique({ where: { id: call.id } })).toMatchObject({ assigneeId: carl.id })
  const told = { where: { kind: 'assigned' }, select: { staffId: true, taskId: true } } as const
  expect(await db.notification.findMany(told)).toEqual([{ staffId: carl.id, taskId: call.id }])
})

test('a task about a lead that was deleted is nobody’s to do: it neither counts nor goes', async () => {
  const { cora, colin, carl } = desk
  const deleted = await receiveLead({ ownerId: carl.id })
  await db.lead.update({ where: { ref: deleted.ref }, data: { deletedAt: now } })
  const { id } = await addTask('Call', cora.id, deleted.leadId)
  expect(await countWork(cora.id, now)).toMatchObject({ tasks: 0 })

  expect(await handAllOver(cora, colin)).toMatchObject({ tasks: 0, toOwners: 0, leftTasks: [] })

  expect(await db.task.findUnique({ where: { id } })).toMatchObject({ assigneeId: cora.id })
})

test('the team’s page knows of any work that is left, not of leads alone', async () => {
  const { cora, colin, carl } = desk
  await addTask('Order cards', cora.id)
  await book({ host: engineering })

  const rows = await listTeam(now)

  const hasWork = (id: string) => rows.find((row) => row.id === id)?.hasWork
  expect([cora, colin, carl].map(({ id }) => hasWork(id))).toEqual([true, true, false])
})

test('a thousand leads change hands in one go', async () => {
  const { leadId, ref } = await receiveLead({ ownerId: desk.cora.id })
  const { personId } = await db.lead.findUniqueOrThrow({ where: { ref } })
  await db.$executeRaw`
    INSERT INTO lead (id, person_id, title, source, owner_id, created_at, last_activity_at, search_text)
    SELECT gen_random_uuid(), ${personId}::uuid, 'Wanted', 'requirement', ${desk.cora.id}, ${now}, ${now}, ''
    FROM generate_series(1, 999)`

  expect((await handAllOver(desk.cora, desk.colin)).leads).toBe(1000)

  expect(await db.leadEvent.count({ where: { kind: 'owner' } })).toBe(1000)
  expect(await db.auditEntry.count({ where: { entityId: leadId } })).toBe(1)
})

test('only admins hand over, and only to somebody else who works', async () => {
  const { admin, manager, cora, reader } = desk
  const to = (id: string) => handOver(admin, { from: cora.id, to: id }, now)

  await expect(handOver(manager, { from: cora.id, to: manager.id }, now)).rejects.toMatchObject({
    status: 403,
  })
  expect(await Promise.all([to(reader.id), to(cora.id), to('nobody')])).toEqual(
    Array(3).fill({ ok: false, reason: 'no-such-person' }),
  )
})

test('whoever hands over sees who is away and who has no calendar', async () => {
  const day = (days: number) => storedDate(calendarDate(addDays(now, days)))
  const away = { from: day(0), until: day(4) }
  await db.staffAway.create({ data: { staffId: desk.colin.id, ...away } })

  const labels = (await listColleagues(desk.cora.id, now)).map(({ label }) => label)

  expect(labels).toContain('colin (away until Friday 4 December 2026)')
  expect(labels).toContain('carl (has no calendar, so consultations stay)')
  expect(labels.join()).not.toContain('ray')
})

test('nobody books with whoever is out: their calendar closes, and does not open by itself', async () => {
  const isBookable = async () => (await db.host.findUniqueOrThrow({ where: { slug: hiring } })).active

  await setDisabled(desk.admin, desk.cora.id, true, now)
  expect(await isBookable()).toBe(false)
  await expect(book()).rejects.toThrow('Not booked')

  await setDisabled(desk.admin, desk.cora.id, false, now)
  expect(await isBookable()).toBe(false)
  expect(await db.auditEntry.findFirst({ where: { action: 'calendar.changed' } })).toMatchObject({
    actorId: desk.admin.id,
    entityId: hiring,
    after: { active: false },
  })
})
