import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { calendarDateSchema } from '#app/time/calendar-dates.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { addCalendar } from './add-calendar.server.ts'
import { addClosure, removeClosure } from './closures.server.ts'
import { addTimeOff, removeTimeOff, setDay } from './date-acts.server.ts'

const day = (text: string) => calendarDateSchema.parse(text)
const berlin = timeZoneSchema.parse('Europe/Berlin')

test('whatever changes a calendar stands in the audit log with what it was and what it is', async () => {
  const manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  const added = await addCalendar(manager, {
    ...{ key: crypto.randomUUID(), name: 'Audited', timeZone: berlin, staffId: null, types: [] },
  })
  const slug = added.ok ? added.value : ''
  const ranges = [{ from: '09:00', until: '12:00' }] as never
  await setDay(manager, slug, { date: day('2026-12-01'), ranges })
  const off = { from: day('2026-12-24'), until: day('2026-12-26'), times: null }
  await addTimeOff(manager, slug, { ...off, reason: 'Operation', publicReason: '', colleague: null })
  const [row] = await db.timeOff.findMany({ where: { host: { slug } } })
  await removeTimeOff(manager, slug, row?.id ?? '')
  await removeTimeOff(manager, slug, row?.id ?? '')

  const entries = await db.auditEntry.findMany({
    where: { entity: 'calendar', entityId: slug, actorId: manager.id },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ before, after }) => [before, after])).toEqual([
    [{}, expect.objectContaining({ name: 'Audited', timeZone: 'Europe/Berlin' })],
    [{ days: [] }, { days: ['2026-12-01 09:00–12:00'] }],
    [{ 'time off': [] }, { 'time off': ['2026-12-24 to 2026-12-26'] }],
    [{ 'time off': ['2026-12-24 to 2026-12-26'] }, { 'time off': [] }],
  ])
  expect(JSON.stringify(entries.map(({ after }) => after))).not.toContain('Operation')
})

test('closures stand in the audit log when they come and when they go', async () => {
  const admin = await addStaff({ email: 'ada@firm.example', role: 'admin' })
  await addClosure(admin, { name: 'Retreat', from: day('2026-12-28'), until: day('2026-12-31') })
  const closure = await db.closure.findFirstOrThrow({ where: { name: 'Retreat' } })

  await removeClosure(admin, closure.id)
  await removeClosure(admin, closure.id)

  const facts = { name: 'Retreat', from: '2026-12-28', until: '2026-12-31' }
  const entries = await db.auditEntry.findMany({ where: { entityId: closure.id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
    ['closure.changed', {}, facts],
    ['closure.changed', facts, {}],
  ])
})
