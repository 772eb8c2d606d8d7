import type { CancelRefusal } from '#app/booking/cancel-booking.server.ts'
import type { MarkRefusal } from './mark-booking.server.ts'
import type { MoveRefusal } from './move-by-staff.server.ts'
import type { ReassignRefusal } from './reassign-booking.server.ts'
import type { ReopenRefusal } from './reopen-booking.server.ts'

export type ActRefusal = MoveRefusal | CancelRefusal | ReassignRefusal | ReopenRefusal | MarkRefusal

/** Why an act of staff was refused, and what to do about it. */
export function sayActRefusal(reason: ActRefusal): string {
  return words[reason]
}

const words: Record<ActRefusal, string> = {
  'not-found': 'There is no such booking.',
  'changed-meanwhile':
    'The visitor or a colleague changed this booking meanwhile. You see it as it is now; if your change still fits, send it again.',
  'not-open': 'This booking has begun or was cancelled, so it can no longer be changed.',
  'cut-off': 'It is too late to change this booking.',
  'not-offered': 'That host no longer holds this kind of consultation.',
  'not-begun': 'The consultation has not begun yet.',
  'was-cancelled': 'The booking was cancelled, so nobody came or stayed away.',
  'not-cancelled': 'The booking is not cancelled.',
  past: 'That time has passed.',
  notice: 'That time is too soon.',
  window: 'That is more than two years ahead. Check the year.',
  limit: 'That day is full.',
  closed: 'The host is off that day, or the firm is closed.',
  hours: 'That is outside the host’s hours.',
  grid: 'Meetings do not start at that time.',
  taken: 'Something else is in the host’s calendar then.',
}
