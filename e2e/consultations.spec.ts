import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeType } from './own-types.ts'
import { newMarker, officeTime, post, staffCookie } from './samples.ts'

test.use({ javaScriptEnabled: false, storageState: staffState })

test('a manager adds a type, is told what is wrong with it, and mends it', async ({ page }) => {
  const name = `Review ${newMarker()}`
  await page.goto('/staff/types')
  await page.getByRole('link', { name: 'Add a type' }).click()
  await page.getByLabel('Length').fill('4')
  await page.getByLabel('Video call with a link of its own').check()
  await page.getByRole('button', { name: 'Add the type' }).click()

  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Enter a name: what visitors choose by.')
  await expect(summary).toContainText('Write a whole number of minutes from 5 to 480.')
  await expect(summary).toContainText('Write a link that begins with https://')
  await expect(page.getByLabel('Length')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Video call with a link of its own')).toBeChecked()

  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Length').fill('45')
  await page.getByLabel('Link of the video call').fill('https://meet.example/{id}')
  // Other tests are at the list of what is offered.
  await page.getByLabel('Offered to visitors').uncheck()
  await page.getByRole('button', { name: 'Add the type' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByLabel('Length')).toHaveValue('45')
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue(
    name.toLowerCase().replaceAll(' ', '-'),
  )

  await page.getByRole('link', { name: 'All consultations' }).click()
  const row = page.getByRole('row', { name })
  await expect(row).toContainText('Not offered')
  await row.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Delete the type' }).click()
  await expect(page.getByRole('row', { name })).toHaveCount(0)
})

test('what a type asks stands in its form, comes back with it, and reaches the host alone', async ({
  page,
  query,
  visitor,
  letters,
}) => {
  const type = await makeType(query, { name: `Deep dive ${newMarker()}`, people: ['Dev'] })
  await page.goto(`/staff/types/${type.slug}`)
  await page.getByRole('link', { name: 'Add a question' }).click()
  await page.getByLabel('Question').fill('How large is your team?')
  await page.getByLabel('One of some answers').check()
  await page.getByLabel('Answers to choose from').fill('Up to 5\nMore')
  await page.getByRole('button', { name: 'Add the question' }).click()
  await page.getByRole('link', { name: 'Add a question' }).click()
  await page.getByLabel('Question').fill('Do you have a specification?')
  await page.getByLabel('Yes or no').check()
  await page.getByLabel('It must be answered').check()
  await page.getByRole('button', { name: 'Add the question' }).click()
  await page.getByRole('button', { name: 'Move Do you have a specification? up' }).click()

  await page.goto(`/book/${type.slug}?slot=${officeTime(1, '08:00')}`)
  await page.getByLabel('How large is your team?').selectOption('More')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('alert')).toContainText('Answer the question “Do you have a specification?”.')
  await expect(page.getByRole('alert')).toContainText('Enter your name.')
  await expect(page.getByLabel('How large is your team?')).toHaveValue('More')

  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
  await page.getByRole('group', { name: 'Do you have a specification?' }).getByLabel('No').check()
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
  await type.retire()

  const [letter] = await letters(visitor.email)
  expect(letter?.text).not.toMatch(/specification|How large/)
  const [lead] = await query<{ ref: number }>(
    'SELECT lead.ref FROM lead JOIN booking ON lead_id = lead.id WHERE visitor_email = $1',
    [visitor.email],
  )
  await page.goto(`/staff/leads/${lead?.ref}`)
  const facts = page.getByRole('region', { name: /^Consultation/ })
  await expect(facts).toContainText('Do you have a specification?')
  await expect(facts).toContainText('More')
})

test('what no form of ours sends is refused in words or by a status, never by a fault', async () => {
  const odd: [path: string, fields: [string, string][], status: number][] = [
    ['/staff/types', [], 400],
    ['/staff/types', [['intent', 'sideways']], 400],
    ['/staff/types/new', [['name', 'A\u0000B']], 422],
    ['/staff/types/new', [['hosts[99].id', 'x']], 422],
    [
      '/staff/types/new',
      [
        ['name', 'one'],
        ['name', 'two'],
      ],
      422,
    ],
    [
      '/staff/types/consultation',
      [
        ['intent', 'up'],
        ['of', 'none'],
      ],
      404,
    ],
    ['/staff/types/consultation', [['intent', 'explode']], 400],
    ['/staff/types/nothing', [['intent', 'delete']], 404],
    ['/staff/types/nothing', [['intent', 'save']], 422],
  ]
  const cookie = staffCookie()

  const statuses = await Promise.all(
    odd.map(async ([path, fields]) => (await post(path, fields, cookie)).status),
  )

  expect(statuses).toEqual(odd.map(([, , status]) => status))
})

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true })

  test('every page of it can be used by everyone', async ({ page }) => {
    for (const path of [
      '/staff/types',
      '/staff/types/new',
      '/staff/types/consultation',
      '/staff/types/consultation/questions/new',
    ]) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(path)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      }
    }
  })
})
