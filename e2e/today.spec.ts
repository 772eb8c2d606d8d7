import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, test } from './fixtures.ts'
import { addAccount, fillSignIn, signIn } from './staff-accounts.ts'

test('a task is ticked off on Today, and the page stays', async ({ page, query }) => {
  const account = await addAccount(query, 'manager')
  const addTask = (title: string) =>
    query(
      `INSERT INTO task (id, title, assignee_id, due_at) VALUES ($1, $2, $3, now() - interval '1 hour')`,
      [randomUUID(), title, account.id],
    )
  await addTask('Send three profiles')
  await addTask('Call Dana')
  await signIn(page, account)
  const tasks = page.getByRole('region', { name: 'Your tasks' })
  await expect(tasks.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)

  await tasks.getByRole('button', { name: /^Done ?: Send three profiles$/ }).click()

  await expect(tasks.getByRole('listitem')).toHaveCount(1)
  await expect(tasks.getByRole('link', { name: 'Call Dana' })).toBeVisible()
  await expect(page).toHaveURL('/staff')
})

test('whoever only reads has nothing to tick there', async ({ page, query }) => {
  const account = await addAccount(query, 'read_only')
  await query(
    `INSERT INTO task (id, title, assignee_id, due_at) VALUES ($1, 'Read it', $2, now() - interval '1 hour')`,
    [randomUUID(), account.id],
  )
  await signIn(page, account)

  const tasks = page.getByRole('region', { name: 'Your tasks' })
  await expect(tasks.getByRole('link', { name: 'Read it' })).toBeVisible()
  await expect(tasks.getByRole('button')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('whoever is signed out while a form stands open comes back to its page', async ({ page, query }) => {
    const account = await addAccount(query, 'manager')
    await signIn(page, account)
    await page.goto('/staff/tasks/new')
    await query('DELETE FROM staff_session WHERE user_id = $1', [account.id])

    await page.getByRole('button', { name: 'Add the task' }).click()
    await fillSignIn(page, account)

    await expect(page).toHaveURL('/staff/tasks/new')
  })
})
