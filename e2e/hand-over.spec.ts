import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, post, requirementFields } from './samples.ts'
import { addAccount } from './staff-accounts.ts'

test.use({ storageState: staffState })

test('an admin sees what is still somebody’s, hands it over, then closes the account', async ({
  page,
  query,
}) => {
  const [leaver, colleague] = [await addAccount(query, 'consultant'), await addAccount(query, 'consultant')]
  const marker = newMarker()
  await post('/start', requirementFields(marker))
  await query(
    `UPDATE lead SET owner_id = $1 FROM person_email
     WHERE person_email.person_id = lead.person_id AND email = $2`,
    [leaver.id, `ann@${marker}.example`],
  )

  await page.goto(`/staff/team/${leaver.id}`)
  await expect(page.getByText('Theirs at the moment: 1 open lead.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Hand over their work' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hand all of it over' }).click()
  await expect(page.getByRole('link', { name: 'Choose a colleague from the list.' })).toBeVisible()
  await page.getByLabel('To whom').selectOption(colleague.id)
  await page.getByRole('button', { name: 'Hand all of it over' }).click()

  await expect(page.getByRole('heading', { name: 'Handed over' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing is left to hand over' })).toBeVisible()
  await page.goto(`/staff/leads?owner=${colleague.id}&q=${marker}`)
  await expect(page.getByText('1 lead', { exact: true })).toBeVisible()

  await page.goto(`/staff/team/${leaver.id}`)
  await page.getByRole('button', { name: 'Disable the account' }).click()
  await expect(page.getByRole('heading', { name: 'Let them in again' })).toBeVisible()
})
