import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, post, requirementFields, type Query } from './samples.ts'
import { addAccount } from './staff-accounts.ts'

test.use({ storageState: staffState })

test('an admin sees what is still somebody’s, hands it over, then closes the account', async ({
  page,
  query,
}) => {
  const [leaver, colleague] = [await addAccount(query, 'consultant'), await addAccount(query, 'consultant')]
  const marker = newMarker()
  await post('/start', requirementFields(marker))
  await giveTo(query, leaver.id, marker)

  await page.goto(`/staff/team/${leaver.id}`)
  await expect(page.getByText('Theirs at the moment: 1 open lead.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Hand over their work' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hand it over' }).click()
  await expect(page.getByRole('link', { name: 'Choose a colleague from the list.' })).toBeVisible()
  await page.getByLabel('To whom').selectOption(colleague.id)
  await page.getByRole('button', { name: 'Hand it over' }).click()

  await expect(page.getByRole('heading', { name: 'Handed over' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing is left to hand over' })).toBeVisible()
  await page.goto(`/staff/leads?owner=${colleague.id}&q=${marker}`)
  await expect(page.getByText('1 lead', { exact: true })).toBeVisible()

  await page.goto(`/staff/team/${leaver.id}`)
  await page.getByRole('button', { name: 'Disable the account' }).click()
  await expect(page.getByRole('heading', { name: 'Let them in again' })).toBeVisible()
})

test('whoever left without handing over is seen on the team’s page', async ({ page, query }) => {
  const leaver = await addAccount(query, 'consultant', `Lou ${newMarker()}`)
  const marker = newMarker()
  await post('/start', requirementFields(marker))
  await giveTo(query, leaver.id, marker)
  await query('UPDATE staff SET disabled_at = now() WHERE id = $1', [leaver.id])

  await page.goto('/staff/team')
  await page.getByRole('link', { name: `Hand over the work of ${leaver.name}` }).click()

  await expect(page.getByText(/^1 open lead: this goes to one colleague/)).toBeVisible()
})

async function giveTo(query: Query, staffId: string, marker: string) {
  await query(
    `UPDATE lead SET owner_id = $1 FROM person_email
     WHERE person_email.person_id = lead.person_id AND email = $2`,
    [staffId, `ann@${marker}.example`],
  )
}
