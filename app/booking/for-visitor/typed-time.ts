/** A date and a time that staff typed in, read on the clock that they meant. */
import { isCalendarDate } from '#app/time/calendar-dates.ts'
import { instantsAt } from '#app/time/instants.ts'
import { sayClearTime, sayZone } from '#app/time/say.ts'
import type { EpochMs, LocalTime, TimeZone } from '#app/time/types.ts'

export type TypedTime =
  | { kind: 'none' }
  | { kind: 'wrong'; field: 'on' | 'at'; message: string }
  | { kind: 'one'; at: EpochMs }
  /** The clock reads so twice on that day. */
  | { kind: 'two'; choices: { at: EpochMs; words: string }[] }

export function readTypedTime(typed: { on: string; at: string; zone: TimeZone }): TypedTime {
  const { on, at, zone } = typed
  if (!on && !at) return { kind: 'none' }
  if (!isCalendarDate(on)) return { kind: 'wrong', field: 'on', message: 'Enter a date.' }
  if (!isLocalTime(at)) return { kind: 'wrong', field: 'at', message: 'Enter a time such as 07:30.' }

  const [first, second] = instantsAt(on, at, zone)
  if (first === undefined) {
    const message = `The clocks of ${sayZone(zone, new Date(on))} skip ${at} on that day. Enter another time.`
    return { kind: 'wrong', field: 'at', message }
  }
  if (second === undefined) return { kind: 'one', at: first }
  const choices = [first, second].map((moment) => ({ at: moment, words: sayClearTime(moment, zone) }))
  return { kind: 'two', choices }
}

function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
