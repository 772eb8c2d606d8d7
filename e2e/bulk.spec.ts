import type { Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, post, staffCookie, type Query } from './samples.ts'
import { addAccount, cookieOf } from './staff-accounts.ts'

test.use({ storageState: staffState })

test('leads are ticked by keyboard, counted, changed together and put back', async ({ page, query }) => {
  const marker = newMarker()
  await addLeads(marker, 3)
  const colleague = await addAccount(query, 'consultant', `Cora ${marker}`)
  await page.goto(`/staff/leads?q=${marker}`)

  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: 'Change ticked (2)' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change ticked (2)' }).click()

  await expect(page.getByRole('heading', { name: 'Change 2 leads' })).toBeVisible()
  await page.getByLabel('Give them to somebody').check()
  await page.getByLabel('To whom').selectOption({ label: colleague.name })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'See what will change' }).click()

  await expect(page.getByText('2 of 2 leads will change.')).toBeVisible()
  await expectAccessible(page)
  expect(await ownersOf(query, marker)).not.toContain(colleague.id)
  await page.getByRole('button', { name: 'Change 2 leads' }).click()

  await expect(page.getByRole('button', { name: 'Undo: put 2 leads back' })).toBeVisible()
  await expect(page.getByText('2 changed')).toBeVisible()
  await expectAccessible(page)
  const given = await ownersOf(query, marker)
  expect(given.filter((owner) => owner === colleague.id)).toHaveLength(2)

  await page.getByRole('button', { name: 'Undo: put 2 leads back' }).click()
  await expect(page.getByText('2 put back as before')).toBeVisible()
  expect(await ownersOf(query, marker)).not.toContain(colleague.id)
})

test('a status is asked for its reason, and what the rules refuse is said before anything happens', async ({
  page,
}) => {
  const marker = newMarker()
  await addLeads(marker, 2)
  await page.goto(`/staff/leads?q=${marker}`)
  await page.getByRole('link', { name: 'Change all 2 leads' }).click()

  await page.getByLabel('Move them to a status').check()
  await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Lost' })
  await page.getByRole('button', { name: 'See what will change' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose why they were lost.')
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('lost')

  await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Contacted' })
  await page.getByRole('button', { name: 'See what will change' }).click()
  await expect(page.getByText('0 of 2 leads will change.')).toBeVisible()
  await expect(page.getByText('only a logged call or a letter makes a new lead contacted')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Change / })).toHaveCount(0)

  await page.getByRole('button', { name: 'Choose something else' }).click()
  await expect(page.getByLabel('Move them to a status')).toBeChecked()
})

test('a tag is found by the filter, and the archive is left out of lists until it is asked for', async ({
  page,
}) => {
  const marker = newMarker()
  await addLeads(marker, 2)
  const tag = `fair ${marker}`
  await changeBoth(page, marker, async () => {
    await page.getByLabel('Add a tag').check()
    await page.getByLabel('Tag', { exact: true }).fill(tag)
  })
  await page.goto(`/staff/leads?tag=${encodeURIComponent(tag)}`)
  await expect(page.getByRole('row').filter({ hasText: marker })).toHaveCount(2)

  await changeBoth(page, marker, async () => {
    await page.getByLabel('Move them to a status').check()
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Spam' })
  })
  await changeBoth(page, marker, () => page.getByLabel('Put them into the archive').check())

  await page.goto(`/staff/leads?q=${marker}`)
  await expect(page.getByRole('heading', { name: 'No lead fits' })).toBeVisible()
  await page.goto(`/staff/leads?q=${marker}&archived=1`)
  await expect(page.getByRole('row').filter({ hasText: marker })).toHaveCount(2)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('boxes, counts, progress and undo need no script', async ({ page, query }) => {
    const marker = newMarker()
    await addLeads(marker, 2)
    await page.goto(`/staff/leads?q=${marker}`)
    await page
      .getByRole('checkbox', { name: /^Tick L-/ })
      .first()
      .check()
    await page.getByRole('button', { name: 'Change ticked' }).click()
    await page.getByLabel('Give them to somebody').check()
    await page.getByLabel('To whom').selectOption({ label: 'Nobody' })
    await page.getByRole('button', { name: 'See what will change' }).click()
    await page.getByRole('button', { name: 'Change 1 lead' }).click()

    const undo = page.getByRole('button', { name: 'Undo: put 1 lead back' })
    await expect(async () => {
      const look = page.getByRole('link', { name: 'See how far it is now' })
      if (await look.isVisible()) await look.click()
      await expect(undo).toBeVisible({ timeout: 500 })
    }).toPass()
    expect(await ownersOf(query, marker)).toContain(null)
    await undo.click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('1 put back as before')).toBeVisible({ timeout: 500 })
    }).toPass()
    expect(await ownersOf(query, marker)).not.toContain(null)
  })
})

test('a colleague’s job is not there, and whoever may only look ticks nothing', async ({ page, query }) => {
  const marker = newMarker()
  await addLeads(marker, 1)
  const [job] = await query<{ id: string }>(
    `INSERT INTO desk_job (id, kind, state, staff_id, actor_id, key, ask)
     SELECT gen_random_uuid(), 'bulk', 'done', id, id, $1, '{"chosen":{"refs":[]},"act":{"act":"archive"}}'
     FROM staff WHERE role = 'admin' LIMIT 1 RETURNING id`,
    [marker],
  )
  const consultant = await cookieOf(await addAccount(query, 'consultant'))
  const reader = await cookieOf(await addAccount(query, 'read_only'))
  const address = `/staff/jobs/${job?.id}`

  const asked = [consultant, reader].map((cookie) => page.request.get(address, { headers: cookie }))
  expect((await Promise.all(asked)).map((answer) => answer.status())).toEqual([404, 404])
  expect((await post(address, { intent: 'undo' }, consultant)).status).toBe(404)
  const list = await page.request.get(`/staff/leads?q=${marker}`, { headers: reader })
  expect(await list.text()).not.toContain('Change ticked')
})

async function addLeads(marker: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const added = await post(
      '/staff/leads/new',
      {
        // They look alike, and are meant to.
        ...{ key: crypto.randomUUID(), sure: 'yes' },
        ...{ name: 'Eve Example', email: `eve${i}@${marker}.example`, title: `Wanted by ${marker}` },
      },
      staffCookie(),
    )
    expect(added.status).toBe(303)
  }
}

/** Does one thing to the two leads of the marker, and waits until it is done. */
async function changeBoth(page: Page, marker: string, choose: () => Promise<unknown>): Promise<void> {
  await page.goto(`/staff/leads/bulk?q=${marker}`)
  await choose()
  await page.getByRole('button', { name: 'See what will change' }).click()
  await page.getByRole('button', { name: 'Change 2 leads' }).click()
  await expect(page.getByRole('button', { name: 'Undo: put 2 leads back' })).toBeVisible()
}

async function ownersOf(query: Query, marker: string): Promise<(string | null)[]> {
  const rows = await query<{ owner_id: string | null }>(
    `SELECT owner_id FROM lead WHERE title = $1 ORDER BY ref`,
    [`Wanted by ${marker}`],
  )
  return rows.map(({ owner_id }) => owner_id)
}
