/** The desk by keys: the palette, and the letters that press what is on the page. */
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { sendLead } from './samples.ts'

test.use({ storageState: staffState })

test('whoever types a lead’s number and Enter at once comes to that lead', async ({ page, query }) => {
  const { ref } = await sendLead(query)
  await page.goto('/staff')

  await page.keyboard.press('Control+k')
  await page.keyboard.type(`L-${ref}`)
  await page.keyboard.press('Enter')

  await page.waitForURL(new RegExp(`/staff/leads/${ref}`))
})

test('the palette chooses by arrows, says when nothing fits, and is closed by one Escape', async ({
  page,
  query,
}) => {
  const { marker } = await sendLead(query)
  await page.goto('/staff/leads?status=open')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Jump to' })
  const field = palette.getByRole('combobox')

  await field.fill('calendars')
  await expect(palette.getByRole('option').first()).toHaveText('Calendars')
  await expectAccessible(page)
  await field.fill(marker)
  await expect(palette.getByRole('option').first()).toContainText(marker)
  await field.fill(`${marker}x`)
  await expect(palette.getByRole('status')).toHaveText(`Nothing fits “${marker}x”.`)
  await field.fill('ca')
  await expect(palette.getByRole('option', { name: 'Calendars' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('option', { name: 'Today' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(palette.getByRole('option', { name: 'Dashboard' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/staff\/dashboard/)
})

test('the palette says so when whoever asks is signed out', async ({ page }) => {
  await page.goto('/staff')
  await page.context().clearCookies()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('acme')

  await expect(page.locator('#palette').getByRole('status')).toContainText('you may be signed out')
})

test('on a lead’s page s and a lead to its status and owner', async ({ page, query }) => {
  const { ref } = await sendLead(query)
  await page.goto(`/staff/leads/${ref}`)

  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: 'Status', exact: true })).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('a')
  await expect(page.getByRole('combobox', { name: 'Owner' })).toBeFocused()
})
