import { expect, test } from './fixtures.ts'
import { send } from './samples.ts'

test('the first page shows times on the office’s clock and then on the visitor’s, the next one at once', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))

  await page.goto('/hire/backend-developer')
  await expect(page.locator('.next-line')).toContainText('New York time')
  await page.goto('/')

  await expect(page.locator('.next')).toContainText('New York time')
  expect(asked.filter((path) => path.startsWith('/free-times'))).toEqual(['/free-times/backend-developer'])
  expect((await page.context().cookies()).map(({ name, value }) => [name, value])).toEqual([
    ['tz', 'America%2FNew_York'],
  ])
})

test('the calendar of a first visit is drawn on the visitor’s clock in place, without loading the page again', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/book/consultation') asked.push(request.resourceType())
  })

  await page.goto('/book/consultation')

  await expect(page.locator('#times')).toContainText('New York time')
  await expect(page.getByRole('combobox', { name: 'Your time zone' })).toHaveValue(/^New York/)
  expect(asked.slice(0, 2)).toEqual(['document', 'fetch'])
  expect(asked.filter((type) => type === 'document').length).toBe(1)
})

test('what is asked for alone is what the page shows', async () => {
  const headers = { cookie: 'tz=Europe/Berlin' }

  for (const [path, alone] of [
    ['/', '/free-times'],
    ['/hire/backend-developer', '/free-times/backend-developer'],
    ['/compare/staff-augmentation-vs-outsourcing-vs-freelancers', '/free-times/any'],
  ] as const) {
    // Other tests book meanwhile.
    await expect
      .poll(async () => {
        const part = await (await send(alone, { headers })).text()
        return part.includes('Berlin time') && (await (await send(path, { headers })).text()).includes(part)
      })
      .toBe(true)
  }
  expect((await send('/free-times/nobody')).status).toBe(404)
  expect((await send('/free-times')).headers.get('x-robots-tag')).toBe('noindex, nofollow')
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a zone that is chosen in the calendar is remembered on every page', async ({ page }) => {
    await page.goto('/book/consultation')
    await page.getByRole('link', { name: 'Your time zone' }).click()
    await page.getByLabel('Your time zone').selectOption('Europe/Berlin')
    await page.getByRole('button', { name: 'Show times there' }).click()
    await expect(page.locator('#times')).toContainText('Berlin time')

    await page.goto('/')
    await expect(page.locator('.next')).toContainText('Berlin time')
  })

  test('a link from another site chooses no zone for later', async () => {
    const astray = await send('/book?tz=Asia/Tokyo', { headers: { 'sec-fetch-site': 'cross-site' } })
    const ours = await send('/book?tz=Asia/Tokyo', { headers: { 'sec-fetch-site': 'same-origin' } })
    const nonsense = await send('/book?tz=Mars/Base', { headers: { 'sec-fetch-site': 'same-origin' } })

    expect(astray.headers.getSetCookie()).toEqual([])
    expect(ours.headers.getSetCookie()).toEqual(['tz=Asia%2FTokyo; Path=/; Max-Age=31536000; SameSite=Lax'])
    expect(nonsense.headers.getSetCookie()).toEqual([])
  })
})
