/**
 * Three kinds of time that are never mixed: moments, squares on a calendar, and what wall clocks show. Only the files in
 * this folder convert one into another, and every conversion names its zone: `instantsAt(date, time, zone)`,
 * `dateIn(moment, zone)`. A moment is a `Date` where it is stored or sent (`timestamptz(3)`, UTC) and an `EpochMs` where
 * it is computed with.
 */
type Brand<Name extends string> = { readonly __brand: Name }

/** A square on a calendar, in no zone: `'2026-03-29'`. */
export type CalendarDate = string & Brand<'CalendarDate'>

/** What a wall clock shows somewhere: `'00:00'` to `'23:59'`, and `'24:00'` as the end of a day. */
export type LocalTime = string & Brand<'LocalTime'>

/** An IANA zone name that `Intl` accepts and that is not a bare offset: `'Europe/Berlin'`. */
export type TimeZone = string & Brand<'TimeZone'>

/** How a wall clock counts the hours of a day: to twelve twice, or to twenty-four. */
export type Clock = '12' | '24'

/** A moment as whole milliseconds since 1970 UTC: what the slot engine computes with, ten thousand at a time. */
export type EpochMs = number

/** Half-open: `from` belongs to it, `until` does not, so intervals that touch do not overlap. */
export type Interval = { from: EpochMs; until: EpochMs }
