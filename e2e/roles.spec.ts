import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { expect, test } from './fixtures.ts'
import { byRole, roles, staffRows, type Role } from './route-table.ts'
import { makeSample, newMarker, officeTime, post, send, type Sample } from './samples.ts'

const password = 'another long walk by the sea'

for (const role of roles) {
  test(`every page and form of the desk treats a ${role.replace('_', ' ')} account as the table says`, async ({
    query,
  }) => {
    const sample = await makeSample(query, officeTime(5, times[role]))
    const cookie = await signIn(query, role)

    const got: Record<string, readonly [number, number]> = {}
    for (const [pattern, { path, post: fields }] of staffRows) {
      const asked = await send(path(sample), { headers: cookie })
      const sent = await post(path(sample), fields?.(sample, newMarker()) ?? {}, cookie)
      got[pattern] = [asked.status, sent.status]
    }

    expect(got).toEqual(expected(role))
  })
}

test('what a read-only account sends changes nothing', async ({ query }) => {
  const sample = await makeSample(query, officeTime(5, '11:00'))
  const before = await stateOf(query, sample)
  const cookie = await signIn(query, 'read_only')

  for (const [, { path, post: fields }] of staffRows) {
    await post(path(sample), fields?.(sample, newMarker()) ?? {}, cookie)
  }

  expect(await stateOf(query, sample)).toEqual(before)
})

const times: Record<Role, string> = { manager: '05:30', consultant: '06:30', read_only: '07:30' }

function expected(role: Role) {
  return Object.fromEntries(
    staffRows.map(([pattern, { get, posted }]) => [pattern, byRole[pattern]?.[role] ?? [get[1], posted[1]]]),
  )
}

type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>

/** Makes an account of that role and signs it in by the form. */
async function signIn(query: Query, role: Role): Promise<{ cookie: string }> {
  const id = randomUUID()
  const email = `${role}@${id}.example`
  await query(
    `INSERT INTO staff (id, name, email, role, time_zone, updated_at) VALUES ($1, $2, $3, $4::staff_role, 'UTC', now())`,
    [id, `Eve ${role}`, email, role],
  )
  await query(
    `INSERT INTO staff_account (id, account_id, provider_id, user_id, password, updated_at)
     VALUES ($1, $1, 'credential', $1, $2, now())`,
    [id, await hash(password)],
  )
  const answer = await post('/staff/sign-in', { email, password })
  expect(answer.status).toBe(303)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  }
}

/** What the forms of the table would change. */
function stateOf(query: Query, { leadId, bookingId }: Sample) {
  return query(
    `SELECT lead.version, lead.status, booking.status AS booking, booking.sequence,
       (SELECT count(*) FROM note WHERE lead_id = lead.id) AS notes,
       (SELECT array_agg(slug || position || active ORDER BY slug) FROM consultation_type WHERE slug = 'consultation') AS types,
       (SELECT array_agg(slug || active ORDER BY slug) FROM host WHERE slug LIKE '%-consultant') AS hosts
     FROM lead JOIN booking ON booking.id = $2 WHERE lead.id = $1`,
    [leadId, bookingId],
  )
}
