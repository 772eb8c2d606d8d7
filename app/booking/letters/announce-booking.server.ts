import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { enqueue, type AnyNewLetter, type NewLetter } from '#app/mail/outbox.server.ts'
import { hostInvitation, visitorInvitation } from './booking-invitations.server.ts'
import {
  hostAddress,
  hostName,
  meetingTime,
  noticeProps,
  visitorProps,
  bookAgainUrl,
} from './booking-letters.server.ts'
import { isFollowUpDue } from './follow-up.server.ts'
import { lettersToChangedGuests, lettersToGuests, sentToGuests } from './guest-letters.server.ts'
import { isReminder, remindersOf } from './reminders.server.ts'

export type Announcement =
  'confirmed' | 'rescheduled' | 'reassigned' | 'cancelled' | 'reopened' | 'corrected' | 'guests'

/**
 * `previousStart`: where a rescheduled booking was before. `previousHost`: who had a reassigned one. `previousGuests`: who
 * was invited before.
 */
type About = {
  now: Date
  by: 'visitor' | 'staff'
  previousStart?: Date
  previousHost?: MadeBooking['host']
  previousGuests?: readonly string[]
}

/**
 * Writes the visitor's letter, those of guests and the host's, each with its invitation, and the reminders of a booking
 * that stands into the outbox of the same transaction, all in one statement.
 */
export async function announceBooking(
  tx: Transaction,
  booking: MadeBooking,
  what: Announcement,
  about: About,
): Promise<void> {
  const toGuests = await guestLetters(tx, booking, what, about)
  if (booking.sequence > 0) await takeBackUnsent(tx, booking, what)
  await enqueue(
    tx,
    letterToVisitor(booking, what, about),
    ...toGuests,
    ...lettersToPreviousHost(booking, about),
    letterToHost(booking, what, about),
    ...remindersOf(booking, about.now),
  )
}

/** Who stays among changed guests hears nothing, unless the change takes back what they were still to hear. */
async function guestLetters(
  tx: Transaction,
  booking: MadeBooking,
  what: Announcement,
  { now, previousGuests = [] }: About,
): Promise<NewLetter<'guest-invitation'>[]> {
  if (what !== 'guests') return lettersToGuests(booking, what, now)
  const sent = await sentToGuests(tx, booking.id)
  return lettersToChangedGuests(booking, { previous: previousGuests, sent, now })
}

/**
 * What was not sent yet is no longer so: it would only take the place of the letter that is. A host or a guest who was
 * part of it before hears nothing of later changes, so what takes it off their calendar still goes.
 */
async function takeBackUnsent(tx: Transaction, booking: MadeBooking, what: Announcement): Promise<void> {
  const lastError = `Not sent: the consultation was ${overtakenBy[what]}.`
  await tx.letter.updateMany({
    where: {
      bookingId: booking.id,
      state: { in: ['queued', 'retry'] },
      NOT: { dedupeKey: { endsWith: toPrevious } },
    },
    data: { state: 'skipped', lastError },
  })
}

const overtakenBy: Record<Announcement, string> = {
  confirmed: 'booked again',
  rescheduled: 'moved',
  reassigned: 'given to another host',
  cancelled: 'cancelled',
  reopened: 'opened again',
  corrected: 'given another e-mail address',
  guests: 'given other guests',
}

function letterToVisitor(booking: MadeBooking, what: Announcement, about: About): AnyNewLetter {
  const letter = {
    ...onlyOnce(booking, what, 'visitor'),
    to: { name: booking.visitorName, address: booking.visitorEmail },
    invitation: { method: methodFor[what], content: visitorInvitation(booking, methodFor[what], about.now) },
    // After the meeting it would only puzzle.
    notAfter: booking.endsAt,
  }
  const props = visitorProps(booking)
  switch (what) {
    case 'confirmed':
    case 'corrected':
      return { ...letter, kind: 'booking-confirmed', props }
    case 'rescheduled':
      return {
        ...letter,
        kind: 'booking-rescheduled',
        props: { ...props, before: timeBefore(booking, booking.visitorTimeZone, about) },
      }
    case 'reassigned':
      return {
        ...letter,
        kind: 'booking-reassigned',
        props: { ...props, before: hostName({ host: about.previousHost ?? booking.host }) },
      }
    case 'reopened':
      return { ...letter, kind: 'booking-reopened', props }
    case 'guests':
      return { ...letter, kind: 'booking-guests', props: { ...props, invited: sayInvited(booking) } }
    case 'cancelled':
      return {
        ...letter,
        kind: 'booking-cancelled',
        props: { ...props, by: about.by, bookUrl: bookAgainUrl(booking) },
      }
  }
}

