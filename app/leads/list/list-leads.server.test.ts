import { addMinutes } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { readLeadFilter } from './filter.ts'
import { listLeads } from './list-leads.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let admin: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company CASCADE`
  admin = await addStaff({ email: 'ana@firm.example', role: 'admin' })
})

/** The titles on the page that an address such as `q=acme&status=new` shows. */
async function titles(address: string, viewer = admin): Promise<string[]> {
  return (await list(address, viewer)).leads.map(({ title }) => title)
}

function list(address: string, viewer = admin) {
  return listLeads({ viewer, filter: readLeadFilter(new URLSearchParams(address)), now })
}

test('the newest lead comes first', async () => {
  await receiveLead({ title: 'Older', at: now })
  await receiveLead({ title: 'Newer', at: addMinutes(now, 1) })

  expect(await titles('')).toEqual(['Newer', 'Older'])
})

test('words are found in name, company, address and title, in any order and any case', async () => {
  await receiveLead({ title: 'Data engineer', name: 'Zoë Köhler', email: 'zoe@northwind.example' })
  await receiveLead({ title: 'Backend developer', name: 'Bo Lind', email: 'bo@acme.example' })

  expect(await titles('q=NORTHWIND+data')).toEqual(['Data engineer'])
  expect(await titles('q=KÖHLER')).toEqual(['Data engineer'])
  expect(await titles('q=bo@acme')).toEqual(['Backend developer'])
  expect(await titles('q=northwind+backend')).toEqual([])
})

test('a per cent sign, an underscore and a backslash mean themselves', async () => {
  await receiveLead({ title: 'DevOps, 50% of the week' })
  await receiveLead({ title: 'snake_case expert' })

  expect(await titles('q=50%25')).toEqual(['DevOps, 50% of the week'])
  expect(await titles('q=e_c')).toEqual(['snake_case expert'])
  expect(await titles('q=p_o')).toEqual([])
  expect(await titles('q=%5C')).toEqual([])
})

test('the status filter leaves the others out, and an unknown status is ignored', async () => {
  await receiveLead({ title: 'Still new' })
  const won = await receiveLead({ title: 'Won long ago' })
  await db.lead.update({ where: { id: won.leadId }, data: { status: 'won', closedAt: now } })

  expect(await titles('status=won')).toEqual(['Won long ago'])
  expect(await titles('status=nonsense&after=nonsense')).toEqual(['Still new'])
  expect(await titles('status=any')).toHaveLength(2)
})

test('pages of fifty go through leads of the same moment without losing or repeating one', async () => {
  const person = await db.person.create({ data: { name: 'Dana Doe' } })
  await db.lead.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      personId: person.id,
      title: `Need ${index}`,
      source: 'manual' as const,
      searchText: `need ${index}`,
      createdAt: index < 100 ? now : addMinutes(now, 1),
      lastActivityAt: now,
    })),
  })

  const first = await list('')
  const second = await list(`after=${first.next}`)
  const third = await list(`after=${second.next}`)

  expect([first.leads.length, second.leads.length, third.leads.length]).toEqual([50, 50, 20])
  expect(third.next).toBeNull()
  expect(new Set([...first.leads, ...second.leads, ...third.leads].map(({ id }) => id)).size).toBe(120)
  expect([first.count, second.count]).toEqual([120, 120])
})

test('a count ends beyond a thousand', async () => {
  const person = await db.person.create({ data: { name: 'Dana Doe' } })
  await db.lead.createMany({
    data: Array.from({ length: 1005 }, () => ({
      personId: person.id,
      title: 'Need',
      source: 'manual' as const,
      searchText: 'need',
      lastActivityAt: now,
    })),
  })

  expect((await list('')).count).toBe(1001)
})

test('a search that finds all there is says how many, on its first page', async () => {
  await receiveLead({ title: 'Backend developer' })
  await receiveLead({ title: 'Frontend developer' })

  expect(await list('q=backend')).toMatchObject({ count: 1, isMore: false })
  expect(await list('q=backend&status=new')).toMatchObject({ count: 1, isMore: false })
  expect(await list('q=cobol')).toMatchObject({ count: 0, leads: [] })
})

test('a search with more pages than one counts on the first alone', async () => {
  const person = await db.person.create({ data: { name: 'Dana Doe' } })
  await db.lead.createMany({
    data: Array.from({ length: 60 }, () => ({
      personId: person.id,
      title: 'Need',
      source: 'manual' as const,
      searchText: 'need',
      lastActivityAt: now,
    })),
  })

  const first = await list('q=need')
  const second = await list(`q=need&after=${first.next}`)

  expect(first).toMatchObject({ count: 60, isMore: false })
  expect(second.leads).toHaveLength(10)
  expect(second.count).toBeNull()
})
