import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { post, type Fields, type Query } from './samples.ts'

export type Account = { id: string; name: string; email: string }

export const accountPassword = 'another long walk by the sea'

/** A member of staff whom no other test knows. */
export async function addAccount(query: Query, role: string, name = `Eve ${role}`): Promise<Account> {
  const id = randomUUID()
  const email = `${role}@${id}.example`
  await query(
    `INSERT INTO staff (id, name, email, role, time_zone, updated_at) VALUES ($1, $2, $3, $4::staff_role, 'UTC', now())`,
    [id, name, email, role],
  )
  await query(
    `INSERT INTO staff_account (id, account_id, provider_id, user_id, password, updated_at)
     VALUES ($1, $1, 'credential', $1, $2, now())`,
    [id, await hash(accountPassword)],
  )
  return { id, name, email }
}

/** Signs an account in by the form: the cookies that a browser would have then. */
export async function cookieOf({ email }: Account): Promise<Fields> {
  const answer = await post('/staff/sign-in', { email, password: accountPassword })
  expect(answer.status).toBe(303)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  }
}

/** Signs an account in by the form, and stays where it leads. */
export async function signIn(page: Page, account: Account, password = accountPassword): Promise<void> {
  await page.goto('/staff/sign-in')
  await fillSignIn(page, account, password)
}

export async function fillSignIn(page: Page, { email }: Account, password = accountPassword): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeHidden()
}
