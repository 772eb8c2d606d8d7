import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'
import { bookingFields, newMarker, post, postJson, send, type Query } from './samples.ts'

/** One person alone, so that what one visitor holds nobody else can have. */
let type: OwnType
test.beforeEach(async ({ query }) => {
  type = await makeType(query, { name: `Held ${newMarker()}`, people: ['Asha'] })
})
test.afterEach(() => type.retire())

test.describe('a time that is chosen', () => {
  test('is held for ten minutes, counted down, and kept longer without losing what was typed', async ({
    page,
    query,
    visitor,
  }) => {
    await choose(page, '10:00')

    await expect(page.locator('#hold')).toContainText(/Held for you until \d\d:\d\d \(UTC\)/)
    await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/)
    await expectAccessible(page)
    await page.getByLabel('Your name').fill(visitor.name)
    await passMinutes(query, 8.5)
    await page.getByRole('button', { name: 'Keep it ten minutes more' }).click()

    await expect(page.locator('#hold output')).toHaveText(/^Held until \d\d:\d\d/)
    await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/)
    await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
    await confirm(page, visitor)
    expect(await rows(query)).toEqual([{ status: 'confirmed' }])
  })

  test('says once that two minutes are left, and then that it is over', async ({ page, query, visitor }) => {
    await page.clock.install()
    await choose(page, '10:00')
    const said = page.locator('#hold output')
    await expect(page.getByRole('timer')).toBeVisible()

    await page.clock.runFor('07:55')
    await expect(said).toBeEmpty()
    await page.clock.runFor('00:10')
    await expect(said).toContainText('Two minutes left.')
    await page.clock.runFor('02:00')
    await expect(said).toContainText('No longer held for you.')
    await expect(page.getByText('Held for you', { exact: true })).toBeHidden()

    await passMinutes(query, 11)
    await confirm(page, visitor)
  })

  test('that ran out and went to somebody else is offered no more, and everything typed is kept', async ({
    page,
    query,
    visitor,
  }) => {
    await choose(page, '10:00')
    await page.getByLabel('What should we know before the call?').fill('Typed once')
    await passMinutes(query, 11)
    const taken = await postJson('/api/bookings', bookingOf('10:00'))
    expect(taken.status).toBe(201)

    await fill(page, visitor)
    await page.getByRole('button', { name: 'Confirm the booking' }).click()

    await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time.')
    await expect(page.getByLabel('What should we know before the call?')).toHaveValue('Typed once')
    await page.getByRole('button', { name: /, 11:00/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
  })

  test('cannot be had by others until it is let go', async ({ page, browser, query }) => {
    await choose(page, '10:00')
    const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
    await other.goto(calendar())
    await expect(other.getByRole('button', { name: '11:00', exact: true })).toBeVisible()
    await expect(other.getByRole('button', { name: '10:00', exact: true })).toHaveCount(0)
    await other.goto(`/book/${type.slug}?tz=UTC&slot=${startAt('10:00')}`)
    await expect(other.getByText('Somebody else has it.')).toBeVisible()

    await page.getByRole('button', { name: 'Change the time' }).click()

    await expect(page.getByRole('button', { name: '10:00', exact: true })).toBeVisible()
    expect(await rows(query)).toEqual([])
    await other.goto(calendar())
    await expect(other.getByRole('button', { name: '10:00', exact: true })).toBeVisible()
    await other.close()
  })

  test('in a second tab lets the first one go, whose form books like any other', async ({
    page,
    context,
    query,
    visitor,
  }) => {
    await choose(page, '10:00')
    const second = await context.newPage()
    await choose(second, '11:00')
    expect(await rows(query)).toEqual([{ status: 'reserved' }])

    await confirm(page, visitor)
    expect((await rows(query)).toSorted(byStatus)).toEqual([{ status: 'confirmed' }, { status: 'reserved' }])
  })

  test('and left by the back button is still theirs', async ({ page, visitor }) => {
    await choose(page, '10:00')
    await page.goBack()
    await expect(page.getByRole('button', { name: '10:00', exact: true })).toBeVisible()

    await page.getByRole('button', { name: '10:00', exact: true }).click()
    await expect(page.locator('#hold')).toContainText('Held for you until')
    await confirm(page, visitor)
  })

  test('by the keyboard alone is held, and Enter in a field sends the form', async ({ page, visitor }) => {
    await page.goto(calendar())
    await page.getByRole('button', { name: '10:00', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('#hold')).toContainText('Held for you until')
    await fill(page, visitor)
    await page.getByLabel('Work e-mail').press('Enter')

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a time is held, kept longer with everything typed, and booked', async ({ page, query, visitor }) => {
    await choose(page, '10:00')
    await expect(page.locator('#hold')).toContainText(/Held for you until \d\d:\d\d \(UTC\)/)
    await page.getByLabel('Your name').fill(visitor.name)
    await passMinutes(query, 8)
    await page.getByRole('button', { name: 'Keep it ten minutes more' }).click()

    await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
    await expect(page.locator('#hold')).toHaveAttribute('data-left', /^(600|59\d)$/)
    await passMinutes(query, 0, 55)
    await page.getByRole('button', { name: 'Keep it ten minutes more' }).click()
    await expect(page.getByText('It is held for an hour, the longest we can.')).toBeVisible()
    await confirm(page, visitor)
  })
})

test('a link to a time holds nothing until its visitor asks for it', async ({ page, query, visitor }) => {
  await page.goto(`/book/${type.slug}?tz=UTC&slot=${startAt('10:00')}`)
  await expect(page.locator('#hold')).toContainText('Not held for you')
  await expectAccessible(page)
  expect(await rows(query)).toEqual([])

  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByRole('button', { name: 'Hold this time for ten minutes' }).click()

  await expect(page.locator('#hold')).toContainText('Held for you until')
  await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
  expect(await rows(query)).toEqual([{ status: 'reserved' }])
  await confirm(page, visitor)
})

test('whoever keeps no cookies is held nothing, and shown the form', async ({ query }) => {
  const path = `/book/${type.slug}/hold?tz=UTC`
  const first = await post(path, { slot: startAt('10:00') })
  expect(first.status).toBe(307)
  // The zone of the address is remembered besides, as of any page of ours.
  expect(first.headers.getSetCookie()).toEqual([
    'tz=UTC; Path=/; Max-Age=31536000; SameSite=Lax',
    expect.stringMatching(/^hold=[\w-]{22}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
  ])

  const second = await post(first.headers.get('location') ?? '', { slot: startAt('10:00') })

  expect(second.status).toBe(303)
  expect(second.headers.get('location')).toBe(
    `/book/${type.slug}?tz=UTC&slot=${encodeURIComponent(startAt('10:00'))}`,
  )
  expect(await rows(query)).toEqual([])
})

test('nonsense is answered, and holds nothing', async ({ query }) => {
  const cookie = { cookie: `hold=${'A'.repeat(22)}` }
  const statuses = []
  for (const fields of [
    {},
    { slot: 'tomorrow' },
    { slot: '\u0000' },
    { intent: 'release' },
    { slot: '2020-01-06T08:00:00Z' },
  ]) {
    const sent = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
    statuses.push((await post(`/book/${type.slug}/hold?host=%00&tz=%00`, sent, cookie)).status)
  }
  const strange = await post('/book/no%20type/hold', { slot: startAt('10:00') }, cookie)
  const unknown = await post('/book/never-was/hold', { slot: startAt('10:00') }, cookie)

  expect(statuses).toEqual([303, 303, 303, 303, 303])
  expect([strange.status, unknown.status]).toEqual([404, 303])
  expect((await send(unknown.headers.get('location') ?? '')).status).toBe(404)
  expect(await rows(query)).toEqual([])
})

const inFourDays = () => new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)
const startAt = (time: string) => `${inFourDays()}T${time}:00.000Z`
const calendar = () => `/book/${type.slug}?tz=UTC&date=${inFourDays()}`
const bookingOf = (time: string) => ({ ...bookingFields(newMarker()), type: type.slug, start: startAt(time) })
const byStatus = (a: { status: string }, b: { status: string }) => (a.status < b.status ? -1 : 1)

async function choose(page: Page, time: string) {
  await page.goto(calendar())
  await page.getByRole('button', { name: time, exact: true }).click()
  await expect(page.getByLabel('Your name')).toBeVisible()
}

async function fill(page: Page, visitor: { name: string; email: string }) {
  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
}

async function confirm(page: Page, visitor: { name: string; email: string }) {
  await fill(page, visitor)
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
}

/** As if so much time had passed since the time was held, of which `kept` minutes it was kept. */
async function passMinutes(query: Query, minutes: number, kept = 0) {
  await query(
    `UPDATE booking SET created_at = created_at - make_interval(secs => $2::float * 60 + $3::float * 60),
       reserved_until = reserved_until - make_interval(secs => $2::float * 60)
     WHERE status = 'reserved' AND type_id = (SELECT id FROM consultation_type WHERE slug = $1)`,
    [type.slug, minutes, kept],
  )
}

function rows(query: Query) {
  return query<{ status: string }>(
    `SELECT status FROM booking WHERE type_id = (SELECT id FROM consultation_type WHERE slug = $1)`,
    [type.slug],
  )
}
