import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, type Query } from './samples.ts'

test.use({ storageState: staffState, javaScriptEnabled: false })

test('a calendar is added, given hours and dates, and bookings in closed time are named, all without JavaScript', async ({
  page,
  query,
  browser,
}) => {
  const name = `Calendar ${newMarker()}`
  await page.goto('/staff/calendars')
  await page.getByRole('link', { name: 'Add a calendar' }).click()
  await page.getByRole('button', { name: 'Add the calendar' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter a name')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  for (const type of await page.getByRole('checkbox').all()) await type.uncheck()
  await page.getByRole('button', { name: 'Add the calendar' }).click()
  await expect(page.getByText('Added.')).toBeVisible()
  const typeSlug = await giveType(query, name)

  // A week as people write it; what cannot be read is said at its day and kept.
  await expect(page.getByLabel('Monday')).toHaveValue('11:00–20:00')
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByLabel(day).fill('9-12, 13-17')
  await page.getByLabel('Saturday').fill('mornings')
  await page.getByRole('button', { name: 'Save the hours' }).click()
  await expect(page.getByRole('alert')).toContainText('“mornings” is no range.')
  await expect(page.getByLabel('Saturday')).toHaveValue('mornings')
  await page.getByLabel('Saturday').fill('')
  await page.getByRole('button', { name: 'Save the hours' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Monday')).toHaveValue('09:00–12:00, 13:00–17:00')

  await page.getByLabel('Name', { exact: true }).fill('Evenings')
  await page.getByRole('button', { name: 'Add the schedule' }).click()
  await expect(page.getByRole('link', { name: 'Evenings' })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: 'Remove the schedule' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()

  // The country first, then its states.
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Public holidays of').selectOption({ label: 'Germany' })
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await page.getByLabel('State or region').selectOption({ label: 'Bayern' })
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByLabel('State or region')).toHaveValue('DE-BY')

  await page.getByRole('link', { name: 'Dates' }).click()
  await expect(page.getByText('Public holidays are those of Germany: Bayern.')).toBeVisible()
  const [day, weekend] = [weekdayAhead(20, 3), weekdayAhead(20, 6)]
  const reference = await bookAt(query, name, typeSlug, `${day}T09:00:00Z`)

  await page.getByLabel('First day', { exact: true }).fill(day)
  await page.getByLabel('Reason').fill('Dentist')
  await page.getByRole('button', { name: 'Add the time off' }).click()
  await expect(page.getByText('1 booking lies in closed time')).toBeVisible()
  await expect(page.getByRole('link', { name: reference })).toHaveAttribute(
    'href',
    `/staff/bookings/${reference}`,
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'Dentist' })).toContainText(
    '1 booking stands in it',
  )

  await page.getByLabel('Day', { exact: true }).fill(weekend)
  await page.getByLabel('Hours that day').fill('10-12')
  await page.getByRole('button', { name: 'Set the hours' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Other hours' })).toContainText('10:00–12:00')
  expect(await offered(page, typeSlug, weekend)).toBe(2)

  for (const outcome of ['Added.', 'another journey'] as const) {
    await page.getByLabel('First day there').fill(weekdayAhead(40, 1))
    await page
      .getByLabel('The clock there')
      .selectOption(outcome === 'Added.' ? 'America/New_York' : 'Asia/Tokyo')
    await page.getByRole('button', { name: 'Add the journey' }).click()
    await expect(page.getByText(outcome).first()).toBeVisible()
  }

  const holiday = page.getByRole('listitem').filter({ hasText: 'Epiphany' })
  await holiday.getByRole('button', { name: 'Work that day' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Epiphany' })).toContainText('Works that day')

  await page.getByRole('button', { name: 'Remove Time off' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  await expect(page.getByText('lies in closed time')).toHaveCount(0)

  await page.goto('/staff/calendars')
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Berlin time')

  await expectPagesUsable(browser, page.url(), name)
  await query('DELETE FROM booking WHERE reference = $1', [reference])
})

test('closing the company is refused without a name, and taken back', async ({ page }) => {
  // So far ahead that no other test books there.
  const day = new Date(Date.now() + 1000 * 86_400_000).toISOString().slice(0, 10)
  const name = `Closed ${newMarker()}`
  await page.goto('/staff/closures')
  await page.getByLabel('First day').fill(day)
  await page.getByRole('button', { name: 'Add the closure' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter a name')
  await expect(page.getByLabel('First day')).toHaveValue(day)

  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Add the closure' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
})

/** The next such weekday (Sunday is 0) that is `days` or more ahead. */
/** Passes over the holidays that have a date of their own; those that move fall on other weekdays than these tests ask for. */
function weekdayAhead(days: number, weekday: number): string {
  const from = new Date(Date.now() + days * 86_400_000)
  const more = (weekday - from.getUTCDay() + 7) % 7
  const date = new Date(from.getTime() + more * 86_400_000).toISOString().slice(0, 10)
  return fixedHolidays.includes(date.slice(5)) ? weekdayAhead(days + 7, weekday) : date
}

const fixedHolidays = ['01-01', '01-06', '05-01', '08-15', '10-03', '11-01', '12-25', '12-26']

async function offered(page: Page, type: string, date: string): Promise<number> {
  const answer = await page.request.get(
    `/api/availability?type=${type}&from=${date}&to=${date}&tz=Europe/Berlin`,
  )
  const { days } = (await answer.json()) as { days: { slots: unknown[] }[] }
  return days.flatMap(({ slots }) => slots).length
}

/** A type of its own for the calendar, so that no other test’s times change. */
async function giveType(query: Query, host: string): Promise<string> {
  const slug = newMarker()
  const id = randomUUID()
  await query(
    `INSERT INTO consultation_type (id, slug, name, minutes, step_minutes, notice_minutes, window_days)
     VALUES ($1, $2, $2, 60, 60, 0, 90)`,
    [id, slug],
  )
  await query('INSERT INTO type_host (type_id, host_id) SELECT $1, id FROM host WHERE name = $2', [id, host])
  return slug
}

async function bookAt(query: Query, host: string, type: string, start: string): Promise<string> {
  const reference = `B-${newMarker().slice(1, 8).toUpperCase()}`
  const [person, lead] = [randomUUID(), randomUUID()]
  await query('INSERT INTO person (id, name) VALUES ($1, $2)', [person, 'Ann Example'])
  await query(
    `INSERT INTO lead (id, person_id, title, source, last_activity_at, search_text)
     VALUES ($1, $2, 'A call', 'booking', now(), '')`,
    [lead, person],
  )
  await query(
    `INSERT INTO booking (id, reference, public_id, type_id, host_id, lead_id, person_id, starts_at, ends_at,
       blocked_from, blocked_until, visitor_time_zone, visitor_name, visitor_email, location, ics_uid,
       idempotency_key, request_hash)
     SELECT $1::uuid, $2, $1::uuid::text, type.id, host.id, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 hour',
       $5::timestamptz, $5::timestamptz + interval '1 hour', 'UTC', 'Ann Example', 'ann@calendars.example', 'here',
       $1::uuid::text, $1::uuid::text, ''
     FROM host, consultation_type AS type WHERE host.name = $6 AND type.slug = $7`,
    [randomUUID(), reference, lead, person, start, host, type],
  )
  return reference
}

/** axe finds nothing, and nothing scrolls sideways, on any page of the calendar. It needs JavaScript to look. */
async function expectPagesUsable(
  browser: { newPage(options: object): Promise<Page> },
  list: string,
  name: string,
): Promise<void> {
  const page = await browser.newPage({ storageState: staffState, javaScriptEnabled: true })
  await page.goto(list)
  const calendar = await page.getByRole('link', { name }).getAttribute('href')
  const pages = [
    '/staff/calendars/new',
    '/staff/closures',
    calendar,
    `${calendar}/hours`,
    `${calendar}/dates`,
  ]
  for (const path of [list, ...pages]) {
    await page.goto(new URL(path ?? '', list).href)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThan(1)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await expectAccessible(page)
      }
    }
  }
  await page.close()
}
