import { expect, expectAccessible, test } from './fixtures.ts'
import { messageFields, newMarker, post } from './samples.ts'

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a message loses nothing to a mistake, becomes a lead and is confirmed', async ({
    page,
    query,
    letters,
    visitor,
  }) => {
    await page.goto('/about')
    await page.getByRole('link', { name: 'contact form' }).click()
    await page.getByLabel('Your message').fill('Do you work with charities?\nIn which countries?')
    await page.getByLabel('Your name').fill(visitor.name)
    await page.getByLabel('Work e-mail').fill('ann at work')
    await page.getByRole('button', { name: 'Send my message' }).click()

    await expect(page.getByRole('alert')).toContainText('Enter an e-mail address like name@example.com.')
    await expect(page.getByLabel('Your message')).toHaveValue(
      'Do you work with charities?\nIn which countries?',
    )
    await page.getByLabel('Work e-mail').fill(visitor.email)
    await page.getByRole('button', { name: 'Send my message' }).click()

    await expect(page.getByRole('heading', { name: 'Thank you. We have your message.' })).toBeVisible()
    const [letter] = await letters(visitor.email, 1)
    expect(letter?.subject).toMatch(/^We have your message: R-/)
    expect(letter?.text).not.toContain('charities')
    const leads = await query(
      `SELECT lead.source FROM lead JOIN submission ON submission.lead_id = lead.id WHERE submission.email = $1`,
      [visitor.email],
    )
    expect(leads).toEqual([{ source: 'message' }])
  })
})

test('the contact page is open to everybody, with its mistakes and its thanks', async ({ page }) => {
  await page.goto('/contact')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send my message' }).click()
  await expectAccessible(page)
  await page.goto('/contact?sent=R-7K3QXMP')
  await expectAccessible(page)
})

test('what is wrong with a message is said at its field', async () => {
  const wrong = [
    ['message', '', 'Write what you would like to know or tell us.'],
    ['message', 'x'.repeat(4001), 'Use 4000 characters or fewer.'],
    ['name', 'Win at https://evil.test', 'Enter a name without links'],
    ['email', 'ann', 'Enter an e-mail address like'],
    ['notice', '2020-01-01', 'The privacy notice has changed'],
    ['idempotencyKey', 'one', 'Reload the page and send the form again.'],
  ] as const

  for (const [field, typed, message] of wrong) {
    const answer = await post('/contact', messageFields(newMarker(), { [field]: typed }))
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)])
  }
})
