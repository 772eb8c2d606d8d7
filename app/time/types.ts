/**
 * Four kinds of time that are never mixed. Only the files in this folder convert one into another,
 * and every conversion names its zone: `instantAt(date, time, zone)`, `dateIn(instant, zone)`.
 */
type Brand<Name extends string> = { readonly __brand: Name }

/** A moment, the same everywhere. UTC in the database (`timestamptz(3)`). */
export type Instant = Date & Brand<'Instant'>

/** A square on a calendar, in no zone: `'2026-03-29'`. */
export type CalendarDate = string & Brand<'CalendarDate'>

/** What a wall clock shows somewhere: `'00:00'` to `'23:59'`, and `'24:00'` as the end of a day. */
export type LocalTime = string & Brand<'LocalTime'>

/** An IANA zone name that `Intl` accepts and that is not a bare offset: `'Europe/Berlin'`. */
export type TimeZone = string & Brand<'TimeZone'>

/** An instant as whole milliseconds since 1970 UTC: what the slot engine computes with, ten thousand at a time. */
export type EpochMs = number

/** Half-open: `from` belongs to it, `until` does not, so intervals that touch do not overlap. */
export type Interval = { from: EpochMs; until: EpochMs }
