import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { staffRows } from './route-table.ts'
import {
  makeSample,
  newMarker,
  officeTime,
  post,
  send,
  type Fields,
  type Query,
  type Sample,
} from './samples.ts'
import { addAccount, cookieOf } from './staff-accounts.ts'

/** Whose the sample's lead is, as the one who asks sees it. */
const standings = ['own', 'others', 'nobodys'] as const
type Standing = (typeof standings)[number]

/** Where a lead, or what belongs to one, is in the address: what a consultant gets by GET and by POST. */
const ofLead: Record<string, Record<Standing, readonly [get: number, posted: number]>> = {
  '/staff/leads/:ref': { own: [200, 303], others: [404, 404], nobodys: [200, 303] },
  '/staff/drafts/:ref': { own: [404, 204], others: [404, 404], nobodys: [404, 204] },
  '/staff/leads/:ref/merge': { own: [200, 422], others: [404, 404], nobodys: [200, 422] },
  '/staff/leads/:ref/split': { own: [200, 422], others: [404, 404], nobodys: [200, 422] },
  '/staff/leads/:ref/delete': { own: [403, 403], others: [404, 404], nobodys: [403, 403] },
  '/staff/tasks/new': { own: [200, 422], others: [404, 404], nobodys: [200, 422] },
  '/staff/bookings/new': { own: [200, 303], others: [404, 404], nobodys: [200, 303] },
  '/staff/bookings/:reference': { own: [200, 303], others: [404, 404], nobodys: [200, 303] },
  '/staff/letters/:id': { own: [200, 303], others: [404, 404], nobodys: [200, 303] },
}

/** Files of a lead, which have tests of their own. */
const withFiles = ['/staff/leads/:ref/files/:id']

test('every address that leads to a lead or what is its own stands in the table', async ({ query }) => {
  const sample = await makeSample(query, officeTime(4, '11:30'))
  const { ref, reference, letterId } = sample

  const found = staffRows.filter(([, { path }]) =>
    [`/${ref}`, `lead=${ref}`, reference, letterId].some((part) => path(sample).includes(part)),
  )

  const listed = [...Object.keys(ofLead), ...withFiles]
  expect(found.map(([pattern]) => pattern).sort()).toEqual(listed.sort())
})

for (const standing of standings) {
  test(`a consultant gets of a lead that is ${words(standing)} what the table says`, async ({ query }) => {
    const { sample, cookie } = await sampleOf(query, standing, times[standing])

    const got: Record<string, readonly [number, number]> = {}
    for (const [pattern, { path, post: fields }] of staffRows) {
      if (!ofLead[pattern]) continue
      const asked = await send(path(sample), { headers: cookie })
      const sent = await post(path(sample), fields?.(sample, newMarker()) ?? {}, cookie)
      got[pattern] = [asked.status, sent.status]
    }

    const expected = Object.entries(ofLead).map(([pattern, by]) => [pattern, by[standing]])
    expect(got).toEqual(Object.fromEntries(expected))
  })
}

/** What each form of a lead’s page sends, rightly filled in. */
const acts: Record<string, Fields> = {
  note: { body: 'Hello' },
  call: { body: 'Spoke about the role' },
  mail: { subject: 'Two candidates', body: 'Dear Ann' },
  draft: { kind: 'note', subject: '', body: 'Half a thought' },
  line: { wasStatus: 'new', to: 'contacted', statusNote: '', wasNext: '', next: '' },
  tags: { tags: 'urgent' },
  archive: {},
  unarchive: {},
  details: { title: 'Another title', name: 'Another Name', phone: '' },
  suggestion: { suggestion: randomUUID(), accept: 'yes' },
  'undo-regrouping': { regrouping: randomUUID() },
  task: { task: 'Call Ann', assignee: 'nobody', date: '2030-01-01', time: '10:00' },
}

