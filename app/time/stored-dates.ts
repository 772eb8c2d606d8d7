/** How a column of type `date` holds a square on the calendar: Prisma reads and writes it as midnight UTC. */
import type { CalendarDate } from './types.ts'

export function calendarDate(stored: Date): CalendarDate {
  return stored.toISOString().slice(0, 10) as CalendarDate
}

export function storedDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
