import { request as httpRequest } from 'node:http'
import { expect, test, type Slot } from './fixtures.ts'
import {
  bookingFields,
  newMarker,
  officeTime,
  originOfSite,
  post,
  postJson,
  requirementFields,
  send,
  type Fields,
} from './samples.ts'

type Availability = { timeZone: string; days: { date: string; slots: Slot[] }[] }
type Booked = { reference: string; start: string; end: string; host: string; manageUrl: string }
type Refused = { error: string; reason?: string; alternatives?: string[]; fields?: Record<string, string[]> }

async function free(query: Fields): Promise<Availability> {
  const answer = await send(`/api/availability?${new URLSearchParams({ tz: 'UTC', ...query })}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Availability
}

async function isFree(start: string, host?: string): Promise<boolean> {
  const date = start.slice(0, 10)
  const { days } = await free({ from: date, to: date, ...(host && { host }) })
  return days.some(({ slots }) => slots.some((slot) => slot.start === start))
}

async function book(start: string, changes: Fields = {}) {
  const answer = await postJson('/api/bookings', bookingFields(newMarker(), { start, ...changes }))
  return { status: answer.status, body: (await answer.json()) as Booked & Refused }
}

const one = 'hiring-consultant'
const other = 'engineering-consultant'

test('every date that was asked for is listed, the empty ones too, in the zone that was asked for', async () => {
  const { timeZone, days } = await free({ from: '2020-02-27', to: '2020-03-01', tz: 'America/New_York' })

  expect(timeZone).toBe('America/New_York')
  expect(days).toEqual([
    { date: '2020-02-27', slots: [] },
    { date: '2020-02-28', slots: [] },
    { date: '2020-02-29', slots: [] },
    { date: '2020-03-01', slots: [] },
  ])
})

test('a free day is 18 half hours of the office, listed under the dates of the zone that asks', async () => {
  const start = officeTime(3, '05:30')
  const date = start.slice(0, 10)

  const inOffice = await free({ from: date, to: date, tz: 'Asia/Kolkata', host: other })
  const inHonolulu = await free({ from: date, to: date, tz: 'Pacific/Honolulu', host: other })

  const slots = inOffice.days[0]?.slots ?? []
  expect(slots).toHaveLength(18)
  expect(slots[0]).toEqual({ start, end: `${date}T06:00:00.000Z` })
  expect(slots.at(-1)?.start).toBe(`${date}T14:00:00.000Z`)
  const early = inHonolulu.days[0]?.slots.find((slot) => slot.start.startsWith(`${date}T05:30`))
  expect(early).toBeUndefined()
})

test('two dates of one zone never list a time twice or lose one', async () => {
  const [from, to] = [officeTime(0, '08:00').slice(0, 10), officeTime(7, '08:00').slice(0, 10)]

  const utc = await free({ from, to, tz: 'UTC' })
  const zoned = await free({ from, to, tz: 'Pacific/Kiritimati' })

  const starts = (found: Availability) => found.days.flatMap(({ slots }) => slots.map(({ start }) => start))
  expect(new Set(starts(utc)).size).toBe(starts(utc).length)
  expect(starts(utc)).toEqual([...starts(utc)].sort())
  expect(new Set(starts(zoned)).size).toBe(starts(zoned).length)
})

test('92 days may be asked for at once, 93 may not', async () => {
  const most = await free({ from: '2026-01-01', to: '2026-04-02' })
  const tooMany = await send('/api/availability?from=2026-01-01&to=2026-04-03&tz=UTC')

  expect(most.days).toHaveLength(92)
  expect(tooMany.status).toBe(422)
  expect(await tooMany.json()).toEqual({ error: 'invalid', fields: { to: [expect.stringContaining('92')] } })
})

test('a question that cannot be answered names the field that is wrong', async () => {
  const wrong: [query: string, field: string][] = [
    ['to=2027-01-01&tz=UTC', 'from'],
    ['from=2027-01-01&tz=UTC', 'to'],
    ['from=2027-01-01&to=2027-01-01', 'tz'],
    ['from=2027-02-30&to=2027-03-01&tz=UTC', 'from'],
    ['from=2027-01-02&to=2027-01-01&tz=UTC', 'to'],
    ['from=0000-00-00&to=2027-01-01&tz=UTC', 'from'],
    ['from=2027-01-01&to=2027-01-01&tz=%2B05:30', 'tz'],
    ['from=2027-01-01&to=2027-01-01&tz=Mars/Olympus', 'tz'],
    ['from=2027-01-01&to=2027-01-01&tz=UTC&type=lunch', 'type'],
    ['from=2027-01-01&to=2027-01-01&tz=UTC&host=nobody', 'host'],
    [`from=2027-01-01&to=2027-01-01&tz=UTC&host=${'x'.repeat(5000)}`, 'host'],
    ['from=2027-01-01&to=2027-01-01&tz=UTC&host=a%00b', 'host'],
  ]

  const answers: [string, number, string[]][] = []
  for (const [query] of wrong) {
    const answer = await send(`/api/availability?${query}`)
    const { fields = {} } = (await answer.json()) as Refused
    answers.push([query, answer.status, Object.keys(fields)])
  }

  expect(answers).toEqual(wrong.map(([query, field]) => [query, 422, expect.arrayContaining([field])]))
})

test('a booking is answered with its reference, its times, its host and the link to change it', async () => {
  const start = officeTime(1, '08:00')

  const { status, body } = await book(start, { host: one })

  expect(status).toBe(201)
  expect(body).toEqual({
    reference: expect.stringMatching(/^B-[2-9A-Z]{7}$/),
    start,
    end: officeTime(1, '08:30'),
    host: one,
    manageUrl: expect.stringMatching(/^http:\/\/localhost:\d+\/manage\/[\w-]{22}\.[\w-]{47}$/),
  })
  expect(await isFree(start, one)).toBe(false)
  expect(await isFree(start, other)).toBe(true)
  expect(await (await fetch(body.manageUrl)).text()).toContain(body.reference)
})

test('a start written with an offset is the same instant', async () => {
  const start = officeTime(1, '08:30')
  const local = `${start.slice(0, 10)}T10:30:00+02:00`

  const { status, body } = await book(local, { host: one })

  expect([status, body.start]).toEqual([201, start])
})

test('without a host whoever is free takes it, and the third finds nobody', async () => {
  const start = officeTime(1, '09:30')

  const first = await book(start)
  const second = await book(start)
  const third = await book(start)

  expect([first.status, second.status, third.status]).toEqual([201, 201, 409])
  expect([first.body.host, second.body.host].sort()).toEqual([other, one])
})

test('the same key gives the first answer again, and other content under it is refused', async ({
  query,
}) => {
  const fields = bookingFields(newMarker(), { start: officeTime(1, '10:30') })

  const first = await postJson('/api/bookings', fields)
  const again = await postJson('/api/bookings', fields)
  const changed = await postJson('/api/bookings', { ...fields, start: officeTime(1, '11:00') })

  expect([first.status, again.status, changed.status]).toEqual([201, 200, 422])
  expect(await again.json()).toEqual(await first.json())
  expect(await changed.json()).toEqual({ error: 'invalid', fields: { idempotencyKey: [expect.any(String)] } })
  const rows = await query('SELECT id FROM booking WHERE visitor_email = $1', [fields.email])
  expect(rows).toHaveLength(1)
})

test('a taken time is refused with at most five others, in order, and each of them is free', async () => {
  const start = officeTime(1, '12:00')
  await book(start, { host: one })

  const { status, body } = await book(start, { host: one })

  const { error, reason, alternatives = [] } = body
  expect({ status, error, reason }).toEqual({ status: 409, error: 'slot-taken', reason: 'taken' })
  expect(alternatives).toHaveLength(5)
  expect(alternatives).toEqual([...alternatives].sort())
  expect(alternatives).not.toContain(start)
  expect(await Promise.all(alternatives.map((time) => isFree(time, one)))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
})

test('a time that was never offered is refused for its first reason', async () => {
  const day = officeTime(2, '08:00').slice(0, 10)
  const sunday = new Date(Date.parse(day) + (7 - new Date(day).getUTCDay()) * 86_400_000)
  const asked: [start: string, reason: string][] = [
    ['2020-01-06T08:00:00Z', 'past'],
    [new Date(Date.now() + 60_000).toISOString(), 'notice'],
    [`${Number(day.slice(0, 4)) + 1}-12-01T08:00:00Z`, 'window'],
    [new Date(sunday.getTime() - 14 * 86_400_000 + 8 * 3_600_000).toISOString(), 'hours'],
    [`${day}T03:00:00Z`, 'hours'],
    [`${day}T14:30:00Z`, 'hours'],
    [`${day}T08:17:00Z`, 'grid'],
    [`${day}T08:00:00.001Z`, 'grid'],
  ]

  const refusals: [string, string | undefined][] = []
  for (const [start] of asked) {
    const { status, body } = await book(start)
    expect([status, body.error]).toEqual([409, 'slot-refused'])
    expect(body.alternatives?.length).toBeLessThanOrEqual(5)
    refusals.push([start, body.reason])
  }

  expect(refusals).toEqual(asked)
})

test('an unknown type or host is a mistake in the question', async () => {
  const start = officeTime(2, '08:00')

  const type = await book(start, { type: 'lunch' })
  const host = await book(start, { host: 'nobody' })
  const nothing = await postJson('/api/bookings', {})

  expect([type.status, type.body]).toEqual([
    422,
    { error: 'invalid', fields: { type: [expect.any(String)] } },
  ])
  expect([host.status, host.body]).toEqual([
    422,
    { error: 'invalid', fields: { host: [expect.any(String)] } },
  ])
  const { fields = {} } = (await nothing.json()) as Refused
  expect(Object.keys(fields).sort()).toEqual(['email', 'idempotencyKey', 'name', 'start', 'timeZone'])
})

test('columns that are not the visitor’s to write are ignored', async ({ query }) => {
  const { status, body } = await book(officeTime(2, '08:30'), {
    id: '00000000-0000-7000-8000-000000000000',
    reference: 'B-MINE',
    status: 'attended',
    hostId: 'x',
    leadId: 'x',
    createdAt: '2000-01-01T00:00:00Z',
    attachTo: '00000000-0000-7000-8000-000000000000',
  })

  expect(status).toBe(201)
  const [row] = await query<{ status: string; year: number }>(
    'SELECT status, extract(year FROM created_at)::int AS year FROM booking WHERE reference = $1',
    [body.reference],
  )
  expect(row).toEqual({ status: 'confirmed', year: new Date().getFullYear() })
})

test('moving a booking keeps its row and its link, and frees the old time at once', async ({ query }) => {
  const [from, to] = [officeTime(2, '10:00'), officeTime(2, '12:00')]
  const { body } = await book(from, { host: one })
  const path = new URL(body.manageUrl).pathname

  const moved = await post(path, { intent: 'move', start: to })

  expect([moved.status, moved.headers.get('location')]).toEqual([303, `${path}?done=moved`])
  expect([await isFree(from, one), await isFree(to, one)]).toEqual([true, false])
  const rows = await query('SELECT starts_at, sequence FROM booking WHERE reference = $1', [body.reference])
  expect(rows).toEqual([{ starts_at: new Date(to), sequence: 1 }])
  expect((await book(from, { host: one })).status).toBe(201)
})

test('a move to a time that others have leaves the booking where it was', async ({ query }) => {
  const [mine, theirs] = [officeTime(2, '13:00'), officeTime(2, '13:30')]
  const { body } = await book(mine, { host: other })
  await book(theirs, { host: other })

  const refused = await post(new URL(body.manageUrl).pathname, { intent: 'move', start: theirs })

  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Your consultation stays where it was')
  const rows = await query('SELECT starts_at, sequence FROM booking WHERE reference = $1', [body.reference])
  expect(rows).toEqual([{ starts_at: new Date(mine), sequence: 0 }])
})

test('a cancelled booking frees its time, and its page only shows', async () => {
  const start = officeTime(3, '09:00')
  const { body } = await book(start, { host: one })
  const path = new URL(body.manageUrl).pathname

  const cancelled = await post(path, { intent: 'cancel', reason: 'Plans changed' })
  const page = await (await send(path)).text()
  const late = await post(path, { intent: 'move', start: officeTime(3, '09:30') })

  expect([cancelled.status, await isFree(start, one)]).toEqual([303, true])
  expect(page).toContain('This consultation is cancelled')
  expect(page).not.toContain('Cancel the consultation')
  expect(late.status).toBe(409)
})

test('within four hours of the start a visitor can neither move nor cancel', async ({ query }) => {
  const { body } = await book(officeTime(3, '10:00'), { host: one })
  const path = new URL(body.manageUrl).pathname
  await query(
    `UPDATE booking SET starts_at = now() + interval '239 minutes', ends_at = now() + interval '269 minutes',
       blocked_from = now() + interval '239 minutes', blocked_until = now() + interval '269 minutes'
     WHERE reference = $1`,
    [body.reference],
  )

  const moved = await post(path, { intent: 'move', start: officeTime(3, '10:30') })
  const cancelled = await post(path, { intent: 'cancel', reason: '' })

  expect([moved.status, cancelled.status]).toEqual([409, 409])
  expect(await cancelled.text()).toContain('It is too late to change this here.')
  const rows = await query('SELECT status, sequence FROM booking WHERE reference = $1', [body.reference])
  expect(rows).toEqual([{ status: 'confirmed', sequence: 0 }])
})

test('a link that was changed by one letter opens nothing, like one that never was', async () => {
  const { body } = await book(officeTime(3, '11:00'), { host: one })
  const token = new URL(body.manageUrl).pathname.split('/').at(-1) ?? ''
  const requested = await post('/start', requirementFields(newMarker()))
  const foreign = requested.headers.get('location')?.split('/').at(-1) ?? ''
  const another = token.at(-4) === 'A' ? 'B' : 'A'
  const tokens = [
    `${token.slice(0, -4)}${another}${token.slice(-3)}`,
    token.slice(0, 22),
    `${token}x`,
    foreign,
    'x',
  ]

  const statuses = await Promise.all(
    tokens.flatMap((one) => [
      send(`/manage/${one}`),
      send(`/booked/${one}`),
      send(`/booked/${one}/invite.ics`),
      post(`/manage/${one}`, { intent: 'cancel', reason: '' }),
    ]),
  )

  expect([...new Set(statuses.map(({ status }) => status))]).toEqual([404])
  expect((await send(`/start/done/${token}`)).status).toBe(404)
})

test('links name our own address, whatever host the request claims to be for', async () => {
  const fields = bookingFields(newMarker(), { start: officeTime(3, '12:00'), host: one })

  const { manageUrl } = await postAs('evil.test', fields)

  expect(new URL(manageUrl).origin).toBe(originOfSite())
})

test('two bookings of one person are one lead', async ({ query }) => {
  const marker = newMarker()
  await postJson('/api/bookings', bookingFields(marker, { start: officeTime(3, '13:00') }))
  await postJson('/api/bookings', bookingFields(marker, { start: officeTime(3, '13:30') }))

  const leads = await query('SELECT DISTINCT lead_id FROM submission WHERE email = $1', [
    `ann@${marker}.example`,
  ])
  const submissions = await query('SELECT id FROM submission WHERE email = $1', [`ann@${marker}.example`])

  expect([leads.length, submissions.length]).toEqual([1, 2])
})

/** Books with a Host header of one's own, which fetch would not send. */
function postAs(host: string, fields: Fields): Promise<Booked> {
  const body = JSON.stringify(fields)
  const headers = {
    host,
    'x-forwarded-host': host,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${originOfSite()}/api/bookings`, { method: 'POST', headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += String(chunk)))
      answer.on('end', () => resolve(JSON.parse(text) as Booked))
    })
    asked.on('error', reject).end(body)
  })
}
