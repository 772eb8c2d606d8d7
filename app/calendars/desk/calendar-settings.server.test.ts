import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { parseFormData } from '#app/ops/forms.server.ts'
import { site } from '#app/site.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { addCalendar } from './add-calendar.server.ts'
import { changeCalendar } from './change-calendar.server.ts'
import { makeCalendar, offeredOn, posted } from './desk-fixture.server.ts'
import { getCalendar } from './find-calendar.server.ts'
import { listCalendars } from './list-calendars.server.ts'
import { settingsOf, settingsSchema } from './settings-forms.server.ts'

// Monday 30 November 2026, 7:00 in Berlin.
const now = new Date('2026-11-30T06:00:00Z')
const berlin = 'Europe/Berlin' as TimeZone
let manager: Viewer
let cora: Viewer
let looker: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
  looker = await addStaff({ email: 'rita@firm.example', role: 'read_only' })
})
beforeEach(async () => {
  await db.consultationType.deleteMany()
  await db.host.deleteMany()
})

const unlimited = {
  ...{ dailyLimit: null, weeklyLimit: null, monthlyLimit: null, yearlyLimit: null },
  ...{ dailyMinutes: null, weeklyMinutes: null, monthlyMinutes: null },
}
const plain = { version: 1, name: 'Ana', timeZone: berlin, region: null, ...unlimited }
const fresh = () => ({
  key: randomUUID(),
  name: 'Ana',
  timeZone: berlin,
  staffId: null,
  types: [] as string[],
})

test('a new calendar has the office’s hours, a slug of its name and the types chosen', async () => {
  const { typeId } = await makeCalendar()

  const added = await addCalendar(manager, { ...fresh(), types: [typeId] })

  expect(added).toEqual({ ok: true, value: 'ana' })
  const host = await getCalendar(manager, 'ana')
  const { opens, closes } = site.office
  expect(host.schedules).toMatchObject([{ name: 'Working hours', isDefault: true }])
  expect(host.schedules[0]?.hours.map(({ weekday, from, until }) => [weekday, from, until])).toEqual(
    [1, 2, 3, 4, 5].map((weekday) => [weekday, opens, closes]),
  )
  expect(host.types.map(({ typeId: joined }) => joined)).toEqual([typeId])
})

test('a double click adds one calendar, and another form of the same name a second one', async () => {
  const form = fresh()

  const twice = await Promise.all([addCalendar(manager, form), addCalendar(manager, form)])
  const second = await addCalendar(manager, fresh())

  expect(twice).toEqual([
    { ok: true, value: 'ana' },
    { ok: true, value: 'ana' },
  ])
  expect(second).toEqual({ ok: true, value: 'ana-2' })
  expect(await db.host.count()).toBe(2)
})

test('everybody holds one calendar at most, also when two are given to them at once', async () => {
  const outcomes = await Promise.all([
    addCalendar(manager, { ...fresh(), staffId: cora.id }),
    addCalendar(manager, { ...fresh(), staffId: cora.id }),
  ])
  const slug = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))[0] ?? ''

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, reason: 'staff-taken' })
  expect(await changeCalendar(manager, slug, plain, { staffId: cora.id, active: true })).toMatchObject({
    ok: true,
  })
  expect(await addCalendar(manager, { ...fresh(), staffId: 'nobody' })).toEqual({
    ok: false,
    reason: 'no-such-staff',
  })
})

test('a consultant changes their own calendar, but not who holds it or whether it is booked', async () => {
  const own = await makeCalendar({ staffId: cora.id })

  await changeCalendar(cora, own.slug, { ...plain, dailyLimit: 2 }, { staffId: null, active: false })

  expect(await db.host.findUnique({ where: { slug: own.slug } })).toMatchObject({
    name: 'Ana',
    dailyLimit: 2,
    staffId: cora.id,
    active: true,
  })
})

test('another’s calendar does not exist for a consultant, and a reader changes none', async () => {
  const other = await makeCalendar()

  await expect(getCalendar(cora, other.slug)).rejects.toMatchObject({ status: 404 })
  await expect(changeCalendar(cora, other.slug, plain)).rejects.toMatchObject({ status: 404 })
  await expect(changeCalendar(looker, other.slug, plain)).rejects.toMatchObject({ status: 403 })
  await expect(addCalendar(cora, fresh())).rejects.toMatchObject({ status: 403 })
  await expect(addCalendar(looker, fresh())).rejects.toMatchObject({ status: 403 })
  expect(await listCalendars(cora, now)).toEqual([])
  expect(await listCalendars(looker, now)).toHaveLength(1)
  expect(await db.host.findUnique({ where: { slug: other.slug } })).toMatchObject({ name: 'Ana Example' })
})

