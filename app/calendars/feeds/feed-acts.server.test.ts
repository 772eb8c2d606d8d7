import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { listFeeds } from './feed-acts.server.ts'
import { actOnFeeds } from './feed-forms.server.ts'
import { openFeedServer } from './feed-server.fixture.ts'
import { calendarOf, eventOf } from './feeds.fixture.ts'

const now = new Date('2026-11-23T09:00:00Z')
let server: Awaited<ReturnType<typeof openFeedServer>>
beforeAll(async () => {
  env.CALENDAR_FEEDS_FROM = 'anywhere'
  server = await openFeedServer()
  server.set('/private.ics', {
    body: calendarOf(
      eventOf('DTSTART:20261123T080000Z', 'DURATION:PT30M'),
      eventOf('DTSTART:20261201T120000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
    ),
  })
})
afterAll(() => server.close())

/** A consultant and their own calendar. */
async function aHost(role: StaffRole = 'consultant') {
  const viewer = await addStaff({ email: `${randomUUID()}@firm.example`, role })
  const host = await db.host.create({
    data: {
      slug: randomUUID(),
      publicId: newPublicId(),
      name: 'Dev',
      timeZone: 'Europe/Berlin',
      staffId: viewer.id,
    },
  })
  const act = (fields: Record<string, string>, as = viewer) => actOnFeeds(as, host.slug, formOf(fields), now)
  return { viewer, host, act, feeds: () => listFeeds(viewer, host.id, now) }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const adding = (url = server.url('/private.ics')) => ({ intent: 'add', name: 'Private', url })

test('a calendar is read when it is added, and blocks from then on', async () => {
  const { act, feeds } = await aHost()

  expect(await act(adding())).toEqual({ ok: true, done: 'added' })

  expect(await feeds()).toMatchObject([{ name: 'Private', readAt: now, failure: '', _count: { events: 3 } }])
})

test('one that cannot be read is not added, and what was typed is kept', async () => {
  const { act, feeds } = await aHost()
  const url = server.url('/gone.ics')

  expect(await act(adding(url))).toEqual({
    ok: false,
    refused: {
      errors: {
        url: ['It was read at once and not added: the address answers 404: it may have been reset.'],
      },
      typed: { name: 'Private', url },
    },
  })
  expect(await feeds()).toEqual([])
})

test('by default an address on this machine is not even asked', async () => {
  const { act, feeds } = await aHost()
  env.CALENDAR_FEEDS_FROM = 'public'
  server.asked.length = 0

  const added = await act(adding())

  env.CALENDAR_FEEDS_FROM = 'anywhere'
  expect(added.ok).toBe(false)
  expect(server.asked).toEqual([])
  expect(await feeds()).toEqual([])
})

test('the same calendar is added once, our own addresses never', async () => {
  const { act, feeds } = await aHost()
  await act(adding())

  const messageOf = async (url: string) => {
    const acted = await act(adding(url))
    return acted.ok ? '' : acted.refused.errors.url?.join()
  }

  expect(await messageOf(server.url('/private.ics'))).toContain('in the list already')
  expect(await messageOf('https://benchline.test/calendar/x/bookings.ics')).toContain('an address of our own')
  expect(await messageOf('gopher://x')).toContain('begins with https://')
  expect(await feeds()).toHaveLength(1)
})

test('removing a calendar frees its times', async () => {
  const { act, feeds } = await aHost()
  await act(adding())
  const [feed] = await feeds()
  const id = feed?.id ?? ''

  expect(await act({ intent: 'remove', id })).toEqual({ ok: true, done: 'removed' })

  expect(await feeds()).toEqual([])
  expect(await db.externalEvent.count({ where: { calendarId: id } })).toBe(0)
  expect(await act({ intent: 'remove', id })).toMatchObject({ ok: true })
})

test('reading one now shows at once what became of it', async () => {
  server.set('/soon-gone.ics', { body: calendarOf() })
  const { act, feeds } = await aHost()
  await act(adding(server.url('/soon-gone.ics')))
  const [feed] = await feeds()
  server.set('/soon-gone.ics')

  await act({ intent: 'read', id: feed?.id ?? '' })

  expect(await feeds()).toMatchObject([{ failure: 'The address answers 404: it may have been reset.' }])
})

test('a new address is made once, however often the button is pressed', async () => {
  const { act, host } = await aHost()

  await Promise.all([act({ intent: 'renew', version: '1' }), act({ intent: 'renew', version: '1' })])

  expect(await db.host.findUnique({ where: { id: host.id } })).toMatchObject({ feedVersion: 2 })
})

test('a colleague’s calendars are not there for a consultant, and who only looks changes nothing', async () => {
  const theirs = await aHost()
  await theirs.act(adding())
  const [feed] = await theirs.feeds()
  const colleague = await addStaff({ email: `${randomUUID()}@firm.example` })
  const reader = await addStaff({ email: `${randomUUID()}@firm.example`, role: 'read_only' })
  const attempts: Record<string, string>[] = [
    adding(),
    { intent: 'remove', id: feed?.id ?? '' },
    { intent: 'read', id: feed?.id ?? '' },
    { intent: 'renew', version: '1' },
  ]

  const statusesFor = (viewer: typeof colleague) =>
    Promise.all(
      attempts.map((fields) => theirs.act(fields, viewer).catch((answer: Response) => answer.status)),
    )

  expect(await statusesFor(colleague)).toEqual([404, 404, 404, 404])
  expect(await statusesFor(reader)).toEqual([403, 403, 403, 403])
  expect(await theirs.feeds()).toHaveLength(1)
  expect(await listFeeds(colleague, theirs.host.id, now)).toEqual([])
})

test('another host’s calendar cannot be removed through one’s own page', async () => {
  const [mine, theirs] = [await aHost(), await aHost()]
  await theirs.act(adding())
  const [feed] = await theirs.feeds()

  await mine.act({ intent: 'remove', id: feed?.id ?? '' })

  expect(await theirs.feeds()).toHaveLength(1)
})

test('what none of the page’s buttons sends is refused', async () => {
  const { act } = await aHost()
  const odd = [{}, { intent: 'x' }, { intent: 'remove' }, { intent: 'read', id: '1' }, { intent: 'renew' }]

  const answers = await Promise.all(
    odd.map((fields) => act(fields as Record<string, string>).catch((answer: Response) => answer.status)),
  )

  expect(answers).toEqual([400, 400, 400, 400, 400])
})
