import { addDays, addMinutes, subMinutes } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarDate, LocalTime } from '#app/time/types.ts'
import { listTasks } from './list-tasks.server.ts'
import { remindNextDue } from './remind.server.ts'
import { addTask, changeTask, setTaskDone } from './task-acts.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const call = { title: 'Call Dana', date: '2026-11-24' as CalendarDate, time: '10:00' as LocalTime }
let cora: Viewer
let colin: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, task, letter, notification CASCADE`
  cora = await addStaff({ email: 'cora@firm.example' })
  colin = await addStaff({ email: 'colin@firm.example' })
})

async function taskOf(viewer: Viewer, assignee: Viewer, ref: number | null = null): Promise<string> {
  const added = await addTask(viewer, { ...call, assigneeId: assignee.id, ref }, now)
  if (!added.ok) throw new Error(added.reason)
  return added.value.id
}

test('a task falls due by the clock of whoever does it', async () => {
  await db.staff.update({ where: { id: colin.id }, data: { timeZone: 'Asia/Kolkata' } })

  const id = await taskOf(cora, colin)

  // 10:00 in Kolkata is 04:30 UTC.
  expect((await db.task.findUniqueOrThrow({ where: { id } })).dueAt).toEqual(new Date('2026-11-24T04:30:00Z'))
})

test('a time that the clocks skip is refused', async () => {
  const skipped = { title: 'Call', date: '2026-03-29' as CalendarDate, time: '02:30' as LocalTime }

  expect(await addTask(cora, { ...skipped, assigneeId: colin.id, ref: null }, now)).toEqual({
    ok: false,
    reason: 'no-such-time',
  })
})

test('the assignee is told in the app and by mail, and whoever does it themselves is not', async () => {
  await taskOf(cora, colin)
  await taskOf(cora, cora)

  expect(await db.notification.findMany({ select: { staffId: true, kind: true } })).toEqual([
    { staffId: colin.id, kind: 'assigned' },
  ])
  expect(await db.letter.findMany({ select: { to: true } })).toEqual([{ to: 'colin@firm.example' }])
})

test('a kind that somebody switched off is told in the app alone', async () => {
  await db.staff.update({ where: { id: colin.id }, data: { unmailed: ['assigned'] } })

  await taskOf(cora, colin)

  expect(await db.notification.count()).toBe(1)
  expect(await db.letter.count()).toBe(0)
})

test('the same form sent twice makes one task', async () => {
  expect(await taskOf(cora, colin)).toBe(await taskOf(cora, colin))
})

test('a reminder comes once when the task is due, and once when it is a day late', async () => {
  const id = await taskOf(cora, cora)
  const { dueAt } = await db.task.findUniqueOrThrow({ where: { id } })

  expect(await remindNextDue(subMinutes(dueAt, 1))).toBe('nothing')
  expect(await remindNextDue(dueAt)).toBe('done')
  expect(await remindNextDue(addMinutes(dueAt, 5))).toBe('nothing')
  expect(await remindNextDue(addDays(dueAt, 1))).toBe('done')
  expect(await remindNextDue(addDays(dueAt, 2))).toBe('nothing')

  const kinds = await db.notification.findMany({ orderBy: { createdAt: 'asc' }, select: { kind: true } })
  expect(kinds).toEqual([{ kind: 'due' }, { kind: 'overdue' }])
})

test('what is done, or moved, by the time it would be due reminds nobody', async () => {
  const id = await taskOf(cora, cora)
  const moved = await taskOf(colin, colin)
  const { dueAt } = await db.task.findUniqueOrThrow({ where: { id } })

  await setTaskDone(cora, id, true, now)
  await changeTask(colin, moved, { ...call, time: '18:00' as LocalTime, assigneeId: colin.id }, now)

  expect(await remindNextDue(dueAt)).toBe('nothing')
})

test('processes that remind at the same time remind once', async () => {
  const id = await taskOf(cora, cora)
  const { dueAt } = await db.task.findUniqueOrThrow({ where: { id } })

  await Promise.all(Array.from({ length: 5 }, () => remindNextDue(dueAt)))

  expect(await db.notification.count({ where: { kind: 'due' } })).toBe(1)
})

test('a task about a lead is given only to somebody who can see the lead', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })

  expect(await addTask(cora, { ...call, assigneeId: colin.id, ref }, now)).toEqual({
    ok: false,
    reason: 'cannot-see-lead',
  })
})

test('a colleague’s task, and one about a colleague’s lead, do not exist for a consultant', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })
  const alone = await taskOf(cora, cora)
  const about = await taskOf(cora, cora, ref)

  for (const id of [alone, about]) {
    await expect(setTaskDone(colin, id, true, now)).rejects.toMatchObject({ status: 404 })
    await expect(changeTask(colin, id, { ...call, assigneeId: colin.id }, now)).rejects.toMatchObject({
      status: 404,
    })
  }
  await expect(addTask(colin, { ...call, assigneeId: colin.id, ref }, now)).rejects.toMatchObject({
    status: 404,
  })
  expect((await listTasks(colin, { show: 'all', after: undefined, now })).rows).toEqual([])
  expect(await db.task.count({ where: { doneAt: { not: null } } })).toBe(0)
})

test('the lead’s timeline and the audit log tell of a task from its beginning to its end', async () => {
  const { leadId, ref } = await receiveLead({ ownerId: cora.id })
  const id = await taskOf(cora, cora, ref)
  await changeTask(cora, id, { ...call, time: '11:00' as LocalTime, assigneeId: cora.id }, now)
  await setTaskDone(cora, id, true, now)
  await setTaskDone(cora, id, true, now)
  await setTaskDone(cora, id, false, now)

  const events = await db.leadEvent.findMany({ where: { leadId, kind: 'task' }, orderBy: { id: 'asc' } })
  expect(events.map(({ detail }) => Reflect.get(Object(detail), 'what'))).toEqual([
    ...['added', 'changed', 'done', 'undone'],
  ])
  const entries = await db.auditEntry.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
  const [ten, eleven] = ['2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z'].map((due) => ({
    ...{ assignee: cora.id, due },
  }))
  expect(entries.map(({ before, after }) => [before, after])).toEqual([
    [null, ten],
    [ten, eleven],
    [{ done: false }, { done: true }],
    [{ done: true }, { done: false }],
  ])
})

test('a reader looks at tasks and changes none', async () => {
  const ray = await addStaff({ email: 'ray@firm.example', role: 'read_only' })
  const id = await taskOf(cora, cora)

  expect((await listTasks(ray, { show: 'all', after: undefined, now })).rows).toHaveLength(1)
  await expect(setTaskDone(ray, id, true, now)).rejects.toMatchObject({ status: 403 })
})
