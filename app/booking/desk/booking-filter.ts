/**
 * What the address bar says of the list of bookings: `?show=past&host=…&type=…&q=acme&after=…`. What is unknown or
 * malformed is ignored, so an old link still shows a list.
 */
import { z } from 'zod'
import { slug } from '#app/booking/booking.ts'
import { cursorSchema, writeCursor as writeKeysetCursor } from '#app/leads/keyset.ts'
import { searchedWords } from '#app/leads/search-words.ts'
import { calendarDateSchema } from '#app/time/calendar-dates.ts'

export const tabs = ['upcoming', 'today', 'to-mark', 'past', 'cancelled'] as const
export type Tab = (typeof tabs)[number]

export const tabNames: Record<Tab, string> = {
  upcoming: 'Upcoming',
  today: 'Today',
  'to-mark': 'To mark',
  past: 'Past',
  cancelled: 'Cancelled',
}

/** The last row of the page before: the next one begins after it. */
export type Cursor = { startsAt: Date; id: string }

const bookingFilterSchema = z.object({
  show: z.enum(tabs).catch('upcoming'),
  host: slug.optional().catch(undefined),
  type: slug.optional().catch(undefined),
  q: searchedWords,
  /** Days on the viewer's calendar, both included. */
  from: calendarDateSchema.optional().catch(undefined),
  until: calendarDateSchema.optional().catch(undefined),
  /** Of those that are past: whether the visitor came. */
  was: z.enum(['attended', 'no_show']).optional().catch(undefined),
  after: cursorSchema
    .transform(({ at, id }): Cursor => ({ startsAt: at, id }))
    .optional()
    .catch(undefined),
})

export type BookingFilter = z.output<typeof bookingFilterSchema>

export function readBookingFilter(query: URLSearchParams): BookingFilter {
  const given = (name: string) => query.get(name) || undefined
  return bookingFilterSchema.parse({
    show: given('show'),
    host: given('host'),
    type: given('type'),
    q: given('q') ?? '',
    from: given('from'),
    until: given('until'),
    was: given('was'),
    after: given('after'),
  })
}

/** Whether anything but the tab was chosen. */
export function isNarrowed({ show: _show, after: _after, q, ...rest }: BookingFilter): boolean {
  return q !== '' || Object.values(rest).some((value) => value !== undefined)
}

export function writeCursor({ startsAt, id }: Cursor): string {
  return writeKeysetCursor({ at: startsAt, id })
}

/** `B-7K3QXMP` in any case of letters names one booking: its reference, else null. */
export function referenceIn(q: string): string | null {
  return /^b-[2-9a-z]{7}$/i.test(q) ? q.toUpperCase() : null
}
