import { expect, test } from './fixtures.ts'
import { byRole, roles, staffRows, type Role } from './route-table.ts'
import { makeSample, newMarker, officeTime, post, send, type Query, type Sample } from './samples.ts'
import { addAccount, cookieOf } from './staff-accounts.ts'

for (const role of roles) {
  test(`every page and form of the desk treats a ${role.replace('_', ' ')} account as the table says`, async ({
    query,
  }) => {
    const sample = await makeSample(query, officeTime(5, times[role]))
    const cookie = await cookieOf(await addAccount(query, role))

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
  const cookie = await cookieOf(await addAccount(query, 'read_only'))

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
