import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'

let type: OwnType

test.beforeEach(async ({ query }) => {
  type = await makeType(query, { name: 'Talk with a stand-in', people: ['Asha Lind', 'Noor Quist'] })
})
test.afterEach(() => type.retire())

test('who asks for somebody who is away reads why, and is led to who stands in', async ({
  page,
  browser,
}) => {
  const [asha = '', noor = ''] = type.hosts
  const [first, last] = [inDays(2), inDays(50)]
  const staff = await browser.newContext({ storageState: staffState })
  const desk = await staff.newPage()
  await desk.goto(`/staff/calendars/${asha}/dates`)
  await desk.getByLabel('First day', { exact: true }).fill(first)
  await desk.getByLabel('Last day (optional)').fill(last)
  await desk.getByLabel('What visitors read').fill('On parental leave.')
  await desk.getByLabel('Who stands in').selectOption(noor)
  await desk.getByRole('button', { name: 'Add the time off' }).click()
  await expect(desk.getByRole('listitem').filter({ hasText: 'Time off' })).toContainText(
    'Visitors read “On parental leave.” · Noor Quist stands in',
  )
  await expectAccessible(desk)
  await staff.close()

  await page.goto(`/book/${type.slug}?tz=UTC&date=${first}`)
  await expect(page.getByText('On parental leave.')).toHaveCount(0)
  await page.getByRole('link', { name: 'Asha Lind' }).click()
  await expect(page.getByText('On parental leave.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'See the times of Noor Quist' }).click()
  await expect(page.getByRole('link', { name: 'Noor Quist', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.locator('.times').getByRole('button').first()).toBeVisible()
  await expect(page.getByText('On parental leave.')).toHaveCount(0)
})

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
