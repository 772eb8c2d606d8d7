import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('five answers lead to a role, and the request that follows knows it', async ({ page }) => {
    await page.goto('/compare/backend-developer-vs-backend-engineer')
    await page.getByRole('link', { name: 'Answer five questions' }).click()
    await page.getByLabel('On the server: data, rules, interfaces').check()
    await page.getByLabel('Nobody yet').check()
    await page.getByLabel('Decisions that nobody feels able to make').check()
    await page.getByLabel('Leaders and users, to learn what is needed').check()

    await page.getByRole('button', { name: 'Show me the role' }).click()
    await page.getByRole('link', { name: 'Say how hard it is to take back what they decide.' }).click()
    await expect(page.getByLabel('Nobody yet')).toBeChecked()
    await page.getByLabel('Hard: it shapes data, borders or contracts').check()
    await page.getByRole('button', { name: 'Show me the role' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toContainText('A backend engineer')
    await expect(page.getByRole('row', { name: 'Sum' })).toContainText('+8')
    await page.getByRole('main').getByRole('link', { name: 'Share your requirement' }).first().click()
    await expect(page).toHaveURL(/\/start\?role=backend-engineer$/)
  })
})

test('the five questions and their answer are open to everybody', async ({ page }) => {
  await page.goto('/which-role')
  await expectAccessible(page)

  await page.goto('/which-role?work=phone&structure=nobody&waiting=tasks&talks=both&undo=hard')
  await expectAccessible(page)
})
