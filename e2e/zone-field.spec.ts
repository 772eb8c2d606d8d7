import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { officeTime } from './samples.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Your time zone' })
const options = (page: Page) => page.getByRole('listbox', { name: 'Time zones' }).getByRole('option')

test.describe('the time zone', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`/book/consultation?tz=UTC&date=${officeTime(3, '09:00').slice(0, 10)}`)
    await expect(field(page)).toHaveValue(/^UTC \(UTC\+0\), \d\d:\d\d now$/)
  })

  test('is found by cities that no zone is named after, old names and offsets', async ({ page }) => {
    for (const [typed, found] of [
      ['mumbai', 'Mumbai: Kolkata (UTC+5:30)'],
      ['Bengaluru', 'Bengaluru: Kolkata (UTC+5:30)'],
      ['san fran', 'San Francisco: Los Angeles'],
      ['Washington', 'Washington: New York'],
      ['munchen', 'München: Berlin'],
      ['geneva', 'Geneva: Zurich'],
      ['Kiev', 'Kiev: Kyiv'],
      ['katmandu', 'Katmandu: Kathmandu'],
      ['asia/tokyo', 'Tokyo'],
      ['berl', 'Berlin'],
      ['GMT+5:45', 'Kathmandu (UTC+5:45)'],
      ['+0530', '(UTC+5:30)'],
    ] as const) {
      await field(page).fill(typed)
      await expect(options(page).first()).toContainText(found)
      await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
    }
  })

  test('is chosen by the keyboard, is said while it is walked through, and keeps the focus', async ({
    page,
  }) => {
    await field(page).focus()
    await page.keyboard.type('new')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
    const second = options(page).nth(1)
    await expect(second).toHaveAttribute('aria-selected', 'true')
    await expect(field(page)).toHaveAttribute(
      'aria-activedescendant',
      (await second.getAttribute('id')) ?? '',
    )
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(options(page)).toHaveCount(0)
    await expect(field(page)).toHaveValue(/^UTC/)

    await page.keyboard.type('new york')
    await page.keyboard.press('Enter')

    await expect(page.locator('#times')).toContainText('New York time')
    await expect(page).toHaveURL(/tz=America%2FNew_York/)
    await expect(field(page)).toBeFocused()
    await expect(field(page)).toHaveValue(/^New York \(UTC-[45]\)/)
  })

  test('that nobody knows is said to be unknown, and leaving the field changes nothing', async ({ page }) => {
    await field(page).fill('Atlantis')
    await expect(page.getByText('No such place: try a larger city nearby')).toBeVisible()

    await page.keyboard.press('Tab')

    await expect(field(page)).toHaveValue(/^UTC/)
    await expect(page.locator('#times')).toContainText('UTC')
  })

  test('becomes another one and the instant stays: the highlighted day follows it', async ({ page }) => {
    const start = officeTime(3, '06:00')
    await page.goto(`/book/consultation?tz=UTC&at=${start}`)
    await expect(page.locator('.day-chosen')).toHaveAccessibleName(new RegExp(sayDate(start.slice(0, 10))))

    await field(page).fill('Honolulu')
    await page.keyboard.press('Enter')

    await expect(page.locator('#times')).toContainText('Honolulu time')
    const before = new Date(Date.parse(start) - 10 * 3600_000).toISOString().slice(0, 10)
    await expect(page.locator('.day-chosen')).toHaveAccessibleName(new RegExp(sayDate(before)))
    await expect(page.locator('.times').getByText('20:00', { exact: true })).toBeVisible()
    await page.goBack()
    await expect(page.locator('.day-chosen')).toHaveAccessibleName(new RegExp(sayDate(start.slice(0, 10))))
    await expect(field(page)).toHaveValue(/^UTC/)
  })

  test('is chosen with the mouse among all of them', async ({ page }) => {
    await field(page).click()
    await expect.poll(() => options(page).count()).toBeGreaterThan(300)
    await options(page)
      .filter({ hasText: /^Berlin/ })
      .click()

    await expect(page.locator('#times')).toContainText('Berlin time')
  })
})

test.describe('the list of zones', () => {
  const isListed = /zones=all/

  test('comes when somebody looks for another, once, and what is typed meanwhile is not lost', async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => isListed.test(request.url()) && asked.push(request.url()))
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route(isListed, async (route) => held.then(() => route.continue()))
    await page.goto('/book/consultation?tz=UTC')
    await expect(field(page)).toHaveValue(/^UTC/)
    expect(asked).toEqual([])

    await field(page).focus()
    await page.keyboard.type('lisb')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    letThrough()

    await expect(page.locator('#times')).toContainText('Lisbon time')
    expect(asked.length).toBe(1)
  })

  test('that cannot be fetched is loaded as a page', async ({ page }) => {
    await page.route(isListed, (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    )
    await page.goto('/book/consultation?tz=UTC')

    await field(page).click()

    await expect(page).toHaveURL(isListed)
    await field(page).fill('lisb')
    await expect(options(page).first()).toContainText('Lisbon')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the zone is a list by parts of the world, and a button', async ({ page }) => {
    await page.goto('/book/consultation?tz=UTC')
    await page.getByRole('link', { name: /^Your time zone UTC \(UTC\+0\).* Choose another$/ }).click()

    const list = page.getByLabel('Your time zone')
    expect(await list.locator('optgroup').count()).toBeGreaterThan(8)
    await list.selectOption('Europe/Berlin')
    await page.getByRole('button', { name: 'Show times there' }).click()
    await expect(page.locator('#times')).toContainText('Berlin time')
  })
})

function sayDate(date: string): string {
  return new Date(date)
    .toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
    .replace(',', '')
}
