/** Calendar feeds in both directions: on the desk as staff use them, and as calendar programs ask for them. */
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import type { Query } from './samples.ts'

test.use({ storageState: staffState })

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
const file = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...['BEGIN:VEVENT', 'UID:1', `DTSTART:${tomorrow}T120000Z`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=4'],
  ...['SUMMARY:Nobody’s business', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n')

test('a host’s other calendar is added, read again, fails and is removed', async ({ page, query }) => {
  const slug = await addHost(query)
  const published = await publish(file)
  await page.goto(`/staff/calendars/${slug}/feeds`)
  await expect(page.getByText('None yet.')).toBeVisible()

  await page.getByLabel('Name').fill('Private')
  await page.getByLabel('Secret address').fill(published.url)
  await page.getByRole('button', { name: 'Add the calendar' }).click()

  const feed = page.getByRole('listitem').filter({ hasText: 'Private' })
  await expect(feed).toContainText('Read just now')
  await expect(feed).toContainText('4 times blocked ahead')
  await expect(feed).toContainText('127.0.0.1')
  expect(await page.content()).not.toContain('s3cr3t')
  expect(await page.content()).not.toContain('Nobody’s business')
  await expectAccessible(page)

  await published.close()
  await feed.getByRole('button', { name: 'Read now' }).click()
  await expect(feed).toContainText('Cannot be read')
  await expect(feed).toContainText('The server in the address takes no connections.')
  await expect(feed).toContainText('4 times blocked ahead')
  await expectAccessible(page)

  await feed.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
})

test('an address that cannot be read is said so at its field, with what was typed', async ({
  page,
  query,
}) => {
  await page.goto(`/staff/calendars/${await addHost(query)}/feeds`)

  await page.getByLabel('Name').fill('Private')
  await page.getByLabel('Secret address').fill('http://127.0.0.1:1/basic.ics')
  await page.getByRole('button', { name: 'Add the calendar' }).click()

  await expect(page.getByRole('alert')).toContainText('not added')
  await expect(page.getByLabel('Secret address')).toHaveValue('http://127.0.0.1:1/basic.ics')
  await expect(page.getByLabel('Name')).toHaveValue('Private')
  await expectAccessible(page)
})

test('a calendar program subscribes, asks again, and is shut out by a new address', async ({
  page,
  query,
  playwright,
}) => {
  await page.goto(`/staff/calendars/${await addHost(query)}/feeds`)
  const address = await page.getByLabel('Address of the bookings').inputValue()
  const program = await playwright.request.newContext()

  const first = await program.get(address)
  const headers = first.headers()
  expect(first.status()).toBe(200)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(headers['cache-control']).toContain('private')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(await first.text()).toContain('X-WR-CALNAME:Feed host')
  const again = await program.get(address, { headers: { 'if-none-match': headers.etag ?? '' } })
  expect(again.status()).toBe(304)

  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(page.getByLabel('Address of the bookings')).not.toHaveValue(address)

  expect((await program.get(address)).status()).toBe(404)
  expect((await program.get(await page.getByLabel('Address of the bookings').inputValue())).status()).toBe(
    200,
  )
  await program.dispose()
})

test('the page can be used in any width and light', async ({ page, query }) => {
  await page.goto(`/staff/calendars/${await addHost(query)}/feeds`)

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectAccessible(page)
    }
  }
})

/** A host of the test's own, whom nobody books. */
async function addHost(query: Query): Promise<string> {
  const slug = `feeds-${randomUUID()}`
  await query(
    `INSERT INTO host (id, slug, name, time_zone, public_id)
     VALUES (gen_random_uuid(), $1, 'Feed host', 'Europe/Berlin', $2)`,
    [slug, randomBytes(16).toString('base64url')],
  )
  return slug
}

async function publish(text: string) {
  const server = createServer((_request, response) => response.end(text))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/private-s3cr3t/basic.ics`,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
