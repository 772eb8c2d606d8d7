/** A working day on the desk: by keyboard alone, by drag, by two people at once, and with a filter that goes along. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { sendLead, type Query } from './samples.ts'

test.use({ storageState: staffState })

/** The board with one lead alone on it. */
async function openBoard(page: Page, query: Query) {
  const { ref, marker } = await sendLead(query)
  await page.goto(`/staff/leads/board?q=${marker}&status=open`)
  return { ref, column: (status: string) => page.locator(`.column[data-status=${status}]`) }
}

const statusOf = async (query: Query, ref: number) =>
  (await query<{ status: string }>('SELECT status FROM lead WHERE ref = $1', [ref]))[0]?.status

test('a lead is found, planned, called, moved on and lost without touching the mouse', async ({
  page,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  await page.goto('/staff')
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.waitForURL(/\/staff\/leads/)

  await page.keyboard.press('/')
  await page.keyboard.type(marker)
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(marker))
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: `L-${ref}`, exact: true })).toBeFocused()

  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: 'Status', exact: true })).toBeFocused()
  await page.getByRole('textbox', { name: 'Next action' }).focus()
  await page.keyboard.type('Send three profiles')
  await page.locator('#nextOn').fill('2030-01-15')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('link', { name: `L-${ref}`, exact: true })).toBeFocused()

  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/staff/leads/${ref}`))
  await page.getByRole('link', { name: 'Call', exact: true }).press('Enter')
  await page.getByLabel('What was said').fill('They need them in January')
  await page.getByRole('button', { name: 'Log the call' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'New → Contacted, after a call' })).toBeVisible()

  await page.keyboard.press('u')
  await page.waitForURL(new RegExp(`q=${marker}`))
  await expect(page.getByRole('link', { name: `L-${ref}`, exact: true })).toBeFocused()
  await page.keyboard.press('s')
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('lost')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('Choose why it was lost.')
  await page.getByLabel('If it is lost, why').selectOption('budget')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(`L-${ref}`) })).toContainText('Lost')
})

test('a card that is dragged moves the lead; one that may not move goes back and says why', async ({
  page,
  query,
}) => {
  const { ref, column } = await openBoard(page, query)

  await drag(page, ref, column('contacted'))
  await expect(page.locator('#board-said')).toContainText('Log the call you made')
  await expect(column('new').locator(`#l-${ref}`)).toBeVisible()
  expect(await statusOf(query, ref)).toBe('new')

  await drag(page, ref, column('qualified'))
  await expect(page.locator('#board-said')).toContainText(`L-${ref} is in Qualified`)
  await expect(column('qualified').locator(`#l-${ref}`)).toBeVisible()
  expect(await statusOf(query, ref)).toBe('qualified')

  await column('qualified').locator(`#l-${ref} .row-link`).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column('proposed').locator(`#l-${ref}`)).toBeVisible()
})

test('a card that is dragged to Lost stays until it is said why', async ({ page, query }) => {
  const { ref, column } = await openBoard(page, query)
  const dialog = page.getByRole('dialog', { name: 'Why is it lost?' })
  const card = column('new').locator(`#l-${ref}`)

  await drag(page, ref, page.locator('.zone[data-status=lost]'))
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Reason').selectOption('other')
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await expect(dialog.getByLabel('Note')).toBeFocused()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(card).toBeVisible()
  expect(await statusOf(query, ref)).toBe('new')

  await drag(page, ref, page.locator('.zone[data-status=lost]'))
  await expect(dialog.getByLabel('Reason')).toHaveValue('')
  await dialog.getByLabel('Reason').selectOption('budget')
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await expect(page.locator('#board-said')).toContainText(`L-${ref} has left the board`)
  await expect(page.locator(`#l-${ref}`)).toHaveCount(0)
  expect(await query('SELECT status, lost_reason FROM lead WHERE ref = $1', [ref])).toEqual([
    { status: 'lost', lost_reason: 'budget' },
  ])
})

test('a card that a colleague moved meanwhile goes to where it is now, with the reason', async ({
  page,
  query,
}) => {
  const { ref, column } = await openBoard(page, query)
  await query("UPDATE lead SET status = 'proposed' WHERE ref = $1", [ref])

  await drag(page, ref, column('qualified'))

  await expect(page.locator('#board-said')).toContainText('A colleague moved this lead meanwhile')
  await expect(column('proposed').locator(`#l-${ref}`)).toBeVisible()
  await expect(page.locator(`#l-${ref} .row-link`)).toBeFocused()
})

test('a card whose move finds no server, no lead or nobody signed in goes back and says why', async ({
  page,
  query,
}) => {
  const { ref, column } = await openBoard(page, query)
  const goesBackSaying = async (words: string) => {
    await drag(page, ref, column('qualified'))
    await expect(page.locator('#board-said')).toContainText(words)
    await expect(column('new').locator(`#l-${ref}`)).toBeVisible()
  }

  await page.context().setOffline(true)
  await goesBackSaying('The move did not reach the server')
  await page.context().setOffline(false)
  await query('UPDATE lead SET deleted_at = now() WHERE ref = $1', [ref])
  await goesBackSaying('The lead is not here any more')
  await page.context().clearCookies()
  await goesBackSaying('You are signed out')
})

