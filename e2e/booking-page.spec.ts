import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'
import { bookingFields, newMarker, post, postJson, send } from './samples.ts'

test.describe('where there are several kinds of meeting', () => {
  let type: OwnType
  test.beforeEach(async ({ query }) => {
    type = await makeType(query, { name: `Workshop ${newMarker()}`, people: ['Asha', 'Dev'] })
  })
  test.afterEach(() => type.retire())

  test('the visitor chooses one, and every link keeps it and what they came with', async ({ page }) => {
    await page.goto('/book?role=backend-developer')

    const card = page.getByRole('listitem').filter({ hasText: type.name })
    await expect(card).toContainText('45 minutes · By video')
    await expect(card).toContainText(/Next free: \w+day \d+ \w+, \d\d:00 \(New York time\)/)
    await expectAccessible(page)
    await card.getByRole('link', { name: type.name }).click()

    await expect(page).toHaveURL(new RegExp(`/book/${type.slug}\\?role=backend-developer`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Book: ${type.name}`)
    await expect(page.locator('.book-what')).toContainText('45 minutes')
    await expect(page.locator('.book-what')).toContainText('For whom the usual one is too short.')
    await expect(page.locator('.book-what')).toContainText('Backend developer')
    const times = page.locator('#times form')
    expect(await times.getAttribute('action')).toContain(`/book/${type.slug}/hold?role=backend-developer`)
    await expect(page.locator('#days a[href]')).not.toHaveCount(0)
    await expect(page.locator('.choose-host a')).not.toHaveCount(0)
    for (const link of await page.locator('#days a[href], .choose-host a').all()) {
      expect(await link.getAttribute('href')).toContain(`/book/${type.slug}?role=backend-developer`)
    }
  })

  test('a type that nobody offers any more is not found, and neither is one that never was', async () => {
    await type.retire()

    expect((await send(`/book/${type.slug}`)).status).toBe(404)
    expect((await send('/book/never-was')).status).toBe(404)
    expect((await send('/book/consultation')).status).toBe(200)
  })

  test('an address that names a time but no type means the usual one', async ({ page }) => {
    await page.goto(`/book?tz=UTC&date=${inDays(3)}`)

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Book a free consultation')
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('the page books its own type, whatever the form says', async ({ query }) => {
    const marker = newMarker()
    const start = `${inDays(3)}T03:00:00.000Z`

    const answer = await post(
      `/book/${type.slug}`,
      bookingFields(marker, { start, type: 'consultation', host: type.hosts[0] ?? '' }),
    )

    expect(answer.status).toBe(303)
    const [booked] = await query(
      `SELECT type.slug FROM booking JOIN consultation_type type ON type.id = type_id WHERE visitor_email = $1`,
      [`ann@${marker}.example`],
    )
    expect(booked).toEqual({ slug: type.slug })
  })

  test('a person is chosen and stays chosen to the end', async ({ page, visitor }) => {
    await page.goto(`/book/${type.slug}?tz=UTC&date=${inDays(4)}`)
    await expect(page.getByRole('link', { name: 'Whoever is free first' })).toHaveAttribute(
      'aria-current',
      'true',
    )

    await page.getByRole('link', { name: 'Dev', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Dev', exact: true })).toHaveAttribute('aria-current', 'true')
    await expect(page.locator('#times h2')).toContainText(sayDay(inDays(4)))
    await page.locator('.day[href]').last().click()
    await page.getByRole('link', { name: '12 h' }).click()
    await chooseTime(page, '3:00 pm')
    await page.getByLabel('Your name').fill(visitor.name)
    await page.getByLabel('Work e-mail').fill(visitor.email)
    await page.getByRole('button', { name: 'Confirm the booking' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
    await expect(page.locator('.facts')).toContainText('Dev')
    await expect(page.locator('.facts')).toContainText(type.name)
    await expect(page.locator('.appointment-time')).toContainText('3:00 pm to 3:45 pm')
  })

  test('a lost race with one person offers that person’s times, and keeps everything', async ({
    page,
    visitor,
  }) => {
    const [asha = ''] = type.hosts
    const start = `${inDays(5)}T10:00:00.000Z`
    await page.goto(`/book/${type.slug}?tz=UTC&host=${asha}&slot=${start}`)
    await page.getByLabel('Your name').fill(visitor.name)
    await page.getByLabel('Work e-mail').fill(visitor.email)
    const other = await postJson('/api/bookings', {
      ...bookingFields(newMarker()),
      type: type.slug,
      host: asha,
      start,
    })
    expect(other.status).toBe(201)

    await page.getByRole('button', { name: 'Confirm the booking' }).click()

    await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time')
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.locator('.appointment')).toContainText('10:00, taken')
    await expect(page.locator('#hold')).toHaveCount(0)
    await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
    await expectAccessible(page)
    await page.getByRole('button', { name: /, 11:00/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
    await expect(page.locator('.facts')).toContainText('Asha')
    await expect(page.locator('.facts')).toContainText(type.name)
  })

  test('a link to somebody who is not there leaves the choice to us', async ({ page }) => {
    await page.goto(`/book/${type.slug}?host=nobody`)

    await expect(page.getByRole('link', { name: 'Whoever is free first' })).toHaveAttribute(
      'aria-current',
      'true',
    )
  })
})

test('where people meet in person, times are by the clock there, whatever the address says', async ({
  page,
  query,
}) => {
  const visit = await makeType(query, { name: 'Office visit', people: ['Asha'] })
  await query(
    `UPDATE consultation_type SET place = 'address', place_detail = '12 Lake Road' WHERE slug = $1`,
    [visit.slug],
  )
  await query(`UPDATE host SET time_zone = 'Asia/Kolkata' WHERE slug = $1`, visit.hosts)

  await page.goto(`/book/${visit.slug}?tz=Europe/Berlin`)

  await expect(page.getByText('Times are by the clock where you meet: Kolkata time.')).toBeVisible()
  await expect(page.getByLabel('Your time zone')).toHaveCount(0)
  await page.locator('.times button').first().click()
  await expect(page.getByText('Kolkata time', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await visit.retire()
})

test('one person alone is no choice', async ({ page, query }) => {
  const type = await makeType(query, { name: 'Alone', people: ['Only Asha'] })

  await page.goto(`/book/${type.slug}`)

  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'With', exact: true })).toHaveCount(0)
  await type.retire()
})

test.describe('the hours', () => {
  test.describe('for an American', () => {
    test.use({ locale: 'en-US' })

    test('are twelve, and can be twenty-four', async ({ page }) => {
      await page.goto('/book/consultation?tz=UTC')

      await expect(page.locator('.times button').first()).toHaveText(/^\d+:\d\d\s[ap]m$/)
      await page.getByRole('link', { name: '24 h' }).click()
      await expect(page.locator('.times button').first()).toHaveText(/^\d\d:\d\d$/)
      await page.locator('.day[href]').last().click()
      await expect(page).toHaveURL(/clock=24/)
      await expect(page.locator('.times button').first()).toHaveText(/^\d\d:\d\d$/)
    })
  })

  test('for a Briton are twenty-four', async ({ page }) => {
    await page.goto('/book/consultation?tz=UTC')

    await expect(page.locator('.times button').first()).toHaveText(/^\d\d:\d\d$/)
  })
})

async function chooseTime(page: Page, words: string) {
  await page.locator('.times').getByText(words, { exact: true }).click()
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

function sayDay(date: string): string {
  const day = new Date(date)
  return day
    .toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
    .replace(',', '')
}
