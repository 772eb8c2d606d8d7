import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeSample, officeTime, post, requirementFields, sendLead, staffCookie } from './samples.ts'

test.use({ storageState: staffState })

test('a lead is deleted, found in no list, restored, and has everything that it had', async ({
  page,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  const lists = [`/staff/leads?q=${marker}`, `/staff/leads/board?q=${marker}`]
  const links = page.locator(`main a[href^="/staff/leads/${ref}?"]`)
  for (const address of lists) await page.goto(address).then(() => expect(links.first()).toBeVisible())
  await page.goto(`/staff/leads/${ref}`)
  await page.getByRole('link', { name: 'Delete', exact: true }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Delete L-${ref}` }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Deleted leads' })).toBeVisible()
  await expectAccessible(page)
  for (const address of [...lists, '/staff'])
    await page.goto(address).then(() => expect(links).toHaveCount(0))
  await page.goto(`/staff/leads/${ref}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted leads' })).toBeVisible()

  await page.getByRole('button', { name: `Restore L-${ref}`, exact: true }).click()
  await expect(page.getByText(`Said by ${marker}`).first()).toBeVisible()
  await expect(page.getByText('Restored', { exact: true })).toBeVisible()
})

test('without scripts it is deleted and restored all the same', async ({ browser, query }) => {
  const { ref } = await sendLead(query)
  const context = await browser.newContext({ storageState: staffState, javaScriptEnabled: false })
  const page = await context.newPage()

  await page.goto(`/staff/leads/${ref}/delete`)
  await page.getByRole('button', { name: `Delete L-${ref}` }).click()
  await page.getByRole('button', { name: `Restore L-${ref}`, exact: true }).click()

  await expect(page).toHaveURL(new RegExp(`/staff/leads/${ref}\\b`))
  await context.close()
})

test('a lead with a consultation to come stays until that is cancelled', async ({ page, query }) => {
  const { ref, booking } = await makeSample(query, officeTime(7, '12:30'))
  await page.goto(`/staff/leads/${ref}/delete`)
  await page.getByRole('button', { name: `Delete L-${ref}` }).click()
  await expect(page.getByRole('alert')).toContainText('A consultation is still to come.')

  await post(`/manage/${booking}`, { intent: 'cancel', reason: '' })
  await page.getByRole('button', { name: `Delete L-${ref}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted leads' })).toBeVisible()
})

test('who writes again after the deletion gets a new lead', async ({ query }) => {
  const { ref, marker } = await sendLead(query)
  await post(`/staff/leads/${ref}/delete`, { sure: 'yes' }, staffCookie())

  await post('/start', requirementFields(marker))

  const leads = await query<{ deleted: boolean }>(
    `SELECT deleted_at IS NOT NULL AS deleted FROM lead JOIN person_email USING (person_id)
     WHERE email = $1 ORDER BY ref`,
    [`ann@${marker}.example`],
  )
  expect(leads).toEqual([{ deleted: true }, { deleted: false }])
})
