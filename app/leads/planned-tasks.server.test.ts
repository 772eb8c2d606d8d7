import { addDays } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { actOnLead } from './lead-forms.server.ts'
import { bookWith, receiveLead } from './leads-fixture.server.ts'
import { plannedOf } from './list/next-action.ts'
import { readTimeline } from './timeline/read-timeline.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let viewer: Viewer

beforeAll(async () => {
  viewer = await addStaff({ email: 'cora@firm.example' })
})

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('of two who plan the next action the second is told, and puts theirs in its place by saving again', async () => {
  const { ref, leadId } = await receiveLead()
  const manager = await addStaff({ email: 'mona@firm.example', role: 'manager' })
  const plan = { intent: 'line', wasStatus: 'new', to: 'new', nextOn: '2026-11-26', nextAt: '15:30' }
  await actOnLead(manager, ref, posted({ ...plan, next: 'Call them' }), now)

  const refused = await actOnLead(viewer, ref, posted({ ...plan, next: 'Send profiles' }), now)
  const held = await db.lead.findUniqueOrThrow({ where: { ref } })

  expect(Object.keys(refused?.errors ?? {})).toEqual(['next'])
  expect(refused?.typed.next).toBe('Send profiles')
  expect(held.nextAction).toBe('Call them')
  const shown = plannedOf(held, viewer.timeZone)
  const again = { wasNext: shown.title, wasNextOn: shown.date, wasNextAt: shown.time }
  expect(await actOnLead(viewer, ref, posted({ ...plan, ...again, next: 'Send profiles' }), now)).toBeNull()
  expect(await db.task.findMany({ where: { leadId } })).toMatchObject([{ title: 'Send profiles' }])
})

test('whoever plans something on a colleague’s lead tells them, and it stands on the timeline', async () => {
  const owner = await addStaff({ email: 'olga@firm.example' })
  const manager = await addStaff({ email: 'max@firm.example', role: 'manager' })
  const { ref, leadId } = await receiveLead({ ownerId: owner.id })
  const line = { intent: 'line', wasStatus: 'new', to: 'new', wasOwner: owner.id, owner: owner.id }

  await actOnLead(manager, ref, posted({ ...line, next: 'Call them', nextOn: '2026-11-26' }), now)

  const told = await db.notification.findMany({ where: { leadId, kind: 'assigned' } })
  expect(told).toMatchObject([{ staffId: owner.id, actorId: manager.id, taskId: expect.any(String) }])
  const { tasks, events } = await readTimeline(leadId, { kind: 'tasks', before: null })
  expect(tasks.map(({ title }) => title)).toEqual(['Call them'])
  expect(events.map(({ detail }) => detail)).toMatchObject([{ what: 'added', assignee: owner.name }])
})

test('what is to be done about a lead goes along with it, unless whoever does it sees the lead still', async () => {
  const [ann, bo, host] = await Promise.all(
    ['ann', 'bo', 'host'].map((name) => addStaff({ email: `${name}@firm.example` })),
  )
  const manager = await addStaff({ email: 'mara@firm.example', role: 'manager' })
  if (!ann || !bo || !host) throw new Error('no staff')
  const lead = await receiveLead({ ownerId: ann.id })
  await bookWith(host.id, lead, addDays(now, 2))
  const add = (title: string, assigneeId: string, doneAt: Date | null = null) =>
    db.task.create({ data: { title, leadId: lead.leadId, dueAt: now, assigneeId, doneAt } })
  await add('A: call', ann.id)
  await add('B: prepare', host.id)
  await add('C: look at it', manager.id)
  await add('D: long done', ann.id, now)

  const line = { intent: 'line', wasStatus: 'new', to: 'new', wasOwner: ann.id, owner: bo.id }
  expect(await actOnLead(manager, lead.ref, posted(line), now)).toBeNull()

  const tasks = await db.task.findMany({ where: { leadId: lead.leadId }, orderBy: { title: 'asc' } })
  expect(tasks.map(({ assigneeId }) => assigneeId)).toEqual([bo.id, host.id, manager.id, ann.id])
  const entries = await db.auditEntry.findMany({
    where: { action: 'task.changed', entityId: tasks[0]?.id ?? '' },
  })
  expect(entries).toMatchObject([{ before: { assignee: ann.id }, after: { assignee: bo.id } }])
})
