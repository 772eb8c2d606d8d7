import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import type { Query } from './samples.ts'

test.use({ storageState: staffState, javaScriptEnabled: false })

/** A type with a host of its own, in on every day from 09:00 to 12:00 in London. */
async function makeCalendar(query: Query) {
  const id = randomUUID().slice(0, 8)
  const calendar = { type: `call-${id}`, host: `host-${id}`, hostName: `Host ${id}` }
  await query(
    `WITH type AS (
       INSERT INTO consultation_type (id, slug, name, minutes, step_minutes, notice_minutes, window_days, position)
       VALUES (gen_random_uuid(), $1, 'Call', 30, 30, 240, 30, 90) RETURNING id),
     host AS (
       INSERT INTO host (id, slug, name, time_zone, public_id)
       VALUES (gen_random_uuid(), $2, $3, 'Europe/London', $2) RETURNING id),
     schedule AS (
       INSERT INTO schedule (id, host_id, name, is_default)
       SELECT gen_random_uuid(), id, 'Mornings', true FROM host RETURNING id),
     hours AS (
       INSERT INTO weekly_hours (id, schedule_id, weekday, "from", "until")
       SELECT gen_random_uuid(), id, day, '09:00', '12:00' FROM schedule, generate_series(1, 7) AS day)
     INSERT INTO type_host (type_id, host_id) SELECT type.id, host.id FROM type, host`,
    [calendar.type, calendar.host, calendar.hostName],
  )
  return calendar
}

const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('staff book for a visitor in their zone, outside the hours only after confirming it', async ({
  page,
  query,
  visitor,
  letters,
}) => {
  const { type, host, hostName } = await makeCalendar(query)
  await page.goto(`/staff/bookings/new?type=${type}&host=${host}&tz=America/New_York&date=${dateIn(60)}`)
  await expect(page.locator('.times-both a')).toHaveCount(6)

  await page.getByLabel('Date').fill(dateIn(60))
  await page.getByLabel('Time', { exact: true }).fill('19:10')
  await page.getByLabel('On whose clock').selectOption('host')
  await page.getByRole('button', { name: 'Use this time' }).click()
  await page.getByLabel('Their name').fill(visitor.name)
  await page.getByRole('button', { name: `Outside ${hostName}’s hours: book anyway` }).click()
  await expect(page.getByText('Enter their e-mail address.').first()).toBeVisible()
  await expect(page.getByLabel('Their name')).toHaveValue(visitor.name)
  await page.getByLabel('Their e-mail').fill(visitor.email)
  await page.getByRole('button', { name: /book anyway/ }).click()

  await expect(page.getByRole('heading', { level: 2, name: 'Consultation B-' })).toBeVisible()
  await expect(page.getByText('booked for').first()).toContainText('Consultation')
  const [letter] = await letters(visitor.email)
  expect(letter?.subject).toContain('(New York time)')
})

test('a time that is lost keeps what was typed and is booked at a nearest one', async ({
  page,
  query,
  visitor,
}) => {
  const { type, host } = await makeCalendar(query)
  await page.goto(`/staff/bookings/new?type=${type}&host=${host}&tz=Europe/London&date=${dateIn(3)}`)
  await page.locator('.times-both a').nth(1).click()
  const url = page.url()
  await page.getByLabel('Their name').fill('First Come')
  await page.getByLabel('Their e-mail').fill(`first-${visitor.email}`)
  const second = await page.context().newPage()
  await second.goto(url)
  await second.getByLabel('Their name').fill(visitor.name)
  await second.getByLabel('Their e-mail').fill(visitor.email)
  await page.getByRole('button', { name: 'Book and send the invitation' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Consultation B-' })).toBeVisible()

  await second.getByRole('button', { name: 'Book and send the invitation' }).click()
  await expect(second.getByText('That time is taken.').first()).toBeVisible()
  await expect(second.getByLabel('Their e-mail')).toHaveValue(visitor.email)
  await second.locator('.instead button').first().click()
  await expect(second.getByRole('heading', { level: 2, name: 'Consultation B-' })).toBeVisible()
})

test('from a lead the form is filled in, and the booking goes to it', async ({ page, query, visitor }) => {
  const { type, host } = await makeCalendar(query)
  await page.goto('/staff/leads/new')
  await page.getByLabel('What they need, in one line').fill('Two people')
  await page.getByLabel('Name', { exact: true }).fill(visitor.name)
  await page.getByLabel('E-mail').fill(visitor.email)
  await page.getByRole('button', { name: 'Add the lead' }).click()
  await page.getByRole('link', { name: 'Book a consultation' }).click()
  await page.goto(`${page.url()}&type=${type}&host=${host}&date=${dateIn(4)}`)
  await page.locator('.times-both a').first().click()
  await expect(page.getByLabel('Their e-mail')).toHaveValue(visitor.email)
  await page.getByRole('button', { name: 'Book and send the invitation' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Two people' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Consultation B-' })).toBeVisible()
})

test('the troubleshooter says why, and every page of it can be used by everyone', async ({
  browser,
  query,
}) => {
  const { type, host } = await makeCalendar(query)
  const page = await browser.newPage({ storageState: staffState, javaScriptEnabled: true })
  await page.goto(`/staff/why?type=${type}&host=${host}&date=${dateIn(2)}&tz=Asia/Tokyo`)

  await expect(page.getByText('6 of 6 times are offered.')).toBeVisible()
  await expect(page.getByRole('row', { name: /00:00–09:00/ })).toContainText(
    'The hours of the schedule “Mornings”.',
  )
  await page.getByRole('link', { name: 'Day after' }).click()
  await expect(page.getByText('6 of 6 times are offered.')).toBeVisible()
  await expectAccessible(page)
  await page.close()
})
