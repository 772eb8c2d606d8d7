/** Parts of a booking's page in words. */
import { letterName } from '#app/mail/letter-state.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { sayClearTime, sayDate, sayMoment, sayOffset, sayShortDate, sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'

type Meeting = { startsAt: Date; endsAt: Date }
type Clock = { whose: string; timeZone: TimeZone }

/** A meeting on one clock: `{ date: 'Tuesday 1 December', time: '10:30 to 11:00', zone: 'Berlin time, UTC+1' }`. */
export function onClock({ startsAt, endsAt }: Meeting, timeZone: TimeZone, now: Date) {
  const zone = sayZone(timeZone, startsAt)
  return {
    date: sayDate(startsAt, timeZone, now),
    time: `${sayClearTime(startsAt, timeZone)} to ${sayClearTime(endsAt, timeZone)}`,
    zone: zone.startsWith('UTC') ? zone : `${zone}, ${sayOffset(timeZone, startsAt)}`,
  }
}

/** The other people's clocks, without those that show the same as the viewer's own. */
export function otherClocks(meeting: Meeting, own: TimeZone, clocks: readonly Clock[], now: Date) {
  const mine = onClock(meeting, own, now)
  return clocks.map(({ whose, timeZone }) => {
    const theirs = onClock(meeting, timeZone, now)
    const isSame = theirs.zone === mine.zone
    const date = theirs.date === mine.date ? '' : `${theirs.date}, `
    return { term: whose, value: isSame ? 'The same as yours' : `${date}${theirs.time} (${theirs.zone})` }
  })
}

type StoredLetter = {
  id: string
  kind: string
  to: string
  state: LetterState
  dedupeKey: string
  notAfter: Date | null
  createdAt: Date
  sentAt: Date | null
  runAt: Date
}

export type LetterLine = {
  id: string
  name: string
  to: string
  state: LetterState
  when: string
  maySendAgain: boolean
}

/** The letters about a booking. Only one that still says what is so can be sent again. */
export function describeLetters(
  letters: readonly StoredLetter[],
  booking: { id: string; sequence: number },
  { timeZone, now }: { timeZone: TimeZone; now: Date },
): LetterLine[] {
  const saysWhatIsSo = `booking:${booking.id}:${booking.sequence}:`
  return letters.map(({ id, kind, to, state, dedupeKey, notAfter, ...letter }) => ({
    ...{ id, to, state },
    name: letterName(kind),
    when: sayWhen(letter, state, timeZone, now),
    maySendAgain:
      dedupeKey.startsWith(saysWhatIsSo) &&
      ['sent', 'bounced', 'dead', 'skipped'].includes(state) &&
      (notAfter === null || notAfter > now),
  }))
}

function sayWhen(
  { createdAt, sentAt, runAt }: Pick<StoredLetter, 'createdAt' | 'sentAt' | 'runAt'>,
  state: LetterState,
  timeZone: TimeZone,
  now: Date,
): string {
  const say = (moment: Date) => `${sayShortDate(moment, timeZone, now)}, ${sayClearTime(moment, timeZone)}`
  if (sentAt) return `sent ${say(sentAt)}`
  const isPlanned = (state === 'queued' || state === 'retry') && runAt > now
  return isPlanned ? `goes out ${say(runAt)}` : `written ${say(createdAt)}`
}

/** `'Sunday 22 November 2026, 22:40 (Kolkata time), by Asha Rao'`. */
export function sayBooked(createdAt: Date, by: string | null, timeZone: TimeZone): string {
  return `${sayMoment(createdAt, timeZone)}${by ? `, by ${by}` : ''}`
}
