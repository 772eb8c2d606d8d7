/** The limits that a calendar and a type may have: their columns, in the order in which they are read and typed. */
import type { Period } from '#app/slots/limits.ts'

type Column<Name extends string> = { column: Name; per: Period; most: number; label: string }

/** How many meetings: a host's of any type, and a type's with each host. */
export const meetingLimits = [
  { column: 'dailyLimit', per: 'day', most: 99, label: 'In a day' },
  { column: 'weeklyLimit', per: 'week', most: 99, label: 'In a week' },
  { column: 'monthlyLimit', per: 'month', most: 999, label: 'In a month' },
  { column: 'yearlyLimit', per: 'year', most: 9999, label: 'In a year' },
] as const satisfies readonly Column<string>[]

/**
 * How many minutes of meetings, buffers not counted. Only hosts have them: the meetings of one type are equally long, so
 * that their number says as much; and over a year nobody plans in minutes.
 */
export const minuteLimits = [
  { column: 'dailyMinutes', per: 'day', most: 1440, label: 'In a day' },
  { column: 'weeklyMinutes', per: 'week', most: 10_080, label: 'In a week' },
  { column: 'monthlyMinutes', per: 'month', most: 44_640, label: 'In a month' },
] as const satisfies readonly Column<string>[]

export type MeetingLimits = Record<(typeof meetingLimits)[number]['column'], number | null>
export type MinuteLimits = Record<(typeof minuteLimits)[number]['column'], number | null>

/** Each limit in words, for whoever may only look: `{ term: 'In a day', value: '3 meetings' }`. */
export function sayLimits(limits: MeetingLimits & Partial<MinuteLimits>): { term: string; value: string }[] {
  return [
    ...meetingLimits.map(({ column, label }) => ({ label, most: limits[column], unit: 'meetings' })),
    ...minuteLimits.map(({ column, label }) => ({ label, most: limits[column], unit: 'minutes' })),
  ].flatMap(({ label, most, unit }) => (most ? [{ term: label, value: `${most} ${unit} at most` }] : []))
}
