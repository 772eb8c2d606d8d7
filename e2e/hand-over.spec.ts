import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeType } from './own-types.ts'
import { bookingFields, newMarker, officeTime, post, requirementFields, type Query } from './samples.ts'
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

test('whoever left with nothing but a task, or a consultation to come, is seen there too', async ({
  page,
  query,
}) => {
  const [doer, host] = [
    await addAccount(query, 'consultant', `Tess ${newMarker()}`),
    await addAccount(query, 'consultant', `Hugh ${newMarker()}`),
  ]
  await query(
    "INSERT INTO task (id, title, due_at, assignee_id) VALUES (gen_random_uuid(), 'Order cards', now(), $1)",
    [doer.id],
  )
  const type = await makeType(query, { name: 'Farewell call', people: [host.name] })
  const start = officeTime(2, '10:00')
  expect((await post('/book', bookingFields(newMarker(), { type: type.slug, start }))).status).toBe(303)
  await type.retire()
  await query('UPDATE host SET staff_id = $1 WHERE slug = ANY ($2)', [host.id, type.hosts])
  await query('UPDATE staff SET disabled_at = now() WHERE id = ANY ($1)', [[doer.id, host.id]])

  for (const [{ name }, work] of [
    [doer, '1 open task'],
    [host, '1 coming consultation'],
  ] as const) {
    await page.goto('/staff/team')
    await page.getByRole('link', { name: `Hand over the work of ${name}` }).click()
    await expect(page.getByText(`${work}: this goes to one colleague`)).toBeVisible()
  }
})

async function giveTo(query: Query, staffId: string, marker: string) {
  await query(
    `UPDATE lead SET owner_id = $1 FROM person_email
     WHERE person_email.person_id = lead.person_id AND email = $2`,
    [staffId, `ann@${marker}.example`],
  )
}
