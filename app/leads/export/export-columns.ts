/** What an exported line says of a lead: who it is always, and what the list's columns show. Times name their zone. */
import type { LeadSource, LeadStatus, LostReason } from '#app/prisma/enums.ts'
import { dateIn, timeIn } from '#app/time/instants.ts'
import type { TimeZone } from '#app/time/types.ts'
import { sourceNames } from '../lead-source.ts'
import { lostReasonNames, statusNames } from '../lead-status.ts'
import type { Column } from '../list/filter.ts'

export type ExportedLead = {
  ref: number
  title: string
  name: string
  email: string | null
  company: string | null
  phone: string
  tags: readonly string[]
  status: LeadStatus
  lostReason: LostReason | null
  owner: string | null
  nextAction: string
  nextActionAt: Date | null
  source: LeadSource
  stageEnteredAt: Date
  lastActivityAt: Date
  createdAt: Date
  consultationAt: Date | null
}

type Cell = { head: (zone: string) => string; cell: (lead: ExportedLead, zone: TimeZone) => string }

const plain = (name: string, cell: (lead: ExportedLead) => string | null): Cell => ({
  head: () => name,
  cell: (lead) => cell(lead) ?? '',
})
const moment = (name: string, at: (lead: ExportedLead) => Date | null): Cell => ({
  head: (zone) => `${name} (${zone})`,
  cell: (lead, zone) => written(at(lead), zone),
})

const always: readonly Cell[] = [
  plain('Reference', ({ ref }) => `L-${ref}`),
  plain('Need', ({ title }) => title),
  plain('Name', ({ name }) => name),
  plain('E-mail', ({ email }) => email),
  plain('Company', ({ company }) => company),
  plain('Telephone', ({ phone }) => phone),
  plain('Tags', ({ tags }) => tags.join(', ')),
]

const ofColumn: Record<Column, readonly Cell[]> = {
  status: [
    plain('Status', ({ status }) => statusNames[status]),
    plain('Lost because', ({ lostReason }) => lostReason && lostReasonNames[lostReason]),
  ],
  owner: [plain('Owner', ({ owner }) => owner)],
  next: [
    plain('Next action', ({ nextAction }) => nextAction),
    moment('Next action at', ({ nextActionAt }) => nextActionAt),
  ],
  source: [plain('Source', ({ source }) => sourceNames[source])],
  stage: [moment('In this status since', ({ stageEnteredAt }) => stageEnteredAt)],
  activity: [moment('Last activity', ({ lastActivityAt }) => lastActivityAt)],
  created: [moment('Received', ({ createdAt }) => createdAt)],
  consultation: [moment('Next consultation', ({ consultationAt }) => consultationAt)],
}

function cellsOf(columns: readonly Column[]): Cell[] {
  return [...always, ...columns.flatMap((column) => ofColumn[column])]
}

export function headOf(columns: readonly Column[], zone: TimeZone): string[] {
  return cellsOf(columns).map(({ head }) => head(zone))
}

export function lineOf(lead: ExportedLead, columns: readonly Column[], zone: TimeZone): string[] {
  return cellsOf(columns).map(({ cell }) => cell(lead, zone))
}

/** `'2026-11-23 10:00'` on the clock of that zone: what every spreadsheet reads as a moment. */
function written(at: Date | null, zone: TimeZone): string {
  return at ? `${dateIn(at, zone)} ${timeIn(at, zone)}` : ''
}
