import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeSample, newMarker, officeTime } from './samples.ts'

test.use({ storageState: staffState })

test('an admin adds a webhook, sees what it was told, sends it again, changes its secret and switches it off', async ({
  page,
  query,
}) => {
  const receiver = await receive()
  await page.goto('/staff/webhooks')
  await page.getByLabel('Address').fill('ftp://example.com')
  await page.getByRole('button', { name: 'Add the webhook' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Write an address that begins with https://')
  await expect(summary).toContainText('Choose at least one thing to tell.')
  await expect(page.getByLabel('Address')).toHaveValue('ftp://example.com')
  await expectAccessible(page)

  await page.getByLabel('Address').fill(receiver.url)
  await page.getByLabel('A consultation is booked').check()
  await page.getByRole('button', { name: 'Add the webhook' }).click()
  const secret = await page.getByLabel('Signing secret').inputValue()
  expect(secret).toMatch(/^whsec_/)
  await expect(page.getByText('Nothing has been told yet.')).toBeVisible()

  await makeSample(query, officeTime(6, '11:00'))
  await expect.poll(() => receiver.bodies.length).toBeGreaterThan(0)
  expect(receiver.bodies[0]).toContain('"type":"booking.confirmed"')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Delivered').first()).toBeVisible()
  }).toPass()
  await expectAccessible(page)

  const before = receiver.bodies.length
  await page.getByRole('button', { name: 'Send again' }).first().click()
  await expect.poll(() => receiver.bodies.length).toBeGreaterThan(before)

  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await expect(page.getByLabel('Signing secret')).not.toHaveValue(secret)
  await page.getByRole('button', { name: 'Switch it off' }).click()
  await expect(page.getByRole('heading', { name: 'It is off' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText(receiver.url)).toHaveCount(0)
  await receiver.close()
})

/** A program that takes every message, at an address of its own. */
async function receive() {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    bodies.push(body)
    response.writeHead(200).end('Thank you')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/${newMarker()}`,
    bodies,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