function sayInvited({ guests }: MadeBooking): string {
  if (guests.length === 0) return 'Nobody else is invited'
  return guests.length === 1 ? '1 guest is invited' : `${guests.length} guests are invited`
}

function letterToHost(booking: MadeBooking, what: Announcement, about: About): NewLetter<'booking-notice'> {
  const before = what === 'rescheduled' ? timeBefore(booking, booking.host.timeZone, about) : undefined
  return {
    ...onlyOnce(booking, what, 'host'),
    kind: 'booking-notice',
    to: { name: hostName(booking), address: hostAddress(booking) },
    invitation: { method: methodFor[what], content: hostInvitation(booking, methodFor[what], about.now) },
    props: {
      ...noticeProps(booking),
      ...{ what, by: about.by, before },
      otherHost: about.previousHost && hostName({ host: about.previousHost }),
    },
  }
}

/**
 * Takes the meeting off the calendar of the host who had it. Where two hosts read one mailbox it stays on that
 * calendar, and the letter to the new host says all there is to say.
 */
function lettersToPreviousHost(
  booking: MadeBooking,
  { now, by, previousHost: host }: About,
): NewLetter<'booking-notice'>[] {
  if (!host) return []
  const asBefore = { ...booking, host, hostId: host.id }
  const address = hostAddress(asBefore)
  if (address === hostAddress(booking)) return []
  return [
    {
      ...onlyOnce(booking, 'reassigned', 'previous'),
      kind: 'booking-notice',
      to: { name: hostName(asBefore), address },
      invitation: { method: 'CANCEL', content: hostInvitation(asBefore, 'CANCEL', now) },
      props: { ...noticeProps(asBefore), what: 'handed-over', by, otherHost: hostName(booking) },
    },
  ]
}

const methodFor = {
  confirmed: 'REQUEST',
  rescheduled: 'REQUEST',
  reassigned: 'REQUEST',
  cancelled: 'CANCEL',
  reopened: 'REQUEST',
  corrected: 'REQUEST',
  guests: 'REQUEST',
} as const

function timeBefore(booking: MadeBooking, zone: string, { previousStart = booking.startsAt }: About) {
  const length = booking.endsAt.getTime() - booking.startsAt.getTime()
  return meetingTime({ startsAt: previousStart, endsAt: new Date(previousStart.getTime() + length) }, zone)
}

/** Ends the keys of letters to hosts and guests who are part of it no more. */
const toPrevious = ':previous'

/** The sequence rises with every change, so each change is announced once to each. */
function onlyOnce(booking: MadeBooking, what: Announcement, reader: 'visitor' | 'host' | 'previous') {
  return {
    dedupeKey: `booking:${booking.id}:${booking.sequence}:${what}:${reader}`,
    bookingId: booking.id,
    leadId: booking.leadId,
  }
}

/**
 * Whether a letter still says what is so. One that waited while the booking changed again is overtaken: the letter of
 * that later change says all there is to say, except to a host or a guest who was part of it before. A reminder is due
 * only while the booking stands, and a letter after the meeting only while it says what staff say. True for letters that are not about a booking.
 */
export async function isBookingLetterDue(letter: {
  kind: string
  bookingId: string | null
  dedupeKey: string
}): Promise<boolean> {
  const sequence = /^booking:[^:]+:(\d+):/.exec(letter.dedupeKey)?.[1]
  if (!letter.bookingId || sequence === undefined || letter.dedupeKey.endsWith(toPrevious)) return true
  const booking = await db.booking.findUnique({
    where: { id: letter.bookingId },
    select: { sequence: true, status: true, type: { select: { followUp: true } } },
  })
  if (booking?.sequence !== Number(sequence)) return false
  if (isReminder(letter)) return booking.status === 'confirmed'
  return isFollowUpDue(letter, booking)
}

/** The meeting as a file to download; that of a cancelled one takes it off the calendar again. */
export function invitationFile(booking: MadeBooking, { now }: { now: Date }): string {
  return visitorInvitation(booking, booking.status === 'cancelled' ? 'CANCEL' : 'PUBLISH', now)
}
