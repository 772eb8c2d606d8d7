import { expect, staffAccount, staffState, test } from './fixtures.ts'

test('the one-time link makes the first staff account, once', async ({ page, browser }) => {
  const link = process.env.SETUP_LINK ?? ''
  await page.goto(link)

  await page.getByLabel('Your name').fill(staffAccount.name)
  await page.getByLabel('E-mail').fill(staffAccount.email)
  await page.getByLabel('Password').fill(staffAccount.password)
  await page.getByRole('button', { name: 'Open the desk' }).click()

  await expect(page.getByRole('heading', { name: 'Leads', exact: true })).toBeVisible()
  await page.context().storageState({ path: staffState })

  const stranger = await browser.newPage()
  const again = await stranger.goto(link)
  expect(again?.status()).toBe(404)
})
