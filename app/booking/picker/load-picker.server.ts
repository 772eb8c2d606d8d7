import { milliseconds } from 'date-fns'
import { loadCalendar, type Calendar } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { bookingWindow } from '#app/slots/booking-window.ts'
import type { Face } from './chosen-time.ts'
import { arrangePicker, type Picker } from './picker.ts'

type Asked = Face & {
  typeSlug: string
  hostSlug?: string | undefined
  /** A booking that is being moved: it does not stand in its own way. */
  except?: string
  /** The visitor whose own reservation does not stand in their way: the hash of their token. */
  reservedBy?: string | undefined
  month?: string | undefined
  date?: string | undefined
  /** An instant on the day to show, as an ISO text: counts when no date is named. */
  at?: string | undefined
  now: Date
}

/** The picker for a type of consultation; throws a 404 when there is no such type. */
export async function loadPicker(asked: Asked): Promise<Picker> {
  const now = asked.now.getTime()
  const calendar = await loadCalendar(db, {
    ...asked,
    span: { from: now, until: now + milliseconds({ days: 370 }) },
  })
  if (!calendar) throw new Response(null, { status: 404 })
  return arrangePicker(offeredSlots(calendar, { from: now, until: lastStart(calendar, now), now }), {
    ...asked,
    now,
  })
}

function lastStart({ hosts, meeting }: Calendar, now: number): number {
  return Math.max(now, ...hosts.map(({ rules }) => bookingWindow(rules, meeting.window, now).until))
}
