/** Counted leads as charts: which numbers stand beside each other, what they say, and which list each one leads to. */
import { answerKinds, answerNames } from '#app/leads/answer-kind.ts'
import { hrefOf } from '#app/leads/list/addresses.ts'
import type { LeadFilter } from '#app/leads/list/filter.ts'
import { leadSources, sourceNames } from '#app/leads/lead-source.ts'
import {
  furthestStatuses,
  leadStatuses,
  lostReasonNames,
  lostReasons,
  openStatuses,
  statusNames,
} from '#app/leads/lead-status.ts'
import { sumOf, type Chart, type Mark } from '#app/ui/charts/chart.ts'
import { countOf } from './count-of.ts'
import { medianOf } from './median.ts'
import { percent, sayLeads, sayStay, sayWeek } from './say.ts'
import type { Week } from './period.ts'
import type { LeadTally } from './tally-leads.server.ts'

/** `came`: the list of all that is counted. */
type Counted = { tally: LeadTally; came: LeadFilter; weeks: readonly Week[] }

/** Leads by source, week by week. */
export function sourceChart({ tally, came, weeks }: Counted): Chart {
  return {
    series: leadSources.map((source) => ({ key: source, name: sourceNames[source] })),
    rows: weeks.map((week, index) => ({
      key: week.from,
      label: sayWeek(week),
      marks: leadSources.map((source): Mark => {
        const count = tally.bySource.find((each) => each.week === index && each.source === source)?.count ?? 0
        return {
          series: source,
          count,
          href: hrefOf('list', { ...came, created: week, source: [source] }),
          says: `${sourceNames[source]}, week of ${sayWeek(week)}: ${sayLeads(count)}`,
        }
      }),
    })),
  }
}

const leadsAlone = [{ key: 'leads', name: 'Leads' }]

/** The one mark of a row where leads are the one series. */
function markOf(label: string, count: number, listed: LeadFilter): Mark {
  return { series: 'leads', count, href: hrefOf('list', listed), says: `${label}: ${sayLeads(count)}` }
}

/** Spam was never a lead. */
const realStatuses = leadStatuses.filter((status) => status !== 'spam')

/** How far leads came, whatever became of them then. */
export function funnelChart({ tally, came }: Counted): Chart {
  const real = tally.byFate.filter(({ status }) => status !== 'spam')
  const counts = furthestStatuses.map((_stage, index) =>
    countOf(real, ({ reached }) => furthestStatuses.findIndex((each) => each === reached) >= index),
  )
  return {
    series: leadsAlone,
    besideHead: ['Of the stage before', 'Usual time there'],
    rows: furthestStatuses.map((stage, index) => {
      const [count = 0, before] = [counts[index], counts[index - 1]]
      const label = index === 0 ? 'Received' : statusNames[stage]
      const stay = medianOf(
        new Map(
          tally.stayed.filter((each) => each.stage === index).map((each) => [each.minutes, each.count]),
        ),
      )
      return {
        key: stage,
        label,
        beside: [
          before === undefined ? '' : `${percent(count, before)} of the stage before`,
          stay === null ? '' : `usually there ${sayStay(stay)}`,
        ],
        marks: [
          markOf(label, count, { ...came, status: realStatuses, ...(index > 0 && { reached: stage }) }),
        ],
      }
    }),
  }
}

/** How soon those who wrote to us were answered. */
export function answerChart({ tally, came }: Counted): Chart {
  const waited = countOf(tally.byFate, ({ answer }) => answer !== null)
  return {
    series: leadsAlone,
    besideHead: ['Share'],
    rows: answerKinds.map((kind) => {
      const count = countOf(tally.byFate, ({ answer }) => answer === kind)
      return {
        key: kind,
        label: answerNames[kind],
        beside: [percent(count, waited)],
        marks: [markOf(answerNames[kind], count, { ...came, answer: [kind] })],
      }
    }),
  }
}

/** Why leads were lost, the commonest reason first. */
export function lostChart({ tally, came }: Counted): Chart {
  const lost = tally.byFate.filter(({ status }) => status === 'lost')
  const total = countOf(lost)
  return {
    series: leadsAlone,
    besideHead: ['Share'],
    rows: lostReasons
      .map((reason) => ({ reason, count: countOf(lost, ({ lostReason }) => lostReason === reason) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ reason, count }) => ({
        key: reason,
        label: lostReasonNames[reason],
        beside: [percent(count, total)],
        marks: [markOf(lostReasonNames[reason], count, { ...came, status: ['lost'], lost: [reason] })],
      })),
  }
}

const fates = [
  { key: 'open', name: 'Open', statuses: openStatuses },
  { key: 'won', name: 'Won', statuses: ['won'] },
  { key: 'lost', name: 'Lost', statuses: ['lost'] },
] as const

/** What became of whose leads, whoever has most first. `names` are those of the staff. */
export function ownerChart({ tally, came }: Counted, names: ReadonlyMap<string, string>): Chart {
  const owners = [...new Set(tally.byFate.map(({ owner }) => owner))]
  const rows = owners.map((owner) => {
    const theirs = tally.byFate.filter((each) => each.owner === owner)
    const label = owner === '' ? 'Nobody' : (names.get(owner) ?? 'Somebody who left')
    return {
      key: owner || 'nobody',
      label,
      marks: fates.map(({ key, name, statuses }): Mark => {
        const count = countOf(theirs, ({ status }) => statuses.some((each) => each === status))
        return {
          series: key,
          count,
          href: hrefOf('list', { ...came, status: [...statuses], owner: [owner || 'unassigned'] }),
          says: `${label}, ${name.toLowerCase()}: ${sayLeads(count)}`,
        }
      }),
    }
  })
  return {
    series: fates.map(({ key, name }) => ({ key, name })),
    rows: rows
      .filter((row) => sumOf(row) > 0)
      .sort((a, b) => sumOf(b) - sumOf(a) || a.label.localeCompare(b.label)),
  }
}
