import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateIn } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval, TimeZone } from '#app/time/types.ts'
import { clockChangesOf, dayOf, explainDay, type DayEntry, type ExplainedStart } from './explain-day.ts'
import { between, busy, date, days, everyDay, host, inUtc, meeting, ranges, utc } from './rules.fixture.ts'
import { situations } from './slots.situations.fixture.ts'
import { slotsOf } from './slots.ts'

const tuesday = date('2026-12-01')
const now = utc('2026-11-30T00:00')

test('what it calls offered is what the engine offers, and everything else has a reason', () => {
  const met = { offered: 0, taken: 0, stretches: 0 }

  fc.assert(
    fc.property(situations(), (situation) => {
      const { host: rules, meeting: kind, busy: taken, now: at, from } = situation
      const asked = { date: dateIn(from, rules.timeZone), now: at }
      const day = dayOf(rules, asked.date)

      const entries = explainDay({ host: rules, meeting: kind, busy: taken }, holdersOf(taken), asked)
      const offered = startsIn(entries).filter(({ reason }) => reason === null)
      const engine = slotsOf(rules, kind, taken, { from: day.from, until: day.until, now: at })

      expect(offered.map(({ from: start }) => start)).toEqual(engine.map(({ startsAt }) => startsAt))
      for (const { reason, takenBy } of startsIn(entries)) expect(takenBy.length > 0).toBe(reason === 'taken')
      met.offered += offered.length
      met.taken += startsIn(entries).filter(({ reason }) => reason === 'taken').length
      met.stretches += entries.length - startsIn(entries).length
    }),
    { numRuns: 300 },
  )

  expect(Object.values(met).every((count) => count > 0)).toBe(true)
}, 30_000)

test('no start lies in a stretch in which nobody is there, and no stretch leaves the day', () => {
  fc.assert(
    fc.property(situations(), ({ host: rules, meeting: kind, busy: taken, now: at, from }) => {
      const asked = { date: dateIn(from, rules.timeZone), now: at }
      const day = dayOf(rules, asked.date)
      const entries = explainDay({ host: rules, meeting: kind, busy: taken }, [], asked)
      const gaps = entries.filter((entry) => entry.kind === 'hours' || entry.kind === 'closed')

      for (const { from: start } of startsIn(entries))
        expect(gaps.some((gap) => holds(gap, start))).toBe(false)
      for (const gap of gaps) expect(gap.from >= day.from && gap.until <= day.until).toBe(true)
    }),
    { numRuns: 200 },
  )
}, 30_000)

describe('a working day', () => {
  const office = host('UTC', everyDay('09:00-12:00'))

  test('is told from midnight to midnight', () => {
    expect(told(explain({ host: office }))).toEqual([
      '00:00 hours by schedule until 09:00',
      '09:00 offered',
      '09:30 offered',
      '10:00 offered',
      '10:30 offered',
      '11:00 offered',
      '11:30 offered',
      '12:00 hours by schedule until 00:00',
    ])
  })

  test('names who has a time, and tells a buffer from the meeting itself', () => {
    const [blocked, itself] = [
      between('2026-12-01T09:30', '2026-12-01T10:30'),
      between('2026-12-01T10:00', '2026-12-01T10:30'),
    ]

    const entries = explainDay(
      { host: office, meeting: meeting(), busy: busy({ blocked: [blocked] }) },
      [{ name: 'Ann', blocked, itself }],
      { date: tuesday, now },
    )

    expect(startsIn(entries).flatMap(({ from, takenBy }) => takenBy.map((by) => [clock(from), by]))).toEqual([
      ['09:30', { name: 'Ann', isBuffer: true }],
      ['10:00', { name: 'Ann', isBuffer: false }],
    ])
  })

  test('says which limit is full', () => {
    const limits = [
      { per: 'day' as const, most: 1, starts: [utc('2026-12-01T09:00')] },
      { per: 'week' as const, most: 9, starts: [utc('2026-12-01T09:00')] },
    ]

    const [first] = startsIn(explain({ host: office, busy: busy({ limits }) }))

    expect(first).toMatchObject({ reason: 'limit', limits: [limits[0]] })
  })

  test('says when the hours end before the meeting would', () => {
    const last = startsIn(explain({ host: office, meeting: meeting({ minutes: 60 }) })).at(-1)

    expect(last).toMatchObject({
      from: utc('2026-12-01T11:30'),
      reason: 'hours',
      hoursEnd: utc('2026-12-01T12:00'),
    })
  })
})

