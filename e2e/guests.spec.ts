import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeSample, officeTime } from './samples.ts'

test.use({ javaScriptEnabled: false })

test('a visitor books with guests, changes them, and none of them can change the booking', async ({
  page,
  visitor,
  letters,
}) => {
  const guest = (name: string) => `${name}.${visitor.email}`
  await page.goto(`/book/consultation?slot=${officeTime(4, '12:30')}&tz=Europe/Berlin`)
  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
  await page.getByLabel('Guests').fill(`${guest('bo')}, cy`)
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByText('“cy” is not an e-mail address.').first()).toBeVisible()
  await expect(page.getByLabel('Guests')).toHaveValue(`${guest('bo')}, cy`)

  await page.getByLabel('Guests').fill(`${guest('bo')}, ${guest('cy')}`)
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByText(`${guest('bo')}, ${guest('cy')}`)).toBeVisible()
  const [invitation] = await letters(guest('bo'))
  expect(invitation?.subject).toContain('Invitation: ')
  expect(invitation?.text).toContain(`${visitor.name} has booked a consultation`)
  expect(`${invitation?.text}${invitation?.html}`).not.toContain('/manage/')

  await page.getByRole('link', { name: 'Move or cancel' }).click()
  await page.getByText('Change who else comes').click()
  await page.getByLabel('Who else comes').fill(`${guest('cy')}, ${guest('di')}`)
  await page.getByRole('button', { name: 'Save the guests' }).click()
  await expect(page.getByText('Saved. Who is new is invited')).toBeVisible()
  await expect(page.getByText(`${guest('cy')}, ${guest('di')}`)).toBeVisible()
  expect((await letters(guest('di')))[0]?.subject).toContain('Invitation: ')
  expect((await letters(guest('bo'), 2))[1]?.subject).toContain('No longer needed: ')
  expect((await letters(visitor.email, 2))[1]?.subject).toContain('Guests changed: ')
})

test('six guests are one too many, and what was typed stays', async ({ page, query }) => {
  const { booking } = await makeSample(query, officeTime(4, '13:00'))
  const six = Array.from({ length: 6 }, (_, index) => `g${index}@acme.example`).join(', ')
  await page.goto(`/manage/${booking}`)
  await page.getByText('Bring somebody along').click()
  await page.getByLabel('Who else comes').fill(six)
  await page.getByRole('button', { name: 'Save the guests' }).click()

  await expect(page.getByText('Invite 5 guests at most.').first()).toBeVisible()
  await expect(page.getByLabel('Who else comes')).toHaveValue(six)
})

test.describe('on the desk', () => {
  test.use({ storageState: staffState, javaScriptEnabled: true })

  test('staff see who comes along', async ({ page, query }) => {
    const { reference } = await makeSample(query, officeTime(4, '13:30'))
    await query(`UPDATE booking SET guests = '{bo@acme.example,cy@acme.example}' WHERE reference = $1`, [
      reference,
    ])

    await page.goto(`/staff/bookings/${reference}`)

    await expect(page.getByRole('link', { name: 'cy@acme.example' })).toBeVisible()
    await expectAccessible(page)
  })
})
