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

test('a view without a name is asked for one and loses nothing; it is renamed and, a step further, deleted', async ({
  page,
  query,
}) => {
  await signIn(page, await addAccount(query, 'consultant'))
  await page.goto('/staff/leads?source=manual')
  await page.getByText('Save view').click()
  await page.getByLabel('Everybody may use it').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByRole('alert')).toContainText('Give the view a name.')
  await expect(page.getByLabel('Everybody may use it')).toBeChecked()
  await page.getByLabel('Name', { exact: true }).fill('Typed in')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/\?source=manual$/)
  await page.getByRole('link', { name: 'All views' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'Typed in' })
  await expect(line).toContainText('Status open, Source by hand')
  await expect(line.getByRole('button', { name: /^Delete/ })).toBeHidden()

  await line.getByText('Change').click()
  await line.getByLabel('Name').fill('By hand')
  await line.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('link', { name: 'By hand', exact: true })).toBeVisible()
  const change = page.locator('summary', { hasText: 'Change By hand' })
  await change.click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Delete for everybody/ })).toBeHidden()
  await expect(change).toBeFocused()
  await change.click()
  await page.getByRole('button', { name: /^Delete for everybody/ }).click()
  await expect(page.getByRole('heading', { name: 'No views yet' })).toBeVisible()
})

test('a board that can show nothing says why', async ({ page, query }) => {
  await signIn(page, await addAccount(query, 'manager'))

  await page.goto('/staff/leads/board?status=won')
  await expect(page.getByRole('heading', { name: 'Closed leads are not on the board' })).toBeVisible()
  await page.getByRole('link', { name: 'Show these as a list' }).click()
  await expect(page).toHaveURL(/\/staff\/leads\?status=won$/)
  await page.goto('/staff/leads/board?q=zyzzyvazyzzyva')
  await expect(page.getByRole('heading', { name: 'No lead fits' })).toBeVisible()
})

test('the usual columns fit a desk, with what is next and the way to change it', async ({ page, query }) => {
  await signIn(page, await addAccount(query, 'manager', 'Maximiliana Featherstonehaugh'))
  const { ref } = await sendLead(query, { message: 'A long need '.repeat(20) })
  await query(
    "UPDATE person SET name = 'Wolfeschlegelsteinhausen Bergerdorff' FROM lead WHERE person.id = person_id AND ref = $1",
    [ref],
  )
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/staff/leads')

  const width = await page.locator('.leads-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(width).toBe(0)
  await expect(page.getByRole('link', { name: `Change L-${ref}` })).toBeInViewport()
})
