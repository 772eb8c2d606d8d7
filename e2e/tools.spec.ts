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
    await expect(page).toHaveURL(/\/start\?role=backend-engineer\b/)
  })

  test('a city and its hours show what is shared through the year, and the request knows them', async ({
    page,
  }) => {
    await page.goto('/guides/run-a-team-across-time-zones')
    await page.getByRole('link', { name: 'shared hours through the year' }).click()
    await page.getByRole('link', { name: /^Your city .* Choose another$/ }).click()
    await page.getByLabel('Your city').selectOption('America/New_York')
    await page.getByLabel('You begin at').selectOption('08:00')
    await page.getByLabel('You end at').selectOption('07:30')
    await page.getByRole('button', { name: 'Show shared hours' }).click()

    await expect(page.getByText('Choose an end after the beginning.').first()).toBeVisible()
    await expect(page.getByLabel('You begin at')).toHaveValue('08:00')
    await page.getByLabel('You end at').selectOption('16:30')
    await page.getByRole('button', { name: 'Show shared hours' }).click()

    await expect(page.getByRole('table')).toContainText('08:00 to 09:30')
    await expect(page.getByRole('table')).toContainText('08:00 to 10:30')
    await expect(page.getByRole('img', { name: 'Both: 08:00–09:30' }).first()).toBeVisible()
    const main = page.getByRole('main')
    await expect(main.getByRole('link', { name: 'Share your requirement' })).toHaveAttribute(
      'href',
      '/start?tz=America%2FNew_York&overlap=2h',
    )
    await expect(main.getByRole('link', { name: 'Book a free consultation' })).toHaveAttribute(
      'href',
      '/book?tz=America%2FNew_York',
    )
  })
})

test('a visitor types a city and at once sees the hours on its clock', async ({ page }) => {
  await page.goto('/shared-hours')
  await expect(page.getByRole('heading', { name: 'New York and Kolkata through the year' })).toBeVisible()

  await page.getByRole('combobox', { name: 'Your city' }).fill('adelai')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Adelaide and Kolkata through the year' })).toBeVisible()
  await expectAccessible(page)
})

test('the five questions and their answer are open to everybody', async ({ page }) => {
  await page.goto('/which-role')
  await expectAccessible(page)

  await page.goto('/which-role?work=phone&structure=nobody&waiting=tasks&talks=both&undo=hard')
  await expectAccessible(page)
})

test('a visitor searches from the foot of a page, with a letter missing', async ({ page }) => {
  await page.goto('/pricing')
  await page.getByRole('contentinfo').getByLabel('Search roles and articles').fill('salesfroce developers')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Search' }).click()

  await expect(page.getByRole('heading', { level: 3 }).first()).toContainText('Salesforce developer')
  await expect(page.locator('mark').first()).toHaveText(/salesforce/i)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expectAccessible(page)
})

test('a search that finds nothing leads on, and what was typed stands in its field', async ({ page }) => {
  await page.goto('/search?q=zeppelin%20%3Cb%3Epilots')

  await expect(page.getByRole('heading', { name: 'Nothing about “zeppelin <b>pilots”' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('zeppelin <b>pilots')
  await expect(page.getByRole('main').getByRole('link', { name: 'all roles' })).toBeVisible()
  await expectAccessible(page)
})

test('an address that is none offers the role it looks like', async ({ page }) => {
  const answer = await page.goto('/hire/back-end-devlopers')

  expect(answer?.status()).toBe(404)
  await page.getByRole('main').getByRole('link', { name: 'Backend developer' }).click()
  await expect(page).toHaveURL(/\/hire\/backend-developer$/)
})