describe('a day that is shut is one stretch, by what beats the others', () => {
  const closed = { closures: [days('2026-12-01')] }
  const off = { daysOff: [days('2026-11-30', '2026-12-02')] }
  const holiday = { holidays: [tuesday] }
  const emptied = { overrides: [{ date: tuesday, ranges: [] }] }

  test.each([
    ['closure', { ...closed, ...off, ...holiday }],
    ['day-off', { ...off, ...holiday }],
    ['override', { ...emptied, ...holiday }],
    ['holiday', holiday],
  ])('%s', (by, rest) => {
    expect(told(explain({ host: host('UTC', everyDay('09:00-12:00'), rest) }))).toEqual([
      `00:00 closed by ${by} until 00:00`,
    ])
  })

  test('an override with hours is named as the reason for the rest of the day', () => {
    const rules = host('UTC', everyDay('09:00-12:00'), {
      overrides: [{ date: tuesday, ranges: ranges('10:00-10:30') }],
    })

    expect(told(explain({ host: rules }))).toEqual([
      '00:00 hours by override until 10:00',
      '10:00 offered',
      '10:30 hours by override until 00:00',
    ])
  })
})

describe('clock changes', () => {
  const berlin = (text: string) => ({ ...host('Europe/Berlin', everyDay(text as '00:00-24:00')) })

  test('a skipped hour is said not to exist, and a repeated one is told twice', () => {
    const spring = explain({ host: berlin('01:00-04:00'), date: date('2026-03-29'), now: 0 })
    const autumn = explain({ host: berlin('01:00-04:00'), date: date('2026-10-25'), now: 0 })

    expect(spring.filter(({ kind }) => kind === 'skipped')).toMatchObject([
      { wall: { from: '02:00', until: '03:00' }, from: utc('2026-03-29T01:00') },
    ])
    expect(startsIn(spring)).toHaveLength(4)
    expect(startsIn(autumn)).toHaveLength(8)
  })

  test.each([
    ['Europe/Berlin', '2026-10-25', 'repeated', '02:00', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', 'skipped', '02:00', '02:30'],
    ['Asia/Beirut', '2026-03-29', 'skipped', '00:00', '01:00'],
    ['America/Havana', '2026-11-01', 'repeated', '00:00', '01:00'],
  ])('%s on %s: %s %s to %s', (zone, day, kind, from, until) => {
    const changes = clockChangesOf(dayOf(host(zone, []), date(day)))

    expect(changes).toMatchObject([{ kind, wall: { from, until } }])
  })

  test('a journey’s day is that of the place', () => {
    const travel = [{ ...days('2026-12-01'), timeZone: 'Asia/Tokyo' as TimeZone }]

    expect(inUtc(dayOf(host('UTC', [], { travel }), tuesday).from)).toBe('2026-11-30T15:00')
  })
})

function explain(about: {
  host: ReturnType<typeof host>
  meeting?: ReturnType<typeof meeting>
  busy?: ReturnType<typeof busy>
  date?: CalendarDate
  now?: EpochMs
}) {
  return explainDay(
    { host: about.host, meeting: about.meeting ?? meeting(), busy: about.busy ?? busy() },
    [],
    { date: about.date ?? tuesday, now: about.now ?? now },
  )
}

function holdersOf({ blocked, external }: { blocked: readonly Interval[]; external: readonly Interval[] }) {
  return [...blocked, ...external].map((interval) => ({ name: 'it', blocked: interval, itself: interval }))
}

function startsIn<Name>(entries: readonly DayEntry<Name>[]): ExplainedStart<Name>[] {
  return entries.filter((entry) => entry.kind === 'start')
}

function holds({ from, until }: Interval, at: EpochMs): boolean {
  return from <= at && at < until
}

function told(entries: readonly DayEntry<unknown>[]): string[] {
  return entries.map((entry) => {
    if (entry.kind === 'start') return `${clock(entry.from)} ${entry.reason ?? 'offered'}`
    const by = entry.kind === 'skipped' ? 'clocks' : entry.by
    return `${clock(entry.from)} ${entry.kind} by ${by} until ${clock(entry.until)}`
  })
}

function clock(at: EpochMs): string {
  return inUtc(at).slice(11)
}
