import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { makeType } from './own-types.ts'
import { makeSample, officeTime } from './samples.ts'

/** A working day with others and a weekend before it, far from the days that stories book. */
const chosen = officeTime(2, '09:00').slice(0, 10)

test.describe('with scripts the month is a grid', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`/book?tz=UTC&date=${chosen}`)
    await expect(page.getByRole('grid', { name: sayMonth(chosen) })).toBeVisible()
  })

  test('it is one tab stop, after which the times come', async ({ page }) => {
    await page.locator('.times button').first().focus()

    await page.keyboard.press('Shift+Tab')
    await expectStandingOn(page, chosen)
    await page.keyboard.press('Shift+Tab')
    await expect(page.locator('.day:focus')).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expectStandingOn(page, chosen)
  })

  test('its cells say the date and how many times there are', async ({ page }) => {
    const weekend = after(chosen, -1 - weekday(chosen))

    await expect(page.getByRole('gridcell', { selected: true })).toHaveAccessibleName(
      new RegExp(`^${sayDate(chosen)}, \\d+ times available, chosen$`),
    )
    await standOn(page, weekend)
    const saturday = page.getByRole('link', { name: `${sayDate(weekend)}, no times available` })
    await expect(saturday).toBeFocused()
    await expect(saturday).toBeDisabled()
    await expectAccessible(page)
  })

  test('arrows walk by days and weeks, also into the neighbouring month, and choose nothing', async ({
    page,
  }) => {
    await dayLink(page, chosen).focus()

    await page.keyboard.press('ArrowLeft')
    await expectStandingOn(page, after(chosen, -1))
    await page.keyboard.press('ArrowRight')
    await expectStandingOn(page, chosen)
    await page.keyboard.press('ArrowUp')
    await expectStandingOn(page, after(chosen, -7))
    await page.keyboard.press('ArrowDown')
    await expectStandingOn(page, chosen)
  })

  test('Home and End are the first and the last day of the week', async ({ page }) => {
    await dayLink(page, chosen).focus()

    await page.keyboard.press('Home')
    await expectStandingOn(page, laterOf(after(chosen, 1 - weekday(chosen)), firstOfMonth(chosen)))
    await page.keyboard.press('End')
    await expectStandingOn(page, earlierOf(after(chosen, 7 - weekday(chosen)), lastOfMonth(chosen)))
  })

  test('the page keys turn the month, which is said, and stay on the day of the month', async ({ page }) => {
    if ((await page.locator('.month-turn a').count()) === 0) {
      // On some days all times lie in one month: then there is no other to turn to.
      await standOn(page, chosen)
      await page.keyboard.press('PageDown')
      return expectStandingOn(page, chosen)
    }
    const [key, back] = (await page.locator('[rel=prev]').count()) > 0 ? turnBack : turnForward
    await dayLink(page, chosen).focus()

    await page.keyboard.press(key)
    await expect(page.getByRole('grid', { name: sayMonth(chosen) })).toHaveCount(0)
    const other = await page.locator('#month').innerText()
    await expect(page.locator('#picked')).toContainText(other)
    await expect(page.locator('.day:focus')).toHaveText(sameDayIn(other, chosen))

    await page.keyboard.press(back)
    await expectStandingOn(page, chosen)
  })

  test('Shift and the page keys go a year on or back, as far as the calendar goes', async ({
    page,
    query,
  }) => {
    const type = await makeType(query, { name: 'Year by year', people: ['Asha'], windowDays: 100 })
    await page.goto(`/book/${type.slug}?tz=UTC`)
    const first = await page.locator('#month').innerText()
    await page.locator('.day-chosen').focus()

    await page.keyboard.press('Shift+PageDown')
    await expect(page.locator('#month')).toHaveText(sayMonth(after(today(), 99)))
    await expect(page.locator('.day:focus')).toHaveCount(1)
    await page.keyboard.press('Shift+PageDown')
    await expect(page.locator('#month')).toHaveText(sayMonth(after(today(), 99)))
    await page.keyboard.press('Shift+PageUp')
    await expect(page.locator('#month')).toHaveText(first)
    await expect(page.locator('.day:focus')).toHaveCount(1)
    await type.retire()
  })

  test('the next month is fetched beforehand, and turning to it waits for nothing', async ({
    page,
    query,
  }) => {
    const type = await makeType(query, { name: 'Soon', people: ['Asha'], windowDays: 100 })
    const fetched: string[] = []
    page.on('request', (request) => request.resourceType() === 'fetch' && fetched.push(request.url()))
    await page.goto(`/book/${type.slug}?tz=UTC`)
    await expect.poll(() => fetched.length).toBe(1)

    await page.route('**/*', (route) =>
      route.request().url() === fetched[0] ? route.abort() : route.continue(),
    )
    await page.getByRole('link', { name: 'Next month' }).click()

    await expect(page.locator('#month')).toHaveText(sayMonth(lastOfMonth(today()), 1))
    await expect(page.getByRole('link', { name: 'Next month' })).toBeFocused()
    await type.retire()
  })

  test('the headings of the weekdays are said in full, and are no stops', async ({ page }) => {
    const headings = page.locator('.cal th')

    expect(await headings.evaluateAll((all) => all.map((th) => th.getAttribute('abbr')))).toEqual([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ])
    await expect(page.locator('.cal th[tabindex]')).toHaveCount(0)
    await expect(page.locator('.cal [aria-current=date]')).toHaveCount(
      chosen.slice(0, 7) === today().slice(0, 7) ? 1 : 0,
    )
  })

  test('a chosen day keeps the focus, is said, and its times are swapped in', async ({ page }) => {
    const other = weekday(chosen) === 5 ? after(chosen, -1) : after(chosen, 1)
    await markPage(page)
    await standOn(page, other)
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { name: sayDay(other) })).toBeVisible()
    await expectStandingOn(page, other)
    await expect(page).toHaveURL(new RegExp(`date=${other}$`))
    await expect(page.locator('#picked')).toHaveText(new RegExp(`${sayDay(other)}: \\d+ times, UTC\\.$`))
    expect(await isMarked(page)).toBe(true)
    await expectAccessible(page)
  })

  test('the space bar chooses too, and the back button goes back', async ({ page }) => {
    const other = weekday(chosen) === 5 ? after(chosen, -1) : after(chosen, 1)
    await markPage(page)
    await standOn(page, other)
    await page.keyboard.press(' ')
    await expect(page.getByRole('heading', { name: sayDay(other) })).toBeVisible()

    await page.goBack()

    await expect(page.getByRole('heading', { name: sayDay(chosen) })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`date=${chosen}$`))
    expect(await isMarked(page)).toBe(true)
  })

  test('when a choice cannot be fetched the link is followed', async ({ page }) => {
    const other = weekday(chosen) === 5 ? after(chosen, -1) : after(chosen, 1)
    await markPage(page)
    await page.route(
      (url) => url.searchParams.get('date') === other,
      (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()),
    )

    await dayLink(page, other).click()

    await expect(page.getByRole('heading', { name: sayDay(other) })).toBeVisible()
    expect(await isMarked(page)).toBe(false)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the month is a table of links, and a day of it is a page', async ({ page }) => {
    const other = weekday(chosen) === 5 ? after(chosen, -1) : after(chosen, 1)
    await page.goto(`/book?tz=UTC&date=${chosen}`)

    await expect(page.getByRole('grid')).toHaveCount(0)
    await expect(page.getByRole('table', { name: sayMonth(chosen) })).toBeVisible()
    await dayLink(page, other).click()

    await expect(page.getByRole('heading', { name: sayDay(other) })).toBeVisible()
  })
})

