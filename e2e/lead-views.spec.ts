/** Filters and the views that keep them. */
import { expect, test } from './fixtures.ts'
import { sendLead } from './samples.ts'
import { addAccount, signIn } from './staff-accounts.ts'

test('leads open with the view of one’s choice, and every tab and chip still leads where it says', async ({
  page,
  query,
}) => {
  await signIn(page, await addAccount(query, 'consultant'))
  await page.goto('/staff/leads?status=won&owner=me')
  await page.getByText('Save view').click()
  await page.getByLabel('Name', { exact: true }).fill('Mine and won')
  await page.getByLabel('My leads open with it').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link', { name: 'Mine and won' })).toHaveAttribute('aria-current', 'page')

  await page
    .getByRole('navigation', { name: 'Desk' })
    .getByRole('link', { name: /^Leads/ })
    .click()
  await expect(page).toHaveURL(/\/staff\/leads\?status=won&owner=me$/)
  await views.getByRole('link', { name: 'Open', exact: true }).click()
  await expect(views.getByRole('link', { name: 'Open', exact: true })).toHaveAttribute('aria-current', 'page')
  await views.getByRole('link', { name: 'Mine', exact: true }).click()
  await page.locator('.chip', { hasText: 'Owner me' }).click()
  await expect(page).toHaveURL(/\/staff\/leads\?status=open$/)
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await expect(page.locator('.board')).toBeVisible()
})

test('another thing to filter by leaves the status as it was, and the address short', async ({
  page,
  query,
}) => {
  await signIn(page, await addAccount(query, 'manager'))
  const narrow = async () => {
    await page.getByText('Add filter').click()
    await page.getByLabel('By hand').check()
    await page.getByRole('button', { name: 'Apply' }).click()
  }

  await page.goto('/staff/leads?status=any')
  await narrow()
  await expect(page).toHaveURL(/\/staff\/leads\?status=any&source=manual$/)
  await page.goto('/staff/leads')
  await narrow()
  await expect(page).toHaveURL(/\/staff\/leads\?source=manual$/)
  await expect(page.locator('.chip', { hasText: 'Status open' })).toBeVisible()
})

test('a lead opened from the plain list knows its neighbours and the way back to its line', async ({
  page,
  query,
}) => {
  await signIn(page, await addAccount(query, 'manager'))
  await sendLead(query)
  const { ref } = await sendLead(query)
  await page.goto('/staff/leads')

  await page.getByRole('link', { name: `L-${ref}`, exact: true }).press('Enter')
  const way = page.getByRole('navigation', { name: 'In the list' })
  await expect(way.getByRole('link', { name: 'Next' })).toBeVisible()
  await way.getByRole('link', { name: '← List' }).click()

  await expect(page).toHaveURL(new RegExp(`/staff/leads\\?status=open#l-${ref}$`))
  await expect(page.getByRole('link', { name: `L-${ref}`, exact: true })).toBeFocused()
})
