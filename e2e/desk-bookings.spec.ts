import type { Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'
import { bookingFields, newMarker, postJson, staffCookie, post, type Fields } from './samples.ts'

test.use({ storageState: staffState })

let type: OwnType
test.beforeEach(async ({ query }) => {
  type = await makeType(query, { name: `Review ${newMarker()}`, people: ['Meera Iyer', 'Noor Aziz'] })
})
test.afterEach(() => type.retire())

/** In whole days from today, at an hour in UTC. */
function inDays(days: number, hour: number): string {
  const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return `${date}T${String(hour).padStart(2, '0')}:00:00.000Z`
}

async function book(start: string, changes: Fields = {}): Promise<{ reference: string; email: string }> {
  const fields = bookingFields(newMarker(), { start, type: type.slug, host: type.hosts[0] ?? '', ...changes })
  const answer = await postJson('/api/bookings', fields)
  expect(answer.status).toBe(201)
  const { reference } = (await answer.json()) as { reference: string }
  return { reference, email: fields.email ?? '' }
}

async function open(page: Page, reference: string) {
  await page.goto(`/staff/bookings/${reference}`)
}

test('the list finds a booking by name, by company and by reference, and leads to its page', async ({
  page,
}) => {
  const { reference, email } = await book(inDays(5, 9), { name: 'Wilhelmina Quarles' })

  await page.goto(`/staff/bookings?host=${type.hosts[0]}`)
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByLabel('Search bookings').fill(email)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('row', { name: /Wilhelmina Quarles/ })).toContainText('Meera Iyer')
  await expectAccessible(page)

  await page.getByLabel('Search bookings').fill(reference.toLowerCase())
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(new RegExp(`/staff/bookings/${reference}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wilhelmina Quarles')
  await expectAccessible(page)
})

test('a booking is moved to a free time of another day, and to one that is typed', async ({
  page,
  query,
}) => {
  const { reference } = await book(inDays(5, 10))
  await open(page, reference)

  await page.getByLabel('Free times on').fill(inDays(6, 0).slice(0, 10))
  await page.getByRole('button', { name: 'Show' }).click()
  await page
    .getByRole('button', { name: /^Move to/ })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText('Moved.')

  await page.getByText('Another time').click()
  await page.getByLabel('Date', { exact: true }).fill(inDays(7, 0).slice(0, 10))
  await page.getByLabel('Time', { exact: true }).fill('11:07')
  await page.getByRole('button', { name: 'Move it', exact: true }).click()

  await expect(page.getByRole('heading', { name: /11:07 to 11:52/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /moved by staff/ })).toHaveCount(2)
  const [row] = await query('SELECT sequence FROM booking WHERE reference = $1', [reference])
  expect(row).toEqual({ sequence: 2 })
})

test('outside the hours it is asked once more, and everything typed is kept', async ({ page, query }) => {
  const { reference } = await book(inDays(5, 11))
  await query(
    `INSERT INTO time_off (id, host_id, "from", until)
     SELECT gen_random_uuid(), id, $2::date, $2::date + 1 FROM host WHERE slug = $1`,
    [type.hosts[0], inDays(9, 0).slice(0, 10)],
  )
  await open(page, reference)
  await page.getByText('Another time').click()
  await page.getByLabel('Date', { exact: true }).fill(inDays(9, 0).slice(0, 10))
  await page.getByLabel('Time', { exact: true }).fill('12:00')
  await page.getByRole('button', { name: 'Move it', exact: true }).click()

  await expect(page.getByRole('alert')).toContainText('The host is off that day')
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('12:00')
  await expectAccessible(page)
  await page.getByLabel(/Move it there anyway/).check()
  await page.getByRole('button', { name: 'Move it', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Moved.')
})

test('a booking is given to a colleague, and the visitor hears who it is with', async ({ page, letters }) => {
  const { reference, email } = await book(inDays(5, 12))
  await open(page, reference)

  await page.getByLabel('Free at that time').selectOption('Noor Aziz')
  await page.getByRole('button', { name: 'Give it to them' }).click()

  await expect(page.getByRole('status')).toContainText('Given over.')
  await expect(
    page.getByRole('heading', { name: /given to Noor Aziz, before with Meera Iyer/ }),
  ).toBeVisible()
  const [, letter] = await letters(email, 2)
  expect(letter?.subject).toMatch(/^Now with Noor Aziz: /)
  expect(letter?.text).toContain('Meera Iyer cannot hold your consultation, so Noor Aziz will.')
})

test('a booking is cancelled and opened again, and the second page is told what the first one did', async ({
  page,
  context,
}) => {
  const { reference } = await book(inDays(5, 13))
  const other = await context.newPage()
  await open(page, reference)
  await open(other, reference)

  await page.getByLabel('Why?').fill('Booked twice')
  await page.getByRole('button', { name: 'Cancel the consultation' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'By staff: Booked twice' })).toBeVisible()
  await expectAccessible(page)

  await other
    .getByRole('button', { name: /^Move to/ })
    .first()
    .click()
  await expect(other.getByRole('alert')).toContainText('changed this booking meanwhile')
  await expect(other.getByRole('button', { name: 'Open it again' })).toBeVisible()

  await other.getByRole('button', { name: 'Open it again' }).click()
  await expect(other.getByRole('status')).toContainText('Opened again.')
  await expect(other.getByRole('button', { name: 'Cancel the consultation' })).toBeVisible()
})

test('after the start it is said whether the visitor came, which makes the lead contacted', async ({
  page,
  query,
}) => {
  const { reference } = await book(inDays(5, 14))
  await query(
    `UPDATE booking SET starts_at = starts_at - interval '6 days', ends_at = ends_at - interval '6 days',
       blocked_from = blocked_from - interval '6 days', blocked_until = blocked_until - interval '6 days'
     WHERE reference = $1`,
    [reference],
  )
  await page.goto(`/staff/bookings?show=to-mark&host=${type.hosts[0]}`)
  await expect(page.getByRole('link', { name: 'To mark (1)' })).toHaveAttribute('aria-current', 'true')
  await page.getByRole('table').getByRole('link').first().click()

  await page.getByRole('button', { name: 'They did not come' }).click()
  await page.getByRole('button', { name: 'They came' }).click()

  await expect(page.locator('.bar .status')).toHaveText('Attended')
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Lead L-/ }).click()
  await expect(page.getByRole('heading', { name: 'New → Contacted, after the consultation' })).toBeVisible()
})

test('a letter about the booking as it is can be sent again', async ({ page, letters }) => {
  const { reference, email } = await book(inDays(5, 15))
  await letters(email, 1)
  const sendAgain = page.getByRole('button', { name: `Send again: Booking confirmed to ${email}` })
  await expect(async () => {
    await open(page, reference)
    await expect(sendAgain).toBeVisible({ timeout: 1000 })
  }).toPass()
  await sendAgain.click()

  await expect(page.getByRole('status')).toContainText('On its way once more.')
  expect(await letters(email, 2)).toHaveLength(2)
})

test('the week shows each booking in its day, and a link to it', async ({ page }) => {
  const start = inDays(5, 16)
  const { reference } = await book(start, { name: 'Zora Finch' })

  await page.goto(`/staff/week?from=${start.slice(0, 10)}&host=${type.hosts[0]}`)
  const block = page.getByRole('link', { name: /Zora Finch/ })
  await expect(block).toHaveAttribute('href', `/staff/bookings/${reference}`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Next week' }).click()
  await expect(page.getByRole('link', { name: /Zora Finch/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'This week' }).click()
  await expect(page.getByRole('heading', { name: /, today$/ })).toBeVisible()
})

test('blocks stand on the lines of their time, a quarter hour each', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const start = inDays(12, 6)
  await book(start, { name: 'Early Bird' })
  await book(inDays(12, 10), { name: 'Late Riser' })

  await page.goto(`/staff/week?from=${start.slice(0, 10)}&host=${type.hosts[0]}`)
  const tops = await page
    .getByRole('link', { name: /Early Bird|Late Riser/ })
    .evaluateAll((blocks) =>
      blocks.map((block) => block.getBoundingClientRect()).map(({ top, height }) => [top, height]),
    )
  const [first = [], second = []] = tops
  const line = (first[1] ?? 0) / 3
  expect(((second[0] ?? 0) - (first[0] ?? 0)) / line).toBeCloseTo(16, 0)
  expect(second[1]).toBeCloseTo(first[1] ?? 0, 0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every page and every act works', async ({ page }) => {
    const { reference } = await book(inDays(6, 9))
    await page.goto(`/staff/week?from=${inDays(6, 9).slice(0, 10)}&host=${type.hosts[0]}`)
    await page.locator(`a[href$="${reference}"]`).click()
    await page
      .getByRole('button', { name: /^Move to/ })
      .first()
      .click()
    await expect(page.getByRole('status')).toContainText('Moved.')
    await page.getByLabel('Free at that time').selectOption('Noor Aziz')
    await page.getByRole('button', { name: 'Give it to them' }).click()
    await page.getByRole('button', { name: 'Cancel the consultation' }).click()
    await expect(page.locator('.bar .status')).toHaveText('Cancelled')
  })
})

test('what no form of ours sends is refused without a fault', async () => {
  const { reference } = await book(inDays(6, 10))
  const path = `/staff/bookings/${reference}`
  const shown = { sequence: '0', status: 'confirmed' }
  const sent: [Fields, number][] = [
    [{}, 400],
    [{ intent: 'move' }, 400],
    [{ ...shown }, 400],
    [{ ...shown, intent: 'explode' }, 400],
    [{ ...shown, intent: 'cancel', sequence: '-1' }, 400],
    [{ ...shown, intent: 'cancel', status: 'reserved' }, 400],
    [{ ...shown, intent: 'move', start: 'tomorrow' }, 422],
    [{ ...shown, intent: 'move', start: '9999-12-31T23:59:59Z' }, 409],
    [{ ...shown, intent: 'move', start: '0001-01-01T00:00:00Z' }, 409],
    [{ ...shown, intent: 'move-to', onDate: '2199-12-31', atTime: '23:59' }, 409],
    [{ ...shown, intent: 'move-to', onDate: '2026-02-30', atTime: '25:00' }, 422],
    [{ ...shown, intent: 'move-to', onDate: 'a\0b', atTime: '\0' }, 422],
    [{ ...shown, intent: 'reassign', host: '../x' }, 422],
    [{ ...shown, intent: 'reassign', host: 'nobody' }, 409],
    [{ ...shown, intent: 'cancel', reason: 'a\0b' }, 422],
    [{ ...shown, intent: 'mark', as: 'maybe' }, 422],
    [{ ...shown, intent: 'mark', as: 'attended' }, 409],
    [{ ...shown, intent: 'send-again', letter: 'x' }, 422],
    [{ ...shown, intent: 'send-again', letter: '00000000-0000-4000-8000-000000000000' }, 404],
    [{ ...shown, sequence: '7', intent: 'cancel', reason: '' }, 409],
  ]

  const got = await Promise.all(
    sent.map(async ([fields]) => (await post(path, fields, staffCookie())).status),
  )
  expect(got).toEqual(sent.map(([, status]) => status))
})
