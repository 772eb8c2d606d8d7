import { milliseconds } from 'date-fns'

/** How many letters one address may be sent, so that a form cannot be used to flood a stranger's mailbox. */
export const lettersAnHour = 3
export const lettersADay = 10

const hour = milliseconds({ hours: 1 })
const day = milliseconds({ days: 1 })

/** The first moment from `wanted` on at which another letter keeps to `lettersAnHour`, given when the others go out. */
export function firstFreeMoment(planned: readonly Date[], wanted: Date): Date {
  const times = planned.map(Number).toSorted((a, b) => a - b)
  let at = wanted.getTime()
  for (;;) {
    const inTheHourBefore = times.filter((time) => time > at - hour && time <= at)
    const oldestThatCounts = inTheHourBefore.at(-lettersAnHour)
    if (oldestThatCounts === undefined) return new Date(at)
    at = oldestThatCounts + hour
  }
}

/** Whether the day that ends at `at` has `lettersADay` already, given when the others go out. */
export function isOverTheDay(planned: readonly Date[], at: Date): boolean {
  const inTheDayBefore = planned.filter((time) => Number(time) > Number(at) - day && time <= at)
  return inTheDayBefore.length >= lettersADay
}
