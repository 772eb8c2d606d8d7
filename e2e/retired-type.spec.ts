import { expect, expectAccessible, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'
import { bookingFields, newMarker, post, send } from './samples.ts'

let retired: OwnType
let offered: OwnType
test.beforeEach(async ({ query }) => {
  const marker = newMarker()
  retired = await makeType(query, { name: `Retired ${marker}`, people: ['Asha'] })
  offered = await makeType(query, { name: `Offered ${marker}`, people: ['Dev'] })
})
test.afterEach(async () => {
  await retired.retire()
  await offered.retire()
})

test('a form whose kind of meeting was retired meanwhile takes everything typed to one that is offered', async ({
  page,
  visitor,
}) => {
  const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/book/${retired.slug}?tz=UTC&slot=${day}T10:00:00.000Z`)
  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
  await page.getByLabel('What should we know before the call?').fill('Typed once')
  await retired.retire()

  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Confirm the booking' }).click(),
  ])

  expect(answer.status()).toBe(409)
  await expect(page.getByRole('alert')).toContainText(`“${retired.name}” is no longer offered.`)
  await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
  await expectAccessible(page)
  await page.getByRole('button', { name: `${offered.name}, 45 minutes` }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(offered.name)
  await expect(page.locator('#hold')).toContainText('Held for you until')
  await expect(page.getByLabel('What should we know before the call?')).toHaveValue('Typed once')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consultation is booked')
})

test('the address of a retired kind of meeting leads to those that are offered', async ({ page }) => {
  await retired.retire()

  const answer = await page.goto(`/book/${retired.slug}`)

  expect(answer?.status()).toBe(404)
  await expect(page.getByText(`“${retired.name}” is no longer offered.`)).toBeVisible()
  await page.getByRole('link', { name: offered.name }).click()
  await expect(page).toHaveURL(new RegExp(`/book/${offered.slug}`))
  expect((await send('/book/never-was')).status).toBe(404)
})

test('an address or a form that names no possible kind of meeting is refused, never a failure', async () => {
  const statuses: number[] = []
  for (const name of ['%00', '%E2%80%AE', 'No%20Type', 'x'.repeat(8000)]) {
    statuses.push((await send(`/book/${name}`)).status)
    statuses.push((await post(`/book/${name}`, bookingFields(newMarker()))).status)
    statuses.push((await post(`/book/${name}`, bookingFields(newMarker(), { intent: 'hold' }))).status)
  }
  const named = await post('/book', bookingFields(newMarker(), { type: 'a\u0000b' }))

  expect(new Set(statuses)).toEqual(new Set([404]))
  expect(named.status).toBe(422)
})
