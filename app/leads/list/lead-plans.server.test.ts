/**
 * How PostgreSQL reads the lists when there are many leads, with its settings as they come: never from one end of the
 * table to the other. Plans are as good as the statistics, so the rows are analysed like those of a real database.
 */
import { beforeAll, expect, test } from 'vitest'
import { db, plannedEachTime } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findLead } from '../find-lead.server.ts'
import { sameAsLead, sameAsTyped } from '../merge/find-duplicates.server.ts'
import { wordsIn } from '../search-words.ts'
import { fittingRows } from './all-fitting.server.ts'
import { countQuery } from './count-leads.server.ts'
import { readLeadFilter } from './filter.ts'
import { findLeadIds, indexQuery, prefixQuery, walkQuery } from './find-ids.server.ts'
import { addManyLeads, words } from './many-leads-fixture.server.ts'
import type { Asked } from './lead-sql.server.ts'
import { countedPageQuery, pageQuery } from './page-sql.server.ts'

const now = new Date()
const middle = { at: new Date(now.getTime() - 500 * 86_400_000), id: '80000000-0000-4000-8000-000000000000' }
let viewers: Viewer[]
let newestRef: number

beforeAll(async () => {
  const { admin, consultant, ...made } = await addManyLeads(200_000)
  viewers = [admin, consultant]
  newestRef = made.newestRef
}, 300_000)

/** Every address that a list is asked for by, for everybody. */
function lists(addresses: readonly string[]): { name: string; asked: Asked }[] {
  return viewers.flatMap((viewer) =>
    addresses.flatMap((address) => {
      const filter = readLeadFilter(new URLSearchParams(address))
      return [
        { name: `${viewer.role} ${address}`, asked: { viewer, filter, now } },
        {
          name: `${viewer.role} ${address}, in the middle`,
          asked: { viewer, filter: { ...filter, after: middle }, now },
        },
      ]
    }),
  )
}

async function seqScans(queries: readonly { name: string; query: Prisma.Sql }[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, query } of queries) {
    const plan = await planOf(query)
    if (/Seq Scan on lead\b/.test(plan)) found.push(`${name}\n${plan}`)
  }
  return found
}

