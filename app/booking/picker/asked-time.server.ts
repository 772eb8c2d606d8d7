import { refusalWords } from '#app/booking/booking.ts'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { nearestSlots, whyNobody } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { spanOfAlternatives } from './alternatives.server.ts'
import {
  describeChosen,
  describeFreeTime,
  type ChosenWords,
  type Face,
  type FreeTime,
} from './chosen-time.ts'
import { readSlot } from './read-slot.ts'

/** Said above the calendar in place of a form that could only be refused. `words`: what was asked for, if it is a time. */
export type Unavailable = { words: string | null; why: string; nearby: FreeTime[] }

/** What the `slot` of an address comes to. */
export type AskedTime =
  { kind: 'none' } | { kind: 'free'; chosen: ChosenWords } | { kind: 'unavailable'; unavailable: Unavailable }

type Asked = Face & {
  slot: string | undefined
  typeSlug: string
  hostSlug?: string | undefined
  /** A booking that is being moved: it does not stand in its own way. */
  except?: string
  /** The visitor whose own reservation does not stand in their way: the hash of their token. */
  reservedBy?: string | undefined
}

/** Whether the time that an address names can be booked now, by the same rules as booking it, and what to say if not. */
export async function askForTime(asked: Asked, now: Date): Promise<AskedTime> {
  if (!asked.slot) return { kind: 'none' }
  const start = readSlot(asked.slot)
  if (!start) return { kind: 'unavailable', unavailable: noTimeAtAll }

  const chosen = describeChosen(start, asked, now)
  const when = { start: start.getTime(), now: now.getTime() }
  // Wide enough for the times instead, so that a refused one is not asked about twice.
  const calendar = await loadCalendar(db, { ...asked, span: spanOfAlternatives(when) })
  const reason = calendar && whyNobody(calendar, when)
  if (!calendar || !reason) return { kind: 'free', chosen }
  return {
    kind: 'unavailable',
    unavailable: {
      words: `${chosen.date}, ${chosen.time}`,
      why: reason === 'taken' ? 'Somebody else has it.' : refusalWords[reason],
      nearby: nearestSlots(calendar, when).map(({ startsAt }) => describeFreeTime(startsAt, asked, now)),
    },
  }
}

const noTimeAtAll: Unavailable = {
  words: null,
  why: 'The link that you followed names no time. Choose one from the calendar.',
  nearby: [],
}
