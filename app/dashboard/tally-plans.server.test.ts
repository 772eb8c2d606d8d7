/** How PostgreSQL counts for the charts when there are many leads: from the index that has all they count. */
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addManyLeads } from '#app/leads/list/many-leads-fixture.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { lengths, readPeriod, type Length, type Week } from './period.ts'
import { bookingTallyQuery } from './tally-bookings.server.ts'
import { keepInMemory, tallyQueries } from './tally-leads.server.ts'

const now = new Date()
let admin: Viewer
let consultant: Viewer

beforeAll(async () => {
  ;({ admin, consultant } = await addManyLeads(200_000))
}, 300_000)

/** A plan for each count of each period. */
async function plansFor(viewer: Viewer): Promise<string[]> {
  const plans: string[] = []
  for (const length of lengths) {
    for (const query of Object.values(queriesOf(viewer, length))) plans.push(await planOf(query))
  }
  return plans
}

function queriesOf(viewer: Viewer, length: Length) {
  return tallyQueries(viewer, weeksOf(viewer, length), now)
}

function weeksOf(viewer: Viewer, length: Length): readonly Week[] {
  const asked = new URLSearchParams({ weeks: String(length) })
  return readPeriod(asked, dateIn(now, viewer.timeZone)).weeks
}

async function planOf({ text, values }: Prisma.Sql): Promise<string> {
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRaw(keepInMemory)
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, ...values)
  })
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('whoever sees all leads has them counted from the index of charts alone', async () => {
  const plans = await plansFor(admin)

  expect(plans).toHaveLength(12)
  expect(plans.filter((plan) => !plan.includes('Index Only Scan using lead_for_charts'))).toEqual([])
})

test('what charts count is one pass, in memory', async () => {
  const plan = await planOf(queriesOf(admin, 52).counted)

  expect(plan.match(/ Scan /g)).toHaveLength(1)
  expect(plan.match(/Hash Key/g)).toHaveLength(2)
  expect(plan).not.toMatch(/^\s*Group Key/m)
})

test('consultations look up their own leads, one by one', async () => {
  for (const viewer of [admin, consultant]) {
    const plan = await planOf(bookingTallyQuery(viewer, weeksOf(viewer, 52), now))

    expect(plan).toContain('Index Scan using lead_pkey on lead')
    expect(plan).not.toMatch(/Seq Scan on lead\b/)
  }
})

test('nobody’s charts read all leads, or sort them', async () => {
  const plans = [...(await plansFor(admin)), ...(await plansFor(consultant))]

  expect(plans.filter((plan) => /Seq Scan on lead\b|Sort Key/.test(plan))).toEqual([])
})
