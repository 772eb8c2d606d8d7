import { chooseConsultation, expect, fillRequirement, test } from './fixtures.ts'

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor shares a requirement, books in another zone, moves and cancels', async ({
    page,
    letters,
    visitor,
    freeSlot,
  }) => {
    await page.goto('/hire/backend-engineer')
    await page.getByRole('link', { name: 'Share your requirement' }).first().click()
    await page.getByRole('link', { name: 'Answer step by step' }).click()
    await fillRequirement(page, visitor)
    await page.getByRole('button', { name: 'Send my request' }).click()
    await page.getByRole('link', { name: 'Book a free consultation' }).first().click()
    await chooseConsultation(page)

    // The zone that the requirement told.
    await expect(page.locator('#times')).toContainText('Berlin time')
    await page.getByRole('link', { name: 'Your time zone' }).click()
    await page.getByLabel('Your time zone').selectOption('America/New_York')
    await page.getByRole('button', { name: 'Show times there' }).click()
    await expect(page.locator('#times')).toContainText('New York time')

    const slot = await freeSlot(8)
    await page.goto(`${page.url()}&date=${slot.start.slice(0, 10)}`)
    await page.locator('.times button').first().click()
    await expect(page.getByText('Held for you', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
    await page.getByRole('button', { name: 'Confirm the booking' }).click()
    await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()

    // A letter that was not sent yet is taken back when the booking changes, so each is waited for.
    await letters(visitor.email, 2)

    await page.getByRole('link', { name: 'Move or cancel' }).click()
    await page.locator('.times a').last().click()
    await page.getByRole('button', { name: 'Move it to this time' }).click()
    await expect(page.getByText('Moved. A new invitation is on its way to you.')).toBeVisible()
    await letters(visitor.email, 3)

    await page.getByRole('button', { name: 'Cancel the consultation' }).click()
    await expect(page.getByRole('heading', { name: 'This consultation is cancelled' })).toBeVisible()

    const subjects = (await letters(visitor.email, 4)).map(({ subject }) => subject?.split(':')[0])
    expect(subjects).toEqual(['We have your request', 'Booked', 'Moved', 'Cancelled'])
  })

  test('a role row is added and removed by buttons, and nothing typed is lost', async ({ page }) => {
    await page.goto('/start/roles?role=backend-developer')
    await page.getByLabel('How many').selectOption('2')

    await page.getByRole('button', { name: 'Add another role' }).click()
    await expect(page.getByLabel('Role', { exact: true })).toHaveCount(2)
    await expect(page.getByLabel('How many').first()).toHaveValue('2')

    await page.getByRole('button', { name: 'Remove role 2' }).click()
    await expect(page.getByLabel('Role', { exact: true })).toHaveCount(1)
    await expect(page.getByLabel('Role', { exact: true })).toHaveValue('backend-developer')
  })
})