test.describe('an address whose time cannot be booked', () => {
  test('shows the calendar, why, and the nearest times, instead of a form', async ({ page }) => {
    await page.goto(`/book?tz=UTC&slot=${officeTime(7, '12:10')}`)

    await expect(page.getByRole('status').first()).toContainText('cannot be booked')
    await expect(page.getByRole('status').first()).toContainText('Meetings do not start at that time.')
    await expect(page.getByLabel('Your name')).toHaveCount(0)
    await expectAccessible(page)

    const nearest = page.locator('.book-note button').first()
    const words = await nearest.innerText()
    await nearest.click()
    await expect(page.locator('.appointment-time')).toHaveText(words)
    await expect(page.getByLabel('Your name')).toBeVisible()
  })

  test('says so too when it names no time at all, or one long ago', async ({ page }) => {
    await page.goto('/book?tz=UTC&slot=tomorrow')
    await expect(page.getByText('The link that you followed names no time.')).toBeVisible()
    await expect(page.locator('.times button').first()).toBeVisible()

    await page.goto('/book?tz=UTC&slot=2020-01-01T10:00:00Z&date=2020-01-01')
    await expect(page.getByText('That time has passed.')).toBeVisible()
    await expect(page.locator('.times button').first()).toBeVisible()
  })
})

