/**
 * What an exported line says of a lead: who it is always, and what the list's columns show. Each cell is an expression
 * that the database writes as text. Times name their zone.
 */
import { Prisma } from '#app/prisma/client.ts'
import type { TimeZone } from '#app/time/types.ts'
import { sourceNames } from '../lead-source.ts'
import { lostReasonNames, statusNames } from '../lead-status.ts'
import type { Column } from '../list/filter.ts'

const { sql, join } = Prisma
type Sql = Prisma.Sql

type Cell = { head: (zone: TimeZone) => string; text: (zone: TimeZone) => Sql }

const plain = (name: string, text: Sql): Cell => ({ head: () => name, text: () => text })
/** A code of ours as its name. */
const named = (name: string, code: Sql, names: Record<string, string>): Cell =>
  plain(name, sql`${JSON.stringify(names)}::jsonb ->> ${code}::text`)
/** `'2026-11-23 10:00'` on the clock of that zone: what every spreadsheet reads as a moment. */
const moment = (name: string, at: Sql): Cell => ({
  head: (zone) => `${name} (${zone})`,
  text: (zone) => sql`to_char(${at} AT TIME ZONE ${namedInFull(zone)}::text, 'YYYY-MM-DD HH24:MI')`,
})

const always: readonly Cell[] = [
  plain('Reference', sql`'L-' || ref`),
  plain('Need', sql`title`),
  plain('Name', sql`name`),
  plain('E-mail', sql`email`),
  plain('Company', sql`company`),
  plain('Telephone', sql`phone`),
  plain('Tags', sql`array_to_string(tags, ', ')`),
]

const ofColumn: Record<Column, readonly Cell[]> = {
  status: [
    named('Status', sql`status`, statusNames),
    named('Lost because', sql`lost_reason`, lostReasonNames),
  ],
  owner: [plain('Owner', sql`owner`)],
  next: [plain('Next action', sql`next_action`), moment('Next action at', sql`next_action_at`)],
  source: [named('Source', sql`source`, sourceNames)],
  stage: [moment('In this status since', sql`stage_entered_at`)],
  activity: [moment('Last activity', sql`last_activity_at`)],
  created: [moment('Received', sql`created_at`)],
  consultation: [moment('Next consultation', sql`consultation_at`)],
}

function cellsOf(columns: readonly Column[]): Cell[] {
  return [...always, ...columns.flatMap((column) => ofColumn[column])]
}

export function headOf(columns: readonly Column[], zone: TimeZone): string[] {
  return cellsOf(columns).map(({ head }) => head(zone))
}

/** The cells of one line, as a list of texts. */
export function cellsOfLine(columns: readonly Column[], zone: TimeZone): Sql {
  return sql`ARRAY[${join(cellsOf(columns).map(({ text }) => sql`coalesce(${text(zone)}, '')`))}]`
}

/** What PostgreSQL takes for an abbreviation of one offset, all year round: each as a place whose clocks are the same. */
const abbreviations = new Map([
  ['CET', 'Europe/Brussels'],
  ['MET', 'Europe/Brussels'],
  ['EET', 'Europe/Athens'],
  ['WET', 'Europe/Lisbon'],
])

function namedInFull(zone: TimeZone): string {
  return abbreviations.get(zone) ?? zone
}
