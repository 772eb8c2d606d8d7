import type { Browser } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeType } from './own-types.ts'
import { newMarker } from './samples.ts'

/** A colleague at another computer, signed in. */
async function colleague(browser: Browser, address: string) {
  const context = await browser.newContext({ storageState: staffState })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test.use({ storageState: staffState })

test('of two who edit one type the second sees both, and keeps theirs with one press', async ({
  page,
  browser,
  query,
}) => {
  const { slug } = await makeType(query, { name: `Two editors ${newMarker()}`, people: ['Dev'] })
  await page.goto(`/staff/types/${slug}`)
  const other = await colleague(browser, `/staff/types/${slug}`)
  await other.getByLabel('Length').fill('50')
  await other.getByRole('button', { name: 'Save the type' }).click()
  await expect(other.getByText('Saved.')).toBeVisible()
  await other.context().close()

  await page.getByLabel('Description').fill('Mine, which must not be lost.')
  await page.getByRole('button', { name: 'Save the type' }).click()

  const told = page.getByRole('alert')
  await expect(told).toContainText('A colleague saved this meanwhile')
  const length = told.getByRole('listitem').filter({ hasText: 'Length' })
  await expect(length).toContainText('Saved 50')
  await expect(length).toContainText('Yours 45')
  await expect(told.getByRole('listitem').filter({ hasText: 'Description' })).toContainText(
    'Mine, which must not be lost.',
  )
  await expect(page.getByLabel('Description')).toHaveValue('Mine, which must not be lost.')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Save mine instead' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('Mine, which must not be lost.')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('of two who edit one week the second may take what is saved', async ({ page, browser }) => {
    await page.goto('/staff/calendars/new')
    await page.getByRole('textbox', { name: 'Name' }).fill(`Two editors ${newMarker()}`)
    await page.getByLabel('Time zone').selectOption('Europe/Berlin')
    for (const type of await page.getByRole('checkbox').all()) await type.uncheck()
    await page.getByRole('button', { name: 'Add the calendar' }).click()
    await expect(page.getByText('Added.')).toBeVisible()
    const other = await colleague(browser, page.url())
    await other.getByLabel('Monday').fill('8-10')
    await other.getByRole('button', { name: 'Save the hours' }).click()
    await expect(other.getByText('Saved.')).toBeVisible()
    await other.context().close()

    await page.getByLabel('Tuesday').fill('14-18')
    await page.getByRole('button', { name: 'Save the hours' }).click()

    const told = page.getByRole('alert')
    await expect(told.getByRole('listitem').filter({ hasText: 'Monday' })).toContainText('08:00–10:00')
    await expect(told.getByRole('listitem').filter({ hasText: 'Tuesday' })).toContainText('14:00–18:00')
    await expect(told.getByRole('listitem').filter({ hasText: 'Wednesday' })).toHaveCount(0)
    await expect(page.getByLabel('Tuesday')).toHaveValue('14-18')
    await told.getByRole('link', { name: 'Take what is saved' }).click()
    await expect(page.getByLabel('Monday')).toHaveValue('08:00–10:00')
    await expect(page.getByLabel('Tuesday')).toHaveValue('11:00–20:00')

    await page.getByRole('link', { name: 'Settings' }).click()
    const again = await colleague(browser, page.url())
    await again.locator('[name=dailyLimit]').fill('3')
    await again.getByRole('button', { name: 'Save the settings' }).click()
    await expect(again.getByText('Saved.', { exact: true })).toBeVisible()
    await again.context().close()
    await page.locator('[name=dailyLimit]').fill('5')
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByRole('alert').getByRole('listitem')).toHaveText('Meetings in a daySaved 3Yours 5')
    await page.getByRole('button', { name: 'Save mine instead' }).click()
    await expect(page.locator('[name=dailyLimit]')).toHaveValue('5')
  })
})
