import type { BookingStatus } from '#app/prisma/enums.ts'
import type { StatusTone } from '#app/ui/status.tsx'

/** `sign`: the word in one character, where there is no room for it. */
export type Standing = { name: string; tone: StatusTone; sign: string }

/** How a booking stands, in a word: one that has begun and of which nobody has said how it went is to be marked. */
export function standingOf(booking: { status: BookingStatus; startsAt: Date }, now: Date): Standing {
  const isToMark = booking.status === 'confirmed' && booking.startsAt <= now
  return isToMark ? { name: 'To mark', tone: 'amber', sign: '?' } : standings[booking.status]
}

const standings: Record<BookingStatus, Standing> = {
  reserved: { name: 'Being booked', tone: 'soft', sign: '…' },
  confirmed: { name: 'Confirmed', tone: 'signal', sign: '' },
  attended: { name: 'Attended', tone: 'blue', sign: '✓' },
  no_show: { name: 'Did not come', tone: 'alert', sign: '✕' },
  cancelled: { name: 'Cancelled', tone: 'closed', sign: '–' },
}
