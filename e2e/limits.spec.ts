import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures.ts'

/** The one server of the run that counts; the others let tests send as much as they like. */
const limited = () => process.env.LIMITED_SITE_URL ?? ''

test('the sixth form within ten minutes is told to wait, by header and in words', async ({ page }) => {
  const answers = []
  for (let sent = 0; sent < 6; sent++) answers.push(await sendNothing())

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429])
  expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(300)

  await page.goto(`${limited()}/book/consultation`)
  await page.locator('.times button').first().click()
  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Work e-mail').fill(`ann@${randomUUID().slice(0, 8)}.example`)
  await expect(page.getByText('Held for you', { exact: true })).toBeVisible()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Confirm the booking' }).click(),
  ])

  expect(answer.status()).toBe(429)
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(300)
  await expect(page.getByRole('alert')).toContainText('You have sent several forms already.')
  await expect(page.getByLabel('Your name')).toHaveValue('Ann Example')
})

/** Counted like any other, whatever is in it. */
function sendNothing() {
  return fetch(`${limited()}/api/bookings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
}
