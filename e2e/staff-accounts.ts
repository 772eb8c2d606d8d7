import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
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