test('a lead that a change takes out of the list is said to be saved, and stays one press away', async ({
  page,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  await page.goto(`/staff/leads?q=${marker}&status=open`)
  await page.getByRole('link', { name: `Change L-${ref}` }).click()
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('spam')
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByRole('status').filter({ hasText: 'no longer among these leads' })).toBeVisible()
  await expect(page.getByRole('link', { name: `Open L-${ref}` })).toBeFocused()
})

test('a refused change of a lead that a colleague took out of the list meanwhile keeps its form', async ({
  page,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  await page.goto(`/staff/leads?q=${marker}&status=new`)
  await page.getByRole('link', { name: `Change L-${ref}` }).click()
  await page.getByRole('textbox', { name: 'Next action' }).fill('Send three profiles')
  await page.locator('#nextOn').fill('2030-01-15')
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('qualified')
  await query("UPDATE lead SET status = 'proposed' WHERE ref = $1", [ref])
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByRole('alert')).toContainText('A colleague moved this lead meanwhile')
  await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Send three profiles')
})

test('what is typed outlives a session that ended: it is sent once somebody is signed in again', async ({
  page,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  await page.setViewportSize({ width: 360, height: 700 })
  await page.goto(`/staff/leads?q=${marker}`)
  await page.getByRole('link', { name: `Change L-${ref}` }).click()
  await page.getByRole('textbox', { name: 'Next action' }).fill('Send three profiles')
  await page.locator('#nextOn').fill('2030-01-15')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  const dialog = page.getByRole('dialog', { name: 'Not sent, and not lost' })
  await expect(dialog).toContainText('You are signed out.')
  await expectAccessible(page)
  await page.context().addCookies(cookies)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toContainText('The server does not answer.')
  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Send three profiles')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: `Change L-${ref}` })).toBeVisible()
  const planned = 'SELECT task.title FROM task JOIN lead ON lead.id = lead_id WHERE ref = $1'
  expect(await query(planned, [ref])).toEqual([{ title: 'Send three profiles' }])
})

test('two people rename one lead: the second sees both words and loses none', async ({
  page,
  browser,
  query,
}) => {
  const { ref } = await sendLead(query)
  const colleague = await (await browser.newContext({ storageState: staffState })).newPage()
  for (const each of [page, colleague]) {
    await each.goto(`/staff/leads/${ref}`)
    await each.getByText('Change details').click()
  }
  await colleague.getByLabel('What they need').fill('3 × Go developer')
  await colleague.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('3 × Go developer')

  await page.getByLabel('What they need').fill('Rust developer')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()

  await expect(page.getByText('A colleague wrote “3 × Go developer” here meanwhile').first()).toBeVisible()
  await expect(page.getByLabel('What they need')).toHaveValue('Rust developer')
  await colleague.context().close()
})

test('what is typed in the composer is there again in another browser', async ({ page, browser, query }) => {
  const { ref } = await sendLead(query)
  await page.goto(`/staff/leads/${ref}`)
  await page.getByLabel('Note for colleagues').fill('Half a thought')
  await expect(page.getByText('Draft kept')).toBeVisible()

  const elsewhere = await (await browser.newContext({ storageState: staffState })).newPage()
  await elsewhere.goto(`/staff/leads/${ref}`)
  await expect(elsewhere.getByLabel('Note for colleagues')).toHaveValue('Half a thought')
  await elsewhere.context().close()
})

test('a filter goes along from list to board to lead and back, and to somebody else’s browser', async ({
  page,
  browser,
  query,
}) => {
  const { ref, marker } = await sendLead(query)
  const filter = `q=${marker}&status=new,qualified&source=requirement`
  await page.goto(`/staff/leads?${filter}`)
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await page.locator(`#l-${ref} .row-link`).click()
  await page.getByRole('link', { name: '← Board' }).click()
  await page.getByRole('link', { name: 'List', exact: true }).click()

  const chips = ['Words', 'Status new or qualified', 'Source requirement']
  for (const chip of chips) await expect(page.locator('.chip', { hasText: chip })).toBeVisible()
  const other = await (
    await browser.newContext({ storageState: staffState, javaScriptEnabled: false })
  ).newPage()
  await other.goto(page.url())
  await expect(other.getByRole('link', { name: `L-${ref}`, exact: true })).toBeVisible()
  await expect(other.getByText('1 lead', { exact: true })).toBeVisible()
  await other.context().close()
})

async function drag(page: Page, ref: number, to: ReturnType<Page['locator']>): Promise<void> {
  const from = await page.locator(`#l-${ref} .needs`).boundingBox()
  if (!from) throw new Error('Nothing to drag')
  await page.mouse.move(from.x + 10, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y + 20, { steps: 3 })
  // Some places show themselves only now.
  const target = await to.boundingBox()
  if (!target) throw new Error('Nowhere to drag to')
  await page.mouse.move(target.x + target.width / 2, target.y + Math.min(80, target.height / 2), { steps: 5 })
  await page.mouse.up()
}
