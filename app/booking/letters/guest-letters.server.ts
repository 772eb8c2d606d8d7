import { createHash } from 'node:crypto'
import { guestsBeside } from '#app/booking/guests/guests.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Transaction } from '#app/db.server.ts'
import type { NewLetter } from '#app/mail/outbox.server.ts'
import type { LetterProps } from '#emails/index.ts'
import { guestInvitation } from './booking-invitations.server.ts'
import { guestProps, hostAddress } from './booking-letters.server.ts'

type GuestLetter = NewLetter<'guest-invitation'>
type What = LetterProps<'guest-invitation'>['what']

/** What guests hear of a change; when guests come or go, those who stay hear nothing. */
const heard = {
  confirmed: 'invited',
  rescheduled: 'moved',
  reassigned: 'changed',
  corrected: 'changed',
  cancelled: 'cancelled',
  reopened: 'reopened',
} as const satisfies Record<string, What>

/** Who is written to as a guest: whoever has a letter of their own about the same meeting is not. */
export function guestsToTell(booking: MadeBooking, addresses: readonly string[] = booking.guests): string[] {
  return guestsBeside([booking.visitorEmail, hostAddress(booking)], addresses)
}

/** What every guest hears of a change of the meeting. */
export function lettersToGuests(booking: MadeBooking, what: keyof typeof heard, now: Date): GuestLetter[] {
  return guestsToTell(booking).map((guest) => letterToGuest(booking, { guest, what: heard[what], now }))
}

/** Which guests were written to about the meeting: those who know of it, and those whose letter still waits. */
export type SentToGuests = { known: Set<string>; waiting: Set<string> }

export async function sentToGuests(tx: Transaction, bookingId: string): Promise<SentToGuests> {
  const letters = await tx.letter.findMany({
    where: { bookingId, kind: 'guest-invitation', state: { in: ['queued', 'retry', 'sending', 'sent'] } },
    select: { to: true, state: true },
  })
  const waits = ({ state }: { state: string }) => state === 'queued' || state === 'retry'
  return {
    known: new Set(letters.filter((letter) => !waits(letter)).map(({ to }) => to)),
    waiting: new Set(letters.filter(waits).map(({ to }) => to)),
  }
}

/**
 * Invites the new guests, and those whose letter this change takes back; and takes the meeting off the calendars of those
 * who know of it and are not to come any more.
 */
export function lettersToChangedGuests(
  booking: MadeBooking,
  { previous, sent, now }: { previous: readonly string[]; sent: SentToGuests; now: Date },
): GuestLetter[] {
  const isNew = (guest: string) => !previous.includes(guest) || sent.waiting.has(guest)
  const invited = guestsToTell(booking).filter(isNew)
  const gone = guestsToTell(booking, guestsBeside(booking.guests, previous))
  return [
    ...invited.map((guest) => letterToGuest(booking, { guest, what: 'invited', now })),
    ...gone
      .filter((guest) => sent.known.has(guest))
      .map((guest) => letterToGuest(booking, { guest, what: 'uninvited', now })),
  ]
}

function letterToGuest(
  booking: MadeBooking,
  { guest, what, now }: { guest: string; what: What; now: Date },
): GuestLetter {
  const method = what === 'cancelled' || what === 'uninvited' ? 'CANCEL' : 'REQUEST'
  return {
    kind: 'guest-invitation',
    to: { name: '', address: guest },
    // Somebody who was a guest hears nothing of later changes, like a host who was.
    dedupeKey: `${guestKey(booking, guest)}:${what}${what === 'uninvited' ? ':previous' : ''}`,
    bookingId: booking.id,
    leadId: booking.leadId,
    invitation: { method, content: guestInvitation(booking, guest, method, now) },
    notAfter: booking.endsAt,
    props: { ...guestProps(booking), what },
  }
}

/** The beginning of the keys of letters to one guest. It stays when the address is erased, so it does not hold it. */
export function guestKey({ id, sequence }: MadeBooking, guest: string): string {
  const mark = createHash('sha256').update(`${id} ${guest}`).digest('base64url').slice(0, 12)
  return `booking:${id}:${sequence}:guest-${mark}`
}