async function planOf(query: Prisma.Sql): Promise<string> {
  const rows = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${query.text}`, ...query.values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const filters = [
  '',
  'status=any',
  'status=lost',
  'status=new,won',
  'owner=me',
  'owner=unassigned&status=any',
  'owner=staff-3',
  'owner=staff-3,unassigned,me&status=any',
  'source=booking',
  'role=rust-developer&status=any',
  'role=rust-developer&skill=cobol&status=any',
  'created=7d',
  'created=2025-01-01..2025-01-31&status=any',
  'activity=..2025-01-31',
  'late=response',
  'late=action',
  'stale=1',
  'sort=created',
  'sort=created&owner=me&status=any',
  'sort=next',
  'sort=next&owner=me',
  'sort=response',
  'tag=key+account&status=any',
  'archived=1',
  'archived=any&sort=created',
  'reached=proposed&status=any',
  'lost=budget&status=lost',
  'answer=late&sort=created&status=any',
  'answer=late&status=any',
]

test('a page of any list is read by an index, for whoever sees everything and for a consultant', async () => {
  const pages = lists(filters).flatMap(({ name, asked }) => [
    { name, query: pageQuery(asked, 51) },
    { name: `${name}, counted`, query: countedPageQuery(asked, 51) },
  ])

  expect(await seqScans(pages)).toEqual([])
})

test('leads of a tag that nobody uses are looked up, also when one would be enough', async () => {
  const tagged = lists(['tag=nobody+uses+it&status=any'])
  const queries = tagged.flatMap(({ asked }) => [
    pageQuery(asked, 1),
    pageQuery(asked, 51),
    countedPageQuery(asked, 51),
    countQuery(asked),
  ])
  const plans = await Promise.all(queries.map(planOf))

  expect(plans.filter((plan) => !plan.includes('lead_by_tag'))).toEqual([])
})

test('a list by tag, role, skill or dates is planned for its values, one by status, owner or source is not', () => {
  const isPlannedEachTime = (address: string) =>
    lists([address]).every(({ asked }) => pageQuery(asked, 51).text.includes(plannedEachTime))

  expect(
    ['tag=key+account', 'role=rust-developer', 'skill=cobol', 'created=7d', 'activity=..2025-01-31'].filter(
      (address) => !isPlannedEachTime(address),
    ),
  ).toEqual([])
  expect(['status=lost', 'owner=me', 'source=booking'].filter(isPlannedEachTime)).toEqual([])
})

test('what no lead has is looked for along an index alone', async () => {
  const none = lists([
    'status=any&source=message',
    'status=any&source=message&sort=created',
    'status=any&source=message&owner=staff-3',
    'status=any&source=message&owner=staff-3&sort=created',
    'status=lost&reached=interviewing&lost=budget&source=manual',
    'status=lost&owner=staff-3&lost=other',
  ]).filter(({ asked }) => asked.viewer.role === 'admin' && !asked.filter.after)
  const plans = await Promise.all(none.map(({ asked }) => planOf(countedPageQuery(asked, 51))))

  expect(plans).toHaveLength(6)
  expect(plans.filter((plan) => !/Index Only Scan using lead_by_\w+ on lead/.test(plan))).toEqual([])
})

test('leads by their next action are read in its order, not sorted', async () => {
  const first = lists(['sort=next']).filter(({ asked }) => !asked.filter.after)
  const plans = await Promise.all(first.map(({ asked }) => planOf(countedPageQuery(asked, 51))))

  expect(plans.filter((plan) => !plan.includes('next_action'))).toEqual([])
  expect(plans.filter((plan) => plan.includes('Bitmap'))).toEqual([])
})

test('counts are read by an index', async () => {
  const counts = lists(filters)

  expect(await seqScans(counts.map(({ name, asked }) => ({ name, query: countQuery(asked) })))).toEqual([])
})

test('what a consultant would do to all of a colleague’s leads is counted without reading all of the colleague’s', async () => {
  const [, consultant] = viewers
  const asked = lists(['owner=staff-1&status=any', 'owner=staff-1,staff-3']).filter(
    ({ asked: { viewer } }) => viewer === consultant,
  )

  const plans = await Promise.all(asked.map((list) => planOf(fittingRows(list.asked, Prisma.sql`id`))))

  expect(plans).toHaveLength(4)
  expect(plans.filter((plan) => /Seq Scan on lead\b|lead_by_owner/.test(plan))).toEqual([])
})

test('the planner knows about how many leads somebody holds, and nobody', async () => {
  const expected = await Promise.all(
    ['staff-1', ''].map(async (owner) => {
      const plan = await planOf(Prisma.sql`SELECT FROM lead WHERE coalesce(owner_id, '') = ${owner}`)
      const count = await db.lead.count({ where: { ownerId: owner || null } })
      return Number(/rows=(\d+)/.exec(plan)?.[1]) / count
    }),
  )

  for (const ratio of expected) expect([ratio > 0.8, ratio < 1.25]).toEqual([true, true])
})

test('a role with a skill is looked up as one', async () => {
  const rare = lists(['role=rust-developer&skill=cobol&status=any'])
  const plans = await Promise.all(rare.map(({ asked }) => planOf(countQuery(asked))))

  expect(plans.filter((plan) => !/Index Cond: \(\(roles && .* AND \(skills @> /.test(plan))).toEqual([])
})

test('a search walks the list for common words and asks the index of words for rare ones', async () => {
  const searches = lists([
    ...[`q=${words.rare}`, `q=${words.two}`, `q=${words.none}`, `q=${words.rare}&owner=me`],
    `status=qualified&q=${words.two}`,
  ])
  const both = searches.flatMap(({ name, asked }) => [
    { name: `${name}, walked`, query: walkQuery(asked, wordsIn(asked.filter.q), 51) },
    { name: `${name}, by the index`, query: indexQuery(asked, wordsIn(asked.filter.q), 51) },
  ])
  const walks = lists([`q=${words.common}`]).map(({ name, asked }) => ({
    name,
    query: walkQuery(asked, [words.common], 51),
  }))

  expect(await seqScans([...both, ...walks])).toEqual([])
  const [rare] = searches
  expect(rare && (await planOf(indexQuery(rare.asked, [words.rare], 51)))).toContain('lead_search')
})

test('one or two letters are looked for at the beginning of numbers and addresses', async () => {
  const searches = lists(['q=ab', 'q=12', 'q=a'])

  expect(
    await seqScans(
      searches.map(({ name, asked }) => ({ name, query: prefixQuery(asked, [asked.filter.q], 51) })),
    ),
  ).toEqual([])
})

test('leads that may be the same are looked up by whom they are about, also when nobody else is called so', async () => {
  const [viewer] = viewers
  const lead = viewer && (await findLead(viewer, newestRef))
  if (!lead) throw new Error('no lead')
  const { id, companyId, person } = lead
  const called = (name: string) => ({
    name,
    query: sameAsLead({ id, companyId, person: { ...person, name, phone: '+49 30 123 456 78' } }),
  })
  const typed = { email: 'dana@company7.example', phone: '+49 30 123 456 78', name: 'Dana Doe' }
  const queries = [
    called(person.name),
    called('Zyzzyva Nobody'),
    { name: 'typed', query: sameAsTyped(typed) },
  ]

  const plans = await Promise.all(queries.map(({ query }) => planOf(query)))
  expect(plans.filter((plan) => /Seq Scan on (lead|person)\b|lead_by_creation/.test(plan))).toEqual([])
})

test('what the two ways of searching find is the same', async () => {
  const [all] = lists([`q=${words.two}&status=any`])
  if (!all) throw new Error('no list')
  const found = await findLeadIds(all.asked, 51)
  const slowly = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM lead WHERE search_text LIKE '%backend%' AND search_text LIKE '%solaris%'
    ORDER BY last_activity_at DESC, id DESC LIMIT 51`

  expect(found.ids.map(({ id }) => id)).toEqual(slowly.map(({ id }) => id))
})
