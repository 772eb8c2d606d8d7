import type { Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, post, requirementFields, sendLead, staffCookie, type Query } from './samples.ts'
import { addAccount, cookieOf } from './staff-accounts.ts'
import { expectUsable, twoGuises } from './usable.ts'

test.use({ storageState: staffState })

/** Of somebody else each time; whose marker is the same are of one company. */
function sendOf(query: Query, name: string, marker = newMarker()) {
  return sendLead(query, { name, email: `${newMarker()}@${marker}.example` }, marker)
}

async function open(page: Page, ref: number) {
  await page.goto(`/staff/leads/${ref}`)
}

test('two leads of one person are compared, merged and taken apart again', async ({ page, query }) => {
  const marker = newMarker()
  const first = await sendOf(query, 'Dana Doe', marker)
  const second = await sendOf(query, 'Dana Doe', marker)
  await query(`UPDATE lead SET title = 'Second title' WHERE ref = $1`, [second.ref])

  await open(page, first.ref)
  await expect(page.getByRole('heading', { name: 'Perhaps the same' })).toBeVisible()
  await page.getByRole('link', { name: `Compare with L-${second.ref}` }).click()
  await expect(page.getByRole('link', { name: 'One person, one lead' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.getByText('1 requirement', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('group', { name: 'What they need' }).getByLabel('Second title').check()
  await page.getByRole('button', { name: `Merge L-${second.ref} into L-${first.ref}` }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Second title' })).toBeVisible()
  const side = page.getByRole('region', { name: 'Dana Doe' })
  await expect(side.getByRole('link', { name: second.email })).toBeVisible()
  await expect(page.getByText(`L-${second.ref} and its person merged into this lead`)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/staff/leads/${second.ref}`)
  await expect(page).toHaveURL(new RegExp(`/staff/leads/${first.ref}$`))

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(`L-${second.ref} and its person merged into this lead`)).toBeHidden()
  await expect(side.getByRole('link', { name: second.email })).toBeHidden()
  await open(page, second.ref)
  await expect(page.getByRole('heading', { level: 1, name: 'Second title' })).toBeVisible()
})

test('without scripts two people’s leads become one that both are found by', async ({ browser, query }) => {
  const context = await browser.newContext({ storageState: staffState, javaScriptEnabled: false })
  const page = await context.newPage()
  const first = await sendOf(query, 'Anna First')
  const second = await sendOf(query, 'Bo Second')

  await page.goto(`/staff/leads/${first.ref}/merge`)
  await page.getByLabel('Number of the other lead').fill(`l-${second.ref}`)
  await page.getByRole('button', { name: 'Compare the two' }).click()
  await page.getByRole('link', { name: 'Two people, one lead' }).click()
  await page.getByRole('button', { name: `Merge L-${second.ref} into L-${first.ref}` }).click()
  await expect(page.getByText(`L-${second.ref} merged into this lead`)).toBeVisible()

  await page.goto(`/staff/leads?q=${second.email}`)
  await expect(page.locator(`#l-${first.ref}`)).toBeVisible()
  await context.close()
})

test('a number that is no lead is said so where it was typed', async ({ page, query }) => {
  const { ref } = await sendOf(query, 'Dana Doe')

  await page.goto(`/staff/leads/${ref}/merge?with=999999999`)
  await expect(page.getByText('You have no lead of that number.')).toBeVisible()
  await expect(page.getByLabel('Number of the other lead')).toHaveValue('999999999')
  await page.goto(`/staff/leads/${ref}/merge?with=${ref}`)
  await expect(page.getByText('This is the lead itself.')).toBeVisible()
})

test('who chose while a colleague changed one of the leads chooses again', async ({ page, query }) => {
  const first = await sendOf(query, 'Anna First')
  const second = await sendOf(query, 'Bo Second')
  await page.goto(`/staff/leads/${first.ref}/merge?with=${second.ref}`)
  await query(`UPDATE lead SET title = 'Changed meanwhile' WHERE ref = $1`, [second.ref])

  await page.getByRole('button', { name: 'Merge' }).click()

  await expect(page.getByRole('alert')).toContainText('One of the leads was changed meanwhile.')
  await expect(page.getByText('Changed meanwhile').first()).toBeVisible()
  expect(await query('SELECT merged_into_id FROM lead WHERE ref = $1', [second.ref])).toEqual([
    { merged_into_id: null },
  ])
})

test('a consultant cannot merge a colleague’s lead, in whichever direction', async ({ query }) => {
  const eve = await addAccount(query, 'consultant')
  const colleague = await addAccount(query, 'consultant', 'Adam Colleague')
  const own = await sendOf(query, 'Own Lead')
  const foreign = await sendOf(query, 'Foreign Lead')
  await query('UPDATE lead SET owner_id = $1 WHERE ref = $2', [eve.id, own.ref])
  await query('UPDATE lead SET owner_id = $1 WHERE ref = $2', [colleague.id, foreign.ref])
  const cookie = await cookieOf(eve)
  const fields = (other: { ref: number }) => ({ with: String(other.ref), kind: 'both', seen: 'x' })

  expect((await post(`/staff/leads/${own.ref}/merge`, fields(foreign), cookie)).status).toBe(404)
  expect((await post(`/staff/leads/${foreign.ref}/merge`, fields(own), cookie)).status).toBe(404)
})

test('what was typed into a lead that a colleague merges meanwhile lands on the kept one', async ({
  page,
  query,
}) => {
  const first = await sendOf(query, 'Anna First')
  const second = await sendOf(query, 'Bo Second')
  await open(page, second.ref)
  await query('UPDATE lead SET merged_into_id = $1 WHERE ref = $2', [first.id, second.ref])

  await page.getByRole('textbox', { name: 'Note' }).fill('Typed before I knew')
  await page.getByRole('button', { name: 'Add the note' }).click()

  await expect(page).toHaveURL(new RegExp(`/staff/leads/${first.ref}`))
  await expect(page.getByText('Typed before I knew')).toBeVisible()
})

test('a second request is split off into a lead of its own, and taken back', async ({ page, query }) => {
  const marker = newMarker()
  const { ref, email } = await sendOf(query, 'Dana Doe', marker)
  await post('/start', requirementFields(marker, { name: 'Dana Doe', email, message: 'A second need' }))
  await open(page, ref)

  await page.getByRole('link', { name: 'Split', exact: true }).click()
  await page.getByRole('button', { name: 'Make it a lead of its own' }).click()
  await expect(page.getByText('Choose what becomes a lead of its own.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('What is needed there, in one line').fill('The second need')
  await page.getByRole('button', { name: 'Make it a lead of its own' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'The second need' })).toBeVisible()
  await expect(page.getByText(`Split off from L-${ref}`)).toBeVisible()
  await open(page, ref)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  expect(
    await query('SELECT count(*)::int FROM submission JOIN lead ON lead.id = lead_id WHERE ref = $1', [ref]),
  ).toEqual([{ count: 2 }])
})

test('whoever adds a lead by hand that is there already is told before, and may add it all the same', async ({
  page,
  query,
}) => {
  const { ref, email } = await sendOf(query, 'Dana Doe')
  await page.goto('/staff/leads/new')
  await page.getByLabel('What they need, in one line').fill('Called about two people')
  await page.getByLabel('Name', { exact: true }).fill('Dana Doe')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Add the lead' }).click()

  await expect(page.getByRole('heading', { name: 'There may be such a lead already' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: `L-${ref}` })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add it all the same' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Called about two people' })).toBeVisible()
})

test('pages of leads with long words and addresses fit a phone and a desk, light and dark', async ({
  page,
  query,
}) => {
  const marker = newMarker()
  const long = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz'
  const first = await sendOf(query, `Dana ${long}`.slice(0, 80), `${marker}.${'very-long-name'.repeat(3)}`)
  const second = await sendOf(query, 'Dana Doe', marker)
  await query('UPDATE lead SET title = $1 WHERE ref = $2', [long, first.ref])

  await expectUsable(
    page,
    [
      `/staff/leads/${first.ref}`,
      `/staff/leads/${first.ref}/merge`,
      `/staff/leads/${first.ref}/merge?with=${second.ref}`,
      `/staff/leads/${first.ref}/split`,
      `/staff/leads/${first.ref}/delete`,
      `/staff/leads?q=${marker}`,
      `/staff/leads/board?q=${marker}`,
    ],
    twoGuises,
  )
})

test('an id that is no merge of the lead is undone by nobody', async ({ query }) => {
  const { ref } = await sendOf(query, 'Dana Doe')
  const undo = { intent: 'undo-regrouping', regrouping: '00000000-0000-4000-8000-000000000000' }

  expect((await post(`/staff/leads/${ref}`, undo, staffCookie())).status).toBe(404)
})
