/**
 * What it costs to list a host's free times, beside the obvious way: a luxon date for every step of the grid and a look
 * at every booking. The ratio is what survives a slower machine.
 */
import { DateTime } from 'luxon'
import type { HostRules, WeeklyRange } from './availability.ts'
import { slotsOf, type Busy, type MeetingRules } from './slots.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import type { EpochMs, LocalTime, TimeZone } from '#app/time/types.ts'

const minute = 60_000
const day = 1440 * minute
const now = Date.parse('2026-10-01T06:00Z')

const meeting: MeetingRules = {
  minutes: 30,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 240,
  window: { kind: 'days', days: 90 },
}

export default async function bench(print: (line: string) => void): Promise<void> {
  const kolkata = firstCalendar('Asia/Kolkata')
  const newYork = firstCalendar('America/New_York')
  const [few, many] = [bookings(200), bookings(500)]
  const hosts = Array.from({ length: 50 }, (_, i) => firstCalendar(zones[i % zones.length] ?? 'UTC'))

  const list = (host: HostRules, busy: Busy, days: number) =>
    slotsOf(host, meeting, busy, { from: now, until: now + (days - 1) * day, now }).length

  const cold = once(() => list(kolkata, few, 90))
  const one = median(2000, () => list(kolkata, few, 90))
  const summer = median(2000, () => list(newYork, few, 90))
  const busier = median(2000, () => list(newYork, many, 90))
  const doubled = [500, 1000, 2000, 4000].map((count) => {
    const busy = bookings(count)
    return { count, ms: median(500, () => list(newYork, busy, 90)) }
  })
  const all = median(200, () => hosts.reduce((sum, host) => sum + list(host, few, 60), 0))
  const naive = median(5, () => naiveSlots(kolkata, few, 90))

  print(`slots: 1 host, 90 days, 30-minute grid, median in ms (first call ${cold.toFixed(2)})`)
  print(`  200 bookings, Asia/Kolkata       ${one.toFixed(3)}`)
  print(`  200 bookings, America/New_York   ${summer.toFixed(3)}`)
  print(`  500 bookings, America/New_York   ${busier.toFixed(3)}`)
  print(`  50 hosts x 60 days x 200         ${all.toFixed(3)}`)
  print(
    `  growth, by bookings              ${doubled.map(({ count, ms }) => `${count}: ${ms.toFixed(3)}`).join('  ')}`,
  )
  print(`  luxon for every step, 200        ${naive.toFixed(1)}  (${Math.round(naive / one)} times as long)`)

  const [ours, theirs] = [list(kolkata, few, 90), naiveSlots(kolkata, few, 90)]
  if (ours !== theirs) throw new Error(`Both ways must offer the same: ${ours} and ${theirs}`)
}

const zones = ['Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'Europe/Kyiv']

function firstCalendar(zone: string): HostRules {
  const weekdays: Weekday[] = [1, 2, 3, 4, 5]
  const weeklyHours: WeeklyRange[] = weekdays.map((weekday) => ({
    weekday,
    from: '11:00' as LocalTime,
    until: '20:00' as LocalTime,
  }))
  return {
    timeZone: zone as TimeZone,
    weeklyHours,
    travel: [],
    overrides: [],
    daysOff: [],
    closures: [],
    holidays: [],
  }
}

/** Half-hour meetings spread over the ninety days in no order, as a table without ORDER BY returns them. */
function bookings(count: number): Busy {
  const blocked = Array.from({ length: count }, (_, i) => {
    const from = now + ((i * 7919) % (90 * 48)) * 30 * minute
    return { from, until: from + 30 * minute }
  })
  return { blocked, external: [] }
}

function naiveSlots(host: HostRules, busy: Busy, days: number): number {
  let free = 0
  for (let start: EpochMs = now + 240 * minute; start < now + (days - 1) * day; start += 30 * minute) {
    const from = DateTime.fromMillis(start, { zone: host.timeZone })
    const until = from.plus({ minutes: 30 })
    const hours = host.weeklyHours.find(({ weekday }) => weekday === from.weekday)
    if (!hours || from.toFormat('HH:mm') < hours.from) continue
    if (until.toFormat('HH:mm') > hours.until || !until.hasSame(from, 'day')) continue
    if (!busy.blocked.some((taken) => taken.from < until.toMillis() && taken.until > start)) free++
  }
  return free
}

function once(work: () => number): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function median(runs: number, work: () => number): number {
  Array.from({ length: Math.min(runs, 100) }, () => work())
  const times = Array.from({ length: runs }, () => once(work)).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? 0
}
