import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { startFeedReader } from './feed-reader.server.ts'
import { openFeedServer } from './feed-server.fixture.ts'
import { calendarOf, eventOf } from './feeds.fixture.ts'
import { readCalendar, readNextDue } from './read-calendars.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const noon = eventOf('DTSTART:20261201T120000Z', 'DURATION:PT1H')
const evening = eventOf('DTSTART:20261201T180000Z', 'DURATION:PT1H')

let server: Awaited<ReturnType<typeof openFeedServer>>
beforeAll(async () => {
  env.CALENDAR_FEEDS_FROM = 'anywhere'
  server = await openFeedServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await db.externalCalendar.deleteMany()
  server.asked.length = 0
})

async function addCalendar(path: string) {
  const host = await db.host.create({
    data: { slug: randomUUID(), publicId: newPublicId(), name: 'Dev', timeZone: 'Europe/Berlin' },
  })
  const { id } = await db.externalCalendar.create({
    data: { hostId: host.id, name: 'Private', url: server.url(path) },
  })
  return id
}

async function stateOf(id: string) {
  const { events, ...calendar } = await db.externalCalendar.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { startsAt: 'asc' } } },
  })
  const times = events.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => at.toISOString().slice(0, 16)).join(' '),
  )
  return { ...calendar, times, rowIds: events.map((event) => event.id) }
}

function minutesFromNow(date: Date): number {
  return Math.round((date.getTime() - Date.now()) / 60_000)
}

test('a due calendar is read, and again ten minutes later', async () => {
  server.set('/one.ics', { headers: { etag: '"1"' }, body: calendarOf(noon) })
  const id = await addCalendar('/one.ics')

  expect(await readNextDue(now)).toBe('done')
  expect(await readNextDue(now)).toBe('nothing')

  const calendar = await stateOf(id)
  expect(calendar).toMatchObject({ etag: '"1"', readAt: now, expandedTo: addDays(now, 400), failure: '' })
  expect(calendar.times).toEqual(['2026-12-01T12:00 2026-12-01T13:00'])
  expect(minutesFromNow(calendar.dueAt)).toBe(10)
})

test('what changed is replaced, and what did not stays the same row', async () => {
  const third = eventOf('DTSTART:20261202T120000Z', 'DURATION:PT1H')
  server.set('/change.ics', { body: calendarOf(noon, evening) })
  const id = await addCalendar('/change.ics')
  await readCalendar(id, now)
  const [kept] = (await stateOf(id)).rowIds
  server.set('/change.ics', { body: calendarOf(noon, third) })

  await readCalendar(id, now)

  const { times, rowIds } = await stateOf(id)
  expect(times).toEqual(['2026-12-01T12:00 2026-12-01T13:00', '2026-12-02T12:00 2026-12-02T13:00'])
  expect(rowIds[0]).toBe(kept)
})

test('an unchanged calendar is known to be right again; after a day all of it is asked for', async () => {
  server.set('/same.ics', ({ headers }) =>
    headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"1"' }, body: calendarOf(noon) },
  )
  const id = await addCalendar('/same.ics')
  await readCalendar(id, now)
  const soon = new Date('2026-11-23T09:10:00Z')
  const dayAfter = addDays(now, 2)

  await readCalendar(id, soon)
  expect(await stateOf(id)).toMatchObject({ readAt: soon, expandedTo: addDays(now, 400) })
  await readCalendar(id, dayAfter)
  expect(await stateOf(id)).toMatchObject({ readAt: dayAfter, expandedTo: addDays(dayAfter, 400) })

  expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', undefined])
  expect((await stateOf(id)).times).toHaveLength(1)
})

test('a calendar that cannot be read keeps its last good copy and is asked less and less often', async () => {
  server.set('/gone.ics', { body: calendarOf(noon) })
  const id = await addCalendar('/gone.ics')
  await readCalendar(id, now)
  server.set('/gone.ics')

  const waits: number[] = []
  for (let attempt = 0; attempt < 7; attempt++) {
    await readCalendar(id, addDays(now, 1))
    waits.push(minutesFromNow((await stateOf(id)).dueAt))
  }

  const calendar = await stateOf(id)
  expect(waits).toEqual([20, 40, 80, 160, 320, 360, 360])
  expect(calendar).toMatchObject({
    failure: 'The address answers 404: it may have been reset.',
    failures: 7,
    readAt: now,
  })
  expect(calendar.times).toHaveLength(1)
})

test('a web page in place of the calendar is a failure too; the next good copy ends it', async () => {
  server.set('/page.ics', { body: '<!doctype html><title>Sign in</title>' })
  const id = await addCalendar('/page.ics')
  await readCalendar(id, now)
  expect(await stateOf(id)).toMatchObject({ failures: 1, failure: expect.stringContaining('a web page') })

  server.set('/page.ics', { body: calendarOf(noon) })
  await readCalendar(id, now)

  expect(await stateOf(id)).toMatchObject({ failures: 0, failure: '', readAt: now })
})

test('two processes never fetch one calendar at the same time', async () => {
  server.set('/race.ics', { body: calendarOf(noon) })
  await addCalendar('/race.ics')

  const outcomes = await Promise.all(Array.from({ length: 6 }, () => readNextDue(now)))

  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  expect(server.asked).toHaveLength(1)
})

test('two readings of one calendar at once leave each time there once', async () => {
  server.set('/twice.ics', { body: calendarOf(noon, evening) })
  const id = await addCalendar('/twice.ics')

  await Promise.all([readCalendar(id, now), readCalendar(id, now), readCalendar(id, now)])

  expect((await stateOf(id)).times).toHaveLength(2)
})

test('a calendar that is removed while it is read stays removed', async () => {
  server.set('/late.ics', (_request, response) => {
    void db.externalCalendar.deleteMany().then(() => response.end(calendarOf(noon)))
  })
  const id = await addCalendar('/late.ics')

  await readCalendar(id, now)

  expect(await db.externalCalendar.count()).toBe(0)
  expect(await db.externalEvent.count({ where: { calendarId: id } })).toBe(0)
})

test('our own bookings in a host’s calendar block nothing', async () => {
  const own = eventOf('UID:0123@benchline.test', 'DTSTART:20261201T120000Z', 'DURATION:PT1H')
  server.set('/own.ics', { body: calendarOf(own, evening) })
  const id = await addCalendar('/own.ics')

  await readCalendar(id, now)

  expect((await stateOf(id)).times).toEqual(['2026-12-01T18:00 2026-12-01T19:00'])
})

test('a full calendar of thousands of times is stored in one go', async () => {
  const many = Array.from({ length: 15_000 }, (_, i) => {
    const start = new Date(now.getTime() + i * 30 * 60_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
    return eventOf(`UID:${i}`, `DTSTART:${start}`, 'DURATION:PT10M')
  })
  server.set('/many.ics', { body: calendarOf(...many) })
  const id = await addCalendar('/many.ics')

  await readCalendar(id, now)
  await readCalendar(id, now)

  expect(await db.externalEvent.count({ where: { calendarId: id } })).toBe(15_000)
})

test('the reader reads whatever is due by itself, without a mail server, and stops when it is told to', async () => {
  server.set('/worker.ics', { body: calendarOf(noon) })
  const ids = await Promise.all([addCalendar('/worker.ics'), addCalendar('/worker.ics')])

  const reader = startFeedReader()

  await vi.waitFor(
    async () => {
      for (const id of ids) expect((await stateOf(id)).readAt).not.toBeNull()
    },
    { timeout: 5_000, interval: 20 },
  )
  await reader.stop()
})
