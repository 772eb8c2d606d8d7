/**
 * What the desk's pages cost with a million leads: each page is asked for over HTTP from the built site, by an admin, who
 * sees every lead, and by a consultant, who sees their own, nobody's and those whose consultation they hold. Beside each page
 * stands how much longer it took than one that reads nothing of leads, asked for in turn with it. LEADS=100000 makes it shorter.
 */
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { percentile } from '#app/ops/load.fixture.ts'
import { paths } from '#app/paths.ts'
import { signIn } from '#app/staff/sign-in.fixture.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { freePort, startSite } from '#bin/site-process.js'
import { writeCursor } from '../keyset.ts'
import { leadStatuses } from '../lead-status.ts'
import { countByStatus } from './count-leads.server.ts'
import { readLeadFilter } from './filter.ts'
import { addManyLeads, words } from './many-leads-fixture.server.ts'

const rounds = 40
/** Drawn by the same server within the same frame. */
const withoutLeads = paths.staff.profile()

export default async function bench(print: (line: string) => void): Promise<void> {
  const count = Number(process.env.LEADS ?? 1_000_000)
  const began = performance.now()
  const { admin, consultant, newestRef } = await addManyLeads(count)
  print(
    `leads: ${count.toLocaleString('en-GB')} leads, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )

  const deep = await cursorAt(Math.floor(count / 2))
  // Its worker would clear a third of these leads, which are older than the firm keeps them, at the same time.
  const site = await startSite({
    port: await freePort(),
    databaseUrl: env.DATABASE_URL,
    env: { WORKER: 'off' },
  })
  for (const viewer of [admin, consultant]) {
    const cookie = await signIn(site.url, viewer)
    print(
      `as ${viewer.role}, ${rounds} requests each, in ms`.padEnd(52) +
        '   p50    p95  times a page without leads',
    )
    const plain = () => read(site.url + withoutLeads, cookie)
    for (const [name, path] of pagesFor(deep, await seenBy(viewer, newestRef))) {
      print(await lineFor(name, () => read(site.url + path, cookie), plain))
    }
    print(await lineFor('counts of each status, without a page', () => countAll(viewer), plain))
  }
  await site.stop()
  await db.$disconnect()
}

function pagesFor(after: string, ref: number): [name: string, path: string][] {
  return [
    ['Today', paths.staff.home()],
    ['dashboard, 13 weeks', paths.staff.dashboard()],
    ['dashboard, 52 weeks', paths.staff.dashboard({ weeks: '52' })],
    ['list, first page of open leads', paths.staff.leads()],
    ['list, first page of all leads', paths.staff.leads({ status: 'any' })],
    ['list, all leads, page in the middle', paths.staff.leads({ status: 'any', after })],
    ['list, one owner, lost', paths.staff.leads({ status: 'lost', owner: 'staff-3' })],
    ['list, mine', paths.staff.leads({ status: 'any', owner: 'me' })],
    ['list, unassigned', paths.staff.leads({ owner: 'unassigned' })],
    [
      'list, a rare role and skill',
      paths.staff.leads({ status: 'any', role: 'rust-developer', skill: 'cobol' }),
    ],
    ['list, a common role', paths.staff.leads({ status: 'any', role: 'backend-developer' })],
    ['list, a tag that nobody uses', paths.staff.leads({ status: 'any', tag: 'nobody uses it' })],
    ['list, created a year ago', paths.staff.leads({ status: 'any', created: '2025-01-01..2025-02-01' })],
    ['list, stale', paths.staff.leads({ stale: '1' })],
    ['list, first response overdue', paths.staff.leads({ late: 'response' })],
    ['list, by next action', paths.staff.leads({ sort: 'next' })],
    ['list, by creation', paths.staff.leads({ status: 'any', sort: 'created' })],
    [`search, rare (${words.rare})`, paths.staff.leads({ q: words.rare })],
    [`search, common (${words.common})`, paths.staff.leads({ q: words.common })],
    [`search, two words (${words.two})`, paths.staff.leads({ q: words.two })],
    [`search, none (${words.none})`, paths.staff.leads({ q: words.none })],
    ['search, two letters', paths.staff.leads({ q: 'ab' })],
    ['board', paths.staff.board()],
    ['board, with words', paths.staff.board({ q: words.two })],
    ['detail', paths.staff.lead(ref)],
    ['detail, reached from the list', paths.staff.lead(ref, { list: 'status=any' })],
  ]
}

/** Where the list of all leads stands after so many rows. */
async function cursorAt(rows: number): Promise<string> {
  const [row] = await db.$queryRaw<[{ id: string; at: Date }]>`
    SELECT id, last_activity_at AS at FROM lead ORDER BY last_activity_at DESC, id DESC OFFSET ${rows} LIMIT 1`
  return writeCursor(row)
}

async function seenBy(viewer: Viewer, newest: number): Promise<number> {
  if (viewer.role === 'admin') return newest
  const lead = await db.lead.findFirstOrThrow({
    where: { ownerId: viewer.id },
    orderBy: { ref: 'desc' },
    select: { ref: true },
  })
  return lead.ref
}

/** What stands above the columns of the board, asked for by itself. */
function countAll(viewer: Viewer) {
  const filter = readLeadFilter(new URLSearchParams({ status: 'any' }))
  return countByStatus({ viewer, filter, now: new Date() }, leadStatuses)
}

type Act = () => Promise<unknown>

/** One after the other: what one member of staff waits. The first answers warm the caches and do not count. */
async function lineFor(name: string, act: Act, plain: Act): Promise<string> {
  const [times, beside]: [number[], number[]] = [[], []]
  for (let round = -5; round < rounds; round++) {
    const [took, tookPlain] = [await timeOf(act), await timeOf(plain)]
    if (round < 0) continue
    times.push(took)
    beside.push(tookPlain)
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
  const figures = [p50, p95, p50 / percentile(beside, 0.5)].map((figure) => figure.toFixed(1).padStart(6))
  return `  ${name.padEnd(48)} ${figures.join(' ')}`
}

async function timeOf(act: Act): Promise<number> {
  const asked = performance.now()
  await act()
  return performance.now() - asked
}

async function read(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
}
