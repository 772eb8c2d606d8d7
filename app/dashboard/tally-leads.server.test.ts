/** What the database counts in a few passes, beside the same leads counted here one by one. */
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { AnswerKind } from '#app/leads/answer-kind.ts'
import { openStatuses } from '#app/leads/lead-status.ts'
import { addManyLeads } from '#app/leads/list/many-leads-fixture.server.ts'
import { leadScope } from '#app/leads/scope.server.ts'
import type { Lead } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { readPeriod, type Week } from './period.ts'
import { tallyLeads, type LeadTally } from './tally-leads.server.ts'

const now = new Date()
let admin: Viewer
let consultant: Viewer

beforeAll(async () => {
  const many = await addManyLeads(6_000)
  admin = many.admin
  consultant = { ...many.consultant, timeZone: 'Asia/Kolkata' as Viewer['timeZone'] }
  await db.$executeRaw`UPDATE lead SET deleted_at = now() WHERE random() < 0.1`
  await db.$executeRaw`
    UPDATE lead SET merged_into_id = (SELECT id FROM lead ORDER BY ref LIMIT 1)
    WHERE random() < 0.1 AND ref <> (SELECT min(ref) FROM lead)`
})

test.each(['13', '52'])(
  'leads of %s weeks are counted as they are seen, by whoever looks',
  async (length) => {
    for (const viewer of [admin, consultant]) {
      const { weeks } = readPeriod(new URLSearchParams({ weeks: length }), dateIn(now, viewer.timeZone))
      const seen = await leadsOf(viewer, weeks)

      const tally = await tallyLeads(viewer, weeks, now)

      expect(seen.length).toBeGreaterThan(20)
      expect(inOrder(tally)).toEqual(inOrder(countedOneByOne(seen, weeks, viewer)))
    }
  },
)

async function leadsOf(viewer: Viewer, weeks: readonly Week[]): Promise<Lead[]> {
  const leads = await db.lead.findMany({ where: leadScope(viewer) })
  return leads.filter(({ createdAt }) => weekOf(createdAt, weeks, viewer) !== -1)
}

function weekOf(moment: Date, weeks: readonly Week[], { timeZone }: Viewer): number {
  const day = dateIn(moment, timeZone)
  return weeks.findIndex(({ from, until }) => from <= day && day <= until)
}

function countedOneByOne(leads: readonly Lead[], weeks: readonly Week[], viewer: Viewer): LeadTally {
  return {
    bySource: counted(
      leads.map(({ createdAt, source }) => ({ week: weekOf(createdAt, weeks, viewer), source })),
    ),
    byFate: counted(
      leads.map((lead) => {
        const { ownerId, status, reached, lostReason } = lead
        return { owner: ownerId ?? '', status, reached, lostReason, answer: answerOf(lead) }
      }),
    ),
    answered: counted(
      leads.flatMap(({ responseMinutes: minutes }) => (minutes === null ? [] : [{ minutes }])),
    ),
    stayed: counted(
      leads
        .filter(({ status }) => status !== 'spam')
        .flatMap(({ stageMinutes }) =>
          openStatuses.map((_, stage) => ({ stage, minutes: rounded(stageMinutes[stage] ?? 0) })),
        )
        .filter(({ minutes }) => minutes !== null),
    ),
  } as LeadTally
}

function answerOf(lead: Lead): AnswerKind | null {
  const { responseDueAt, firstResponseAt, responseMinutes, closedAt } = lead
  if (!responseDueAt) return null
  if (!firstResponseAt) return closedAt ? 'none' : 'waiting'
  const within = ([60, 120, 240] as const).findIndex((limit) => (responseMinutes ?? Infinity) <= limit)
  return (['1h', '2h', '4h'] as const)[within] ?? (firstResponseAt <= responseDueAt ? 'in-time' : 'late')
}

/** Down to hours, and to days from two of them; null for nothing. */
function rounded(minutes: number): number | null {
  if (minutes === 0) return null
  const unit = minutes < 2 * 1440 ? 60 : 1440
  return minutes - (minutes % unit)
}

function counted<Group extends object>(groups: readonly Group[]): (Group & { count: number })[] {
  const counts = new Map<string, Group & { count: number }>()
  for (const group of groups) {
    const key = JSON.stringify(group)
    counts.set(key, { ...group, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** Each group as words in one order, however its fields and rows come. */
function inOrder(tally: LeadTally) {
  const words = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => a.localeCompare(b)))
  return Object.fromEntries(Object.entries(tally).map(([name, rows]) => [name, rows.map(words).sort()]))
}
