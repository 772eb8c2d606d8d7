import { expect, expectAccessible, test } from './fixtures.ts'
import { makeSample, officeTime } from './samples.ts'

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a mistyped address is corrected, and the old link is dead', async ({
    page,
    query,
    visitor,
    letters,
  }) => {
    const { booking } = await makeSample(query, officeTime(4, '12:00'))
    await page.goto(`/booked/${booking}`)
    await page.getByText('Is the address wrong?').click()
    await page.getByLabel('The right e-mail address').fill('nonsense')
    await page.getByRole('button', { name: 'Send it there' }).click()
    await expect(page.getByLabel('The right e-mail address')).toHaveValue('nonsense')
    await page.getByLabel('The right e-mail address').fill(visitor.email)
    await page.getByRole('button', { name: 'Send it there' }).click()

    await expect(page.getByText(`Corrected: the confirmation goes to ${visitor.email}.`)).toBeVisible()
    expect(page.url()).not.toContain(booking)
    expect((await letters(visitor.email))[0]?.subject).toContain('Booked')
    expect((await page.goto(`/booked/${booking}`))?.status()).toBe(404)
    await page.getByRole('link', { name: 'We send it to you again' }).click()
    await page.getByLabel('Your e-mail address').fill(visitor.email)
    await page.getByRole('button', { name: 'Send my links' }).click()
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
    const all = await letters(visitor.email, 2)
    expect(all.map(({ subject }) => subject).join()).toContain('Your links at')
  })
})

test('both can be used by everyone', async ({ page, query }) => {
  const { booking } = await makeSample(query, officeTime(1, '12:30'))
  await page.goto(`/booked/${booking}`)
  await page.getByText('Is the address wrong?').click()
  await expectAccessible(page)
  await page.goto('/book/links')
  await expectAccessible(page)
})
