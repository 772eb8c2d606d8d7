import type { BrowserContextOptions, Page } from '@playwright/test'
import { expect, staffState, test } from './fixtures.ts'
import {
  linkIn,
  makeSample,
  newMarker,
  officeTime,
  originOfSite,
  post,
  requirementFields,
  send,
} from './samples.ts'
import { expectUsable, faultsInEveryGuise, faultsOf, twoGuises } from './usable.ts'

// A page is looked at in four guises, and there are many.
test.setTimeout(180_000)

test('a page of each kind that anyone may read can be used by everyone', async ({ page }) => {
  await expectUsable(page, [
    '/',
    '/hire',
    '/hire/backend-developer',
    '/hire/backend-developer/kit',
    '/compare/backend-developer-vs-backend-engineer',
    '/guides/backend-programming-languages',
    '/how-it-works',
    '/pricing',
    '/privacy',
    '/search',
    '/search?q=backend',
    '/search?q=nobody-wrote-of-this',
    '/nothing-is-here',
    '/hire/backend-programer',
  ])
})

test('the forms and what comes of them can be used by everyone', async ({ page, query }) => {
  const start = officeTime(6, '08:00')
  const sample = await makeSample(query, start)
  const cancelled = await makeSample(query, start)
  await post(`/manage/${cancelled.booking}`, { intent: 'cancel', reason: '' })

  await expectUsable(page, [
    '/start',
    '/start?role=backend-developer&role=backend-engineer',
    '/start/roles?role=backend-developer',
    `/start/done/${sample.request}`,
    '/book',
    `/book?slot=${start}&tz=America/New_York`,
    '/book/links',
    '/book/links?sent=1',
    `/booked/${sample.booking}`,
    `/manage/${sample.booking}`,
    `/manage/${sample.booking}?slot=${officeTime(6, '09:00')}`,
    `/manage/${cancelled.booking}`,
  ])
})

test('the pages of somebody’s own request and data can be used by everyone', async ({ page, letters }) => {
  const marker = newMarker()
  const shared = await post('/start', requirementFields(marker))
  const done = shared.headers.get('location') ?? ''
  await post(done, { intent: 'share' })
  const [confirmation] = await letters(`ann@${marker}.example`)
  const status = linkIn(confirmation?.text, '/status/')
  const brief = /\/brief\/[\w.-]+/.exec(await (await send(done)).text())?.[0] ?? ''
  await post('/privacy/request', { email: `ann@${marker}.example` })
  const mail = (await letters(`ann@${marker}.example`, 2)).find(({ subject }) =>
    subject?.startsWith('Your data'),
  )
  const open = linkIn(mail?.text, '/privacy/open/')

  await expectUsable(page, [status])
  await expectUsable(page, [done, brief, open, '/privacy/request', '/privacy/versions/2026-11-22'], twoGuises)
  await page.goto(open)
  await page.getByRole('button', { name: 'Show me my data' }).click()
  await expect(page.getByRole('heading', { name: 'What we hold of you' })).toBeVisible()
  expect(await faultsInEveryGuise(page, '/privacy/mine', twoGuises)).toEqual([])
})

test('the desk can be used by everyone', async ({ browser, query }) => {
  const { ref, letterId } = await makeSample(query, officeTime(6, '10:00'))
  const desk = await open(browser, { storageState: staffState })

  await expectUsable(desk, [
    '/staff/leads/new',
    '/staff/leads/deleted',
    '/staff/bookings/new',
    `/staff/bookings/new?lead=${ref}&tz=America/New_York&date=${officeTime(6, '11:00').slice(0, 10)}`,
    `/staff/bookings/new?slot=${officeTime(6, '11:00')}&host=hiring-consultant`,
    `/staff/bookings/new?slot=${officeTime(6, '03:00')}&host=hiring-consultant`,
    '/staff/why',
    '/staff/why?tz=America/New_York',
    '/staff/letters',
    `/staff/letters/${letterId}`,
    '/staff/leads/999999',
  ])
  await desk.context().close()
})

test('today, the list and the board can be used by everyone', async ({ browser, query }) => {
  const { ref } = await makeSample(query, officeTime(6, '09:30'))
  const desk = await open(browser, { storageState: staffState })

  await expectUsable(desk, [
    '/staff',
    `/staff/leads?edit=${ref}&sort=created`,
    '/staff/leads?status=any&columns=status,owner,next,source,stage,activity,created,consultation',
    '/staff/leads?q=nobody-is-called-that',
    '/staff/leads/board',
    '/staff/views',
  ])
  await desk.context().close()
})