test.describe('a booking’s own pages', () => {
  test('to move it, its own time is marked, and struck out once another is chosen', async ({
    page,
    query,
  }) => {
    const start = officeTime(7, '12:30')
    const { booking } = await makeSample(query, start)
    await page.goto(`/manage/${booking}?tz=UTC`)

    await expect(page.getByText('12:30 now booked')).toBeVisible()
    await expect(page.getByRole('link', { name: '12:30', exact: true })).toHaveCount(0)
    const other = page.locator('.times a').last()
    const time = await other.innerText()
    await other.click()

    await expect(page.getByRole('deletion')).toContainText(sayDay(start.slice(0, 10)))
    await expect(page.locator('.appointment-time')).toContainText(`, ${time} to `)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Move it to this time' }).click()
    await expect(page.getByText('Moved. A new invitation is on its way to you.')).toBeVisible()
  })

  test('it can be added to any calendar', async ({ page, query }) => {
    const start = officeTime(7, '13:00')
    const { booking } = await makeSample(query, start)
    await page.goto(`/booked/${booking}`)
    const addressOf = async (name: string) =>
      new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '', page.url())

    const compact = start.replace('.000', '').replaceAll(/[-:]/g, '')
    expect((await addressOf('Google')).searchParams.get('dates')).toMatch(new RegExp(`^${compact}/`))
    expect((await addressOf('Outlook.com')).searchParams.get('startdt')).toBe(start.replace('.000', ''))
    expect((await addressOf('Office 365')).host).toBe('outlook.office.com')
    const file = await page.request.get((await addressOf('.ics file')).href)
    expect(await file.text()).toContain(`DTSTART:${compact}`)
  })
})

const turnBack = ['PageUp', 'PageDown'] as const
const turnForward = ['PageDown', 'PageUp'] as const

function dayLink(page: Page, date: string) {
  return page.getByRole('link', { name: sayDate(date) })
}

/** By the arrow keys, from the chosen day. */
async function standOn(page: Page, date: string) {
  const days = (Date.parse(date) - Date.parse(chosen)) / 86_400_000
  await dayLink(page, chosen).focus()
  for (let step = 0; step < Math.abs(days); step += 1) {
    await page.keyboard.press(days < 0 ? 'ArrowLeft' : 'ArrowRight')
    await expectStandingOn(page, after(chosen, Math.sign(days) * (step + 1)))
  }
}

async function expectStandingOn(page: Page, date: string) {
  await expect(dayLink(page, date)).toBeFocused()
  await expect(page.locator('.day[tabindex="0"]')).toHaveCount(1)
}

/** A mark that only a loading of the page removes. */
async function markPage(page: Page) {
  await page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('data-mark'))
}

function after(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Monday is 1, Sunday is 7. */
function weekday(date: string): number {
  return new Date(date).getUTCDay() || 7
}

function say(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(date).toLocaleDateString('en-GB', { timeZone: 'UTC', ...options }).replace(',', '')
}

const sayDay = (date: string) => say(date, { weekday: 'long', day: 'numeric', month: 'long' })
const sayDate = (date: string) => `${sayDay(date)} ${date.slice(0, 4)}`
const sayMonth = (date: string, days = 0) => say(after(date, days), { month: 'long', year: 'numeric' })
const today = () => new Date().toISOString().slice(0, 10)

const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`
const lastOfMonth = (date: string) =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10)
const laterOf = (a: string, b: string) => (a > b ? a : b)
const earlierOf = (a: string, b: string) => (a < b ? a : b)

/** The number of that day in "December 2026", or of its last day. */
function sameDayIn(month: string, date: string): string {
  const last = new Date(Date.parse(`1 ${month} UTC`))
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return String(Math.min(Number(date.slice(8)), last.getUTCDate()))
}
