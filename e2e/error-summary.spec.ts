import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { officeTime } from './samples.ts'

test('after a refusal the summary has the focus, its links lead to the fields, and the title tells', async ({
  page,
}) => {
  await page.goto(`/book?slot=${officeTime(0, '08:00')}`)
  await page.getByLabel('Work e-mail').fill('ann at acme')
  await page.getByLabel('Company').fill('Acme')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()

  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(2)
  await expect(page.getByLabel('Company')).toHaveValue('Acme')
  await expect(page.getByLabel('Work e-mail')).toHaveValue('ann at acme')
  await expect(page.getByLabel('Work e-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Work e-mail')).toHaveAccessibleDescription(/Enter an e-mail address like/)
  await page.getByRole('link', { name: 'Enter your name.' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(page).toHaveTitle(/Book a free consultation/)
})

test('the short form that lacks everything names every question, and each link leads to one', async ({
  page,
}) => {
  await page.goto('/start')
  await page.getByLabel('What you need').fill('Typed before')
  await page.getByRole('button', { name: 'Send my request' }).click()

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('What you need')).toHaveValue('Typed before')
  for (const name of ['Enter your name.', 'Enter your e-mail address.']) {
    await page.getByRole('alert').getByRole('link', { name }).click()
    await expect(page.locator(':focus')).toHaveAttribute('aria-invalid', 'true')
  }
})

test('each step that lacks everything names its questions, and each link leads to one', async ({ page }) => {
  await page.goto('/start/roles')
  for (const questions of [3, 1, 4, 3]) {
    await page.getByRole('button', { name: 'Continue', exact: true }).last().click()

    await expect(page).toHaveTitle(/^Error: /)
    await expect(page.getByRole('alert')).toBeFocused()
    const links = page.getByRole('alert').getByRole('link')
    await expect(links).toHaveCount(questions)
    for (const link of await links.all()) {
      const id = (await link.getAttribute('href'))?.slice(1)
      await link.click()
      await expect(page.locator(`[id="${id}"]`)).toBeFocused()
    }
    await answerStep(page)
  }
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
})

/** The least that the step which is open lets somebody continue with. */
async function answerStep(page: Page): Promise<void> {
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  if (heading === 'Whom do you need?') {
    await page.getByLabel('Role', { exact: true }).selectOption('backend-developer')
    await page.getByLabel('How many').selectOption('1')
    await page.getByLabel('Seniority').selectOption('mid')
  }
  if (heading === 'What will they work on?') await page.getByLabel('We want advice first').check()
  if (heading === 'On which terms?') {
    await page.getByLabel('By the hour').check()
    await page.getByLabel('Start').selectOption('now')
    await page.getByLabel('For how long').selectOption('1_3m')
    await page.getByLabel('The whole day').check()
  }
  if (heading === 'Whom do we answer?') {
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByLabel('Work e-mail').fill('ann@steps.example')
    await page.getByLabel('Company', { exact: true }).fill('Acme')
  }
  await page.getByRole('button', { name: 'Continue', exact: true }).last().click()
}
