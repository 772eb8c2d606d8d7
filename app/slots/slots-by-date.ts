import { dateOfDay } from '#app/time/calendar-dates.ts'
import { dayIn } from '#app/time/instants.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import type { Slot } from './slots.ts'

/** Slots by the date on which they begin there, each date's in their order; dates without any are not among them. */
export function slotsByDate(slots: readonly Slot[], zone: TimeZone): Map<CalendarDate, Slot[]> {
  const byDate = new Map<CalendarDate, Slot[]>()
  let ofDay: Slot[] = []
  let last: number | undefined
  for (const slot of slots) {
    // A date is written out once, not for each of its slots: a year has thousands.
    const day = dayIn(slot.startsAt, zone)
    if (day !== last) {
      const date = dateOfDay(day)
      ofDay = byDate.get(date) ?? []
      byDate.set(date, ofDay)
      last = day
    }
    ofDay.push(slot)
  }
  return byDate
}
