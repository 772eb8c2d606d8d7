import {
  chooseConsultation,
  expect,
  expectAccessible,
  fillRequirement,
  staffState,
  test,
} from './fixtures.ts'

test.describe('from reading about a role to a booked call', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('a link to one time opens on the clock of whoever follows it', async ({ page, freeSlot }) => {
    const { start } = await freeSlot(3, 'Europe/Berlin')

    await page.goto(`/book?slot=${start}`)

    await expect(page.locator('.appointment')).toContainText('Berlin time')
    await expect(page.getByLabel('Your name')).toBeVisible()
  })

  test('a hiring manager reads, shares a requirement and books; staff find one lead with both', async ({
    page,
    browser,
    letters,
    visitor,
    freeSlot,
  }) => {
    await page.goto('/hire/backend-developer')
    await page.getByRole('link', { name: 'Share your requirement' }).first().click()
    await page.getByRole('link', { name: 'Answer step by step' }).click()
    await expect(page.getByLabel('Role', { exact: true })).toHaveValue('backend-developer')
    await fillRequirement(page, visitor)
    await page.getByRole('button', { name: 'Send my request' }).click()

    await expect(page.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()
    const reference = await page.locator('.reference').first().innerText()
    await page.getByRole('link', { name: 'Book a free consultation' }).first().click()
    await chooseConsultation(page)

    const slot = await freeSlot(5, 'Europe/Berlin')
    await page.goto(`${page.url()}&date=${slot.start.slice(0, 10)}`)
    const time = new Date(slot.start).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
    })
    await page.getByRole('button', { name: time, exact: true }).click()
    await expect(page.getByText('Held for you', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue(visitor.name)
    await expect(page.getByLabel('Work e-mail')).toHaveValue(visitor.email)
    await page.getByRole('button', { name: 'Confirm the booking' }).click()

    await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
    await expect(page.locator('.appointment')).toContainText('Berlin time')
    await expectAccessible(page)

    const [received, confirmed] = await letters(visitor.email, 2)
    expect(received?.text).toContain(reference)
    expect(confirmed?.text).toContain('Berlin')
    expect(confirmed?.attachments.map(({ contentType }) => contentType)).toContain('application/ics')

    const desk = await browser.newPage({ storageState: staffState })
    await desk.goto(`/staff/leads?q=${visitor.company.toLowerCase()}`)
    await expect(desk.getByRole('row')).toHaveCount(2)
    await desk.getByRole('link', { name: /^L-\d+$/ }).click()
    await expect(desk.getByRole('main')).toContainText('A booking service that must not book twice.')
    await expect(desk.getByRole('main')).toContainText('TypeScript')
    await expect(desk.getByRole('main')).toContainText(/B-[2-9A-Z]{7}/)
    await expectAccessible(desk)
  })
})
