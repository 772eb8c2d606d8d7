import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { makeSample, officeTime } from './samples.ts'
import { addAccount, fillSignIn, signIn } from './staff-accounts.ts'

test('what is typed after the session ended is not said to be kept, nor lost by sending it', async ({
  page,
  query,
}) => {
  const { ref } = await makeSample(query, officeTime(5, '10:30'))
  const account = await addAccount(query, 'manager')
  await signIn(page, account)
  await page.goto(`/staff/leads/${ref}`)
  const note = page.getByRole('textbox', { name: 'Note' })
  const said = page.locator('[data-draft-said]')
  await note.fill('They want two people')
  await expect(said).toHaveText('Draft kept')
  await query('DELETE FROM staff_session WHERE user_id = $1', [account.id])

  await note.fill('They want two people, from January')
  await page.getByRole('button', { name: 'Add the note' }).click()

  await expect(said).toContainText('you are signed out')
  await expect(note).toHaveValue('They want two people, from January')
  const other = await page.context().newPage()
  await other.goto('/staff/sign-in')
  await fillSignIn(other, account)
  await page.getByRole('button', { name: 'Add the note' }).click()
  await expect(page.locator('.timeline').getByText('They want two people, from January')).toBeVisible()
  await expect(note).toHaveValue('')
})

test('a double click on words typed just now adds one note and leaves no draft', async ({ page, query }) => {
  const { ref, leadId } = await makeSample(query, officeTime(5, '11:00'))
  await signIn(page, await addAccount(query, 'manager'))
  await page.goto(`/staff/leads/${ref}`)

  await page.getByRole('textbox', { name: 'Note' }).fill('Called, nobody there')
  await page.getByRole('button', { name: 'Add the note' }).dblclick()

  await expect(page.locator('.timeline').getByText('Called, nobody there')).toHaveCount(1)
  const kept = `SELECT (SELECT count(*)::int FROM note WHERE lead_id = $1) AS notes,
    (SELECT count(*)::int FROM lead_draft WHERE lead_id = $1) AS drafts`
  expect(await query(kept, [leadId])).toEqual([{ notes: 1, drafts: 0 }])
})

test.describe('as the first member of staff', () => {
  test.use({ storageState: staffState })

  test('a task is planned beside note, letter and call, refused in place, and stands on the timeline', async ({
    page,
    query,
  }) => {
    const { ref } = await makeSample(query, officeTime(5, '11:30'))
    await page.goto(`/staff/leads/${ref}`)
    const write = page.getByRole('region', { name: 'Write' })

    await write.getByRole('link', { name: 'Task' }).click()
    await write.getByLabel('Time').fill('15:30')
    await write.getByRole('button', { name: 'Add the task' }).click()
    await expect(write.getByText('Say what is to be done.').first()).toBeVisible()
    await expect(write.getByLabel('Time')).toHaveValue('15:30')
    await expectAccessible(page)
    await write.getByLabel('What is to be done').fill('Send three profiles')
    await write.getByRole('button', { name: 'Add the task' }).click()

    const tasks = page.getByRole('region', { name: 'Tasks' })
    await expect(tasks.getByRole('link', { name: 'Send three profiles' })).toBeVisible()
    await page.locator('#timeline').getByRole('link', { name: 'Tasks' }).click()
    await expect(page.getByRole('heading', { name: 'Task added: Send three profiles' })).toBeVisible()
  })
})