test.each(['a\0b', 'UPPER', '../x', 'x'.repeat(80), undefined])('%j is no calendar', async (slug) => {
  await expect(getCalendar(manager, slug)).rejects.toMatchObject({ status: 404 })
  await expect(changeCalendar(manager, slug, plain)).rejects.toMatchObject({ status: 404 })
})

test('another zone reads the same hours there, and a calendar put to rest offers nothing', async () => {
  const calendar = await makeCalendar()
  const newYork = { ...plain, timeZone: 'America/New_York' as TimeZone }

  await changeCalendar(manager, calendar.slug, newYork)
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['15:00', '16:00', '17:00'])

  await changeCalendar(manager, calendar.slug, { ...plain, version: 2 }, { staffId: null, active: false })
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual([])
})

test('of two who change one calendar at once the second is told, and nothing of theirs is saved', async () => {
  const { slug } = await makeCalendar()

  const outcomes = await Promise.all(
    ['Mine', 'Theirs'].map((name) => changeCalendar(manager, slug, { ...plain, name })),
  )

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await db.host.findUnique({ where: { slug } })).toMatchObject({
    name: outcomes[0]?.ok ? 'Mine' : 'Theirs',
  })
})

test('a region closes its public holidays', async () => {
  const calendar = await makeCalendar()

  await changeCalendar(manager, calendar.slug, { ...plain, region: 'DE-BY' })

  // Epiphany, Wednesday 6 January 2027, is a holiday in Bavaria and not in all of Germany.
  expect(await offeredOn(calendar, '2027-01-06', now)).toEqual([])
  expect(await offeredOn(calendar, '2027-01-07', now)).toEqual(['09:00', '10:00', '11:00'])
})

test('the list says what is wrong: no hours, no type, another calendar that cannot be read', async () => {
  const good = await makeCalendar({ name: 'Good' })
  await makeCalendar({ name: 'Hourless', schedules: { create: { name: 'None', isDefault: true } } })
  await addCalendar(manager, { ...fresh(), name: 'Typeless' })
  await db.externalCalendar.create({
    data: { hostId: good.host.id, name: 'Private', url: 'https://x.example', failures: 2, failure: 'Gone' },
  })

  const rows = await listCalendars(manager, now)

  expect(
    rows.map(({ name, free, warnings }) => [name, free?.words, warnings.map(({ words }) => words)]),
  ).toEqual([
    ['Good', 'Mon 30 Nov, 09:00', ['Private cannot be read']],
    ['Hourless', undefined, ['No hours']],
    ['Typeless', undefined, ['In no type of consultation']],
  ])
  expect(rows[0]).toMatchObject({ clock: '07:00', zone: 'Berlin time', week: 'Mon–Fri 09:00–12:00' })
})

test('what is typed into the settings is checked, and a state of another country falls away', async () => {
  const settings = { name: 'Ana', timeZone: 'Europe/Berlin', country: 'DE', state: 'DE-BE', dailyLimit: '2' }
  const read = (changes: Record<string, string>) =>
    parseFormData(settingsSchema, posted({ ...settings, ...changes }))

  expect(read({})).toMatchObject({ ok: true, value: { settings: { region: 'DE-BE', dailyLimit: 2 } } })
  expect(read({ country: 'IN' })).toMatchObject({ ok: true, value: { settings: { region: 'IN' } } })
  expect(read({ country: '' })).toMatchObject({ ok: true, value: { settings: { region: null } } })
  expect(
    read({
      ...{ name: '', timeZone: 'Mars/Olympus', country: 'XX' },
      ...{ dailyLimit: '0', weeklyLimit: '1e9', yearlyLimit: '10000', dailyMinutes: '4' },
    }),
  ).toMatchObject({
    ok: false,
    errors: {
      name: ['Enter a name: what visitors see beside the time.'],
      timeZone: ['Choose a time zone from the list.'],
      country: ['Choose a country from the list.'],
      dailyLimit: ['Write a whole number from 1 to 99, or leave it empty.'],
      weeklyLimit: ['Write a whole number from 1 to 99, or leave it empty.'],
      yearlyLimit: ['Write a whole number from 1 to 9999, or leave it empty.'],
      dailyMinutes: ['Write a whole number from 5 to 1440, or leave it empty.'],
    },
  })
  expect(parseFormData(settingsSchema, posted({})).ok).toBe(false)
})

test('the form shows what is stored', async () => {
  const { slug } = await makeCalendar({
    region: 'DE-BE',
    weeklyLimit: 9,
    weeklyMinutes: 300,
    staffId: cora.id,
  })

  expect(settingsOf(await getCalendar(manager, slug))).toEqual({
    name: 'Ana Example',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    state: 'DE-BE',
    ...{ dailyLimit: '', weeklyLimit: '9', monthlyLimit: '', yearlyLimit: '' },
    ...{ dailyMinutes: '', weeklyMinutes: '300', monthlyMinutes: '' },
    staff: cora.id,
    active: 'yes',
  })
})
