/** How PostgreSQL counts for the charts when there are many leads: from the index that has all they count. */
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addManyLeads } from '#app/leads/list/many-leads-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { lengths, readPeriod } from './period.ts'
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
    const query = new URLSearchParams({ weeks: String(length) })
    const { weeks } = readPeriod(query, dateIn(now, viewer.timeZone))
    for (const { text, values } of Object.values(tallyQueries(viewer, weeks, now))) {
      const rows = await db.$transaction(async (tx) => {
        await tx.$executeRaw(keepInMemory)
        return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, ...values)
      })
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
  }
  return plans
}

test('whoever sees all leads has them counted from the index of charts alone', async () => {
  const plans = await plansFor(admin)

  expect(plans).toHaveLength(16)
  expect(plans.filter((plan) => !plan.includes('Index Only Scan using lead_for_charts'))).toEqual([])
})

test('nobody’s charts read all leads, or sort them', async () => {
  const plans = [...(await plansFor(admin)), ...(await plansFor(consultant))]

  expect(plans.filter((plan) => /Seq Scan on lead\b|Sort Key/.test(plan))).toEqual([])
})