test('a lead and its letters can be used by everyone', async ({ browser, query }) => {
  const { ref } = await makeSample(query, officeTime(6, '11:30'))
  const desk = await open(browser, { storageState: staffState })

  await expectUsable(desk, [
    `/staff/leads/${ref}?list=sort%3Dcreated`,
    `/staff/leads/${ref}?write=mail`,
    `/staff/leads/${ref}?kind=letters`,
    '/staff/templates',
  ])
  await desk.context().close()
})

test('the bookings on the desk can be used by everyone', async ({ browser, query }) => {
  const { reference } = await makeSample(query, officeTime(6, '10:30'))
  const desk = await open(browser, { storageState: staffState })

  await expectUsable(desk, [
    '/staff/bookings',
    '/staff/bookings?show=past&q=nobody',
    `/staff/bookings/${reference}`,
    '/staff/week',
    '/staff/week?from=2026-03-29&host=hiring-consultant',
  ])
  await desk.context().close()
})

test('the doors of the desk can be used by everyone', async ({ page }) => {
  await expectUsable(page, ['/staff/sign-in', '/staff/welcome/spent'])
})

test('a form that was refused can be used by everyone', async ({ page }) => {
  const faults = faultsOf(page, [422])
  const broken: string[] = []
  for (const [path, button] of [
    ['/start', 'Send my request'],
    ['/start/roles', 'Continue'],
    [`/book?slot=${officeTime(6, '08:00')}`, 'Confirm the booking'],
    ['/staff/sign-in', 'Sign in'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    broken.push(...(await faultsInEveryGuise(page, path)))
  }

  expect([...broken, ...faults]).toEqual([])
})

test('the first Tab leads past the header, and where the focus is can be seen', async ({ page }) => {
  for (const path of ['/', '/book', '/hire/backend-engineer']) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()

    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
  }
})

for (const path of [
  '/',
  '/hire/backend-developer',
  '/compare/staff-augmentation-vs-outsourcing-vs-freelancers',
  '/guides/what-is-backend-development',
  '/hire/qa-automation-engineer/kit',
  '/start',
  '/contact',
]) {
  test(`whoever walks through ${path} by Tab meets everything that can be pressed, and sees where they are`, async ({
    page,
  }) => {
    // Nothing is still on its way into view when it is looked at.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path)
    const stops = page.locator(
      ':is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]):not([tabindex="-1"]):visible',
    )
    const expected = await stops.count()

    const walked = new Set<string>()
    const unseen: string[] = []
    for (let step = 0; step < expected; step++) {
      await page.keyboard.press('Tab')
      const { place, name, isSeen } = await page.evaluate(whereFocusIs)
      walked.add(place)
      if (!isSeen) unseen.push(name)
    }

    expect(unseen).toEqual([])
    expect(walked.size).toBe(expected)
    expect(expected).toBeGreaterThan(30)
  })
}

/** Runs in the page. `place`: the only one of its kind, as steps from the root. */
function whereFocusIs(): { place: string; name: string; isSeen: boolean } {
  const focused = document.activeElement ?? document.body
  const steps: number[] = []
  for (let at: Element | null = focused; at?.parentElement; at = at.parentElement)
    steps.push([...at.parentElement.children].indexOf(at))
  const { top, bottom, width } = focused.getBoundingClientRect()
  return {
    place: steps.join(' '),
    name: `${focused.tagName} ${focused.textContent?.trim().slice(0, 40)}`,
    isSeen:
      getComputedStyle(focused).outlineStyle !== 'none' &&
      width > 0 &&
      bottom > 0 &&
      top < window.innerHeight,
  }
}

test('a visitor books with the keyboard alone', async ({ page, visitor }) => {
  const date = officeTime(6, '12:00').slice(0, 10)
  await page.goto(`/book?tz=UTC&date=${date}`)
  await page.getByRole('button', { name: '12:00', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Held for you', { exact: true })).toBeVisible()
  await page.getByLabel('Your name').focus()
  await page.keyboard.type(visitor.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(visitor.email)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
})

async function open(
  browser: { newPage(options: BrowserContextOptions): Promise<Page> },
  options: BrowserContextOptions,
): Promise<Page> {
  return browser.newPage({ baseURL: originOfSite(), ...options })
}