test('every act of a lead’s page is among those that are tried', () => {
  const [forms, page] = ['app/leads/lead-forms.server.ts', 'app/leads/lead.route.tsx'].map((path) =>
    readFileSync(path, 'utf8'),
  )
  const named = [...`${forms} ${page}`.matchAll(/case '([a-z-]+)':|intent'\) === '([a-z-]+)'/g)].map(
    ([, ofForms, ofPage]) => ofForms ?? ofPage,
  )

  expect(Object.keys(acts).sort()).toEqual(named.sort())
})

test('nothing can be done to a colleague’s lead by a consultant, nor to any by who only reads', async ({
  query,
}) => {
  const { sample, cookie } = await sampleOf(query, 'others', '08:30')
  const reader = await cookieOf(await addAccount(query, 'read_only'))
  const before = await stateOf(query, sample)

  for (const [intent, fields] of Object.entries(acts)) {
    const sent = { ...fields, intent }
    const byConsultant = await post(`/staff/leads/${sample.ref}`, sent, cookie)
    const byReader = await post(`/staff/leads/${sample.ref}`, sent, reader)
    expect([intent, byConsultant.status, byReader.status]).toEqual([intent, 404, 403])
  }

  expect(await stateOf(query, sample)).toEqual(before)
})

test('a task about a colleague’s lead is not there, for looking or ticking', async ({ query }) => {
  const { sample, cookie, colleague } = await sampleOf(query, 'others', '09:00')
  const [task] = await query<{ id: string }>(
    `INSERT INTO task (id, lead_id, title, due_at, assignee_id)
     VALUES (gen_random_uuid(), $1, 'Call them', now() + interval '1 day', $2) RETURNING id`,
    [sample.leadId, colleague],
  )

  expect((await send(`/staff/tasks/${task?.id}`, { headers: cookie })).status).toBe(404)
  expect((await post(`/staff/tasks/${task?.id}`, { intent: 'done' }, cookie)).status).toBe(404)
  expect(await query('SELECT done_at FROM task WHERE id = $1', [task?.id])).toEqual([{ done_at: null }])
})

test('fields that no form has change neither owner nor role', async ({ query }) => {
  const { sample, cookie, viewer } = await sampleOf(query, 'nobodys', '14:00')

  await post(
    `/staff/leads/${sample.ref}`,
    { intent: 'note', body: 'Mine now', ownerId: viewer, owner_id: viewer, role: 'admin', version: '99' },
    cookie,
  )
  await post(
    '/staff/profile',
    {
      intent: 'profile',
      name: 'Eve Example',
      timeZone: 'UTC',
      role: 'admin',
      disabledAt: '',
      assignWeight: '9',
    },
    cookie,
  )

  expect(await query('SELECT owner_id FROM lead WHERE id = $1', [sample.leadId])).toEqual([
    { owner_id: null },
  ])
  expect(await query('SELECT role, assign_weight FROM staff WHERE id = $1', [viewer])).toEqual([
    { role: 'consultant', assign_weight: 0 },
  ])
})

test('every refusal is written down with who was refused what', async ({ query }) => {
  const { sample, cookie, viewer } = await sampleOf(query, 'others', '09:30')

  const answer = await send(`/staff/leads/${sample.ref}`, { headers: cookie })
  await post(`/staff/leads/${sample.ref}`, { intent: 'note', body: 'Hello' }, cookie)
  await send('/staff/audit', { headers: cookie })

  const entries = await query<{ entity_id: string; after: unknown; request_id: string }>(
    `SELECT entity_id, after, request_id FROM audit_entry WHERE actor_id = $1 AND action = 'denied' ORDER BY id`,
    [viewer],
  )
  expect(entries.map(({ entity_id, after }) => ({ entity_id, after }))).toEqual([
    { entity_id: `/staff/leads/${sample.ref}`, after: { method: 'GET', status: 404 } },
    { entity_id: `/staff/leads/${sample.ref}`, after: { method: 'POST', status: 404 } },
    { entity_id: '/staff/audit', after: { method: 'GET', status: 403 } },
  ])
  expect(entries[0]?.request_id).toBe(answer.headers.get('x-request-id'))
})

test('a role that is lowered holds from the next request, in a session that goes on', async ({ query }) => {
  const account = await addAccount(query, 'manager')
  const cookie = await cookieOf(account)
  expect((await send('/staff/team', { headers: cookie })).status).toBe(200)

  await query(`UPDATE staff SET role = 'read_only' WHERE id = $1`, [account.id])

  expect((await send('/staff/team', { headers: cookie })).status).toBe(403)
  expect((await post('/staff/leads/new', {}, cookie)).status).toBe(403)
})

test('whoever is disabled is signed out with their next request', async ({ query }) => {
  const account = await addAccount(query, 'consultant')
  const cookie = await cookieOf(account)

  await query('UPDATE staff SET disabled_at = now() WHERE id = $1', [account.id])

  expect((await send('/staff/tasks', { headers: cookie })).headers.get('location')).toMatch(
    /^\/staff\/sign-in/,
  )
})

/** A consultant, and a sample at a time that no other test has, whose lead is theirs, a colleague’s or nobody’s. */
async function sampleOf(query: Query, standing: Standing, utc: string) {
  const sample = await makeSample(query, officeTime(4, utc))
  const viewer = await addAccount(query, 'consultant')
  const colleague = await addAccount(query, 'consultant', 'Colin Colleague')
  const owner = { own: viewer.id, others: colleague.id, nobodys: null }[standing]
  await query('UPDATE lead SET owner_id = $1 WHERE id = $2', [owner, sample.leadId])
  return { sample, viewer: viewer.id, colleague: colleague.id, cookie: await cookieOf(viewer) }
}

/** Half an hour after its own, each books another time. */
const times: Record<Standing, string> = { own: '05:30', others: '07:30', nobodys: '06:30' }

function words(standing: Standing): string {
  return { own: 'their own', others: 'a colleague’s', nobodys: 'nobody’s' }[standing]
}

function stateOf(query: Query, { leadId }: Sample) {
  return query(
    `SELECT version, status, owner_id, next_action, search_text, (SELECT count(*) FROM lead_event WHERE lead_id = lead.id) AS events,
       (SELECT count(*) FROM note WHERE lead_id = lead.id) AS notes, (SELECT count(*) FROM task WHERE lead_id = lead.id) AS tasks,
       (SELECT count(*) FROM letter WHERE lead_id = lead.id) AS letters,
       title, tags, archived_at, (SELECT name FROM person WHERE person.id = person_id) AS name
     FROM lead WHERE id = $1`,
    [leadId],
  )
}
