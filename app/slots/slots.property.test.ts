/**
 * Random calendars near clock changes and on journeys, each answer held against a second opinion that reads the wall clock
 * from luxon, a quarter of an hour at a time, and shares no code with the product.
 */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { offset, placeOf, secondOpinion } from './slots.oracle.fixture.ts'
import { changes, situations, situationsNear, type Situation } from './slots.situations.fixture.ts'
import { isBookable, slotsOf, whyNot } from './slots.ts'

const minute = 60_000
const hour = 60 * minute
const twoDays = 48 * hour

const ownZone = process.env.TZ
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

test('what is offered is what the wall clock allows and what is accepted, anywhere and around every clock change', async () => {
  const met = newTally()

  fc.assert(
    fc.property(situations(), (situation) => compare(situation, met)),
    { numRuns: 100 },
  )
  for (const change of changes) {
    fc.assert(
      fc.property(situationsNear(change), (situation) => compare(situation, met)),
      { numRuns: 2 },
    )
    // The runner must be able to speak in between.
    await nextTurn()
  }

  // One tally of all: the rarest kind is met some ten times on average, so that none is missed by chance.
  console.log(`note: of ${changes.length} clock changes of 2026 to 2028 met on offer: ${said(met)}`)
  expect(kindsNotMet(met)).toEqual([])
  expect([...met.reasons].sort()).toEqual([
    'closed',
    'grid',
    'hours',
    'limit',
    'notice',
    'past',
    'taken',
    'window',
  ])
}, 120_000)

test('the same questions get the same answers on servers in three zones', () => {
  const digests = ['UTC', 'America/New_York', 'Australia/Sydney'].map((serverZone) => {
    process.env.TZ = serverZone
    return { serverZone, offsetInJuly: new Date('2026-07-01').getTimezoneOffset(), digest: digestOfOffers() }
  })

  expect(digests.map(({ offsetInJuly }) => offsetInJuly)).toEqual([0, 240, -600])
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(1)
})

test('a start between two minutes is never bookable', () => {
  fc.assert(
    fc.property(situations(), fc.integer({ min: 1, max: 5 * minute - 1 }), (situation, off) => {
      const { host, meeting, busy, from, now } = situation
      const start = from + 60 * minute + off

      expect(whyNot(host, meeting, busy, { start, now })).not.toBeNull()
      expect(slotsOf(host, meeting, busy, { from: start, until: start + 1, now })).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('asking for a time in pieces gives the same starts as asking for it whole', () => {
  fc.assert(
    fc.property(situations(), fc.integer({ min: 0, max: twoDays }), (situation, cut) => {
      const { host, meeting, busy, from, now } = situation
      const [middle, until] = [from + cut, from + twoDays]

      const whole = slotsOf(host, meeting, busy, { from, until, now })
      const first = slotsOf(host, meeting, busy, { from, until: middle, now })
      const second = slotsOf(host, meeting, busy, { from: middle, until, now })

      expect([...first, ...second]).toEqual(whole)
    }),
    { numRuns: 200 },
  )
})

function newTally() {
  return {
    folds: 0,
    gaps: 0,
    midnightChanges: 0,
    journeysWest: 0,
    journeysEast: 0,
    journeysThatTouch: 0,
    starts: 0,
    full: { day: 0, week: 0, month: 0, year: 0, byMinutes: 0 },
    reasons: new Set<string>(),
  }
}
type Tally = ReturnType<typeof newTally>

function compare(situation: Situation, met: Tally): void {
  const { host, meeting, busy, now, from } = situation
  const starts = Array.from({ length: twoDays / (5 * minute) }, (_, i) => from + i * 5 * minute)
  const opinions = starts.map(secondOpinion(host, meeting, busy, now))
  const allowed = starts.filter((_, i) => opinions[i] === null)
  // One in five is enough to be asked one by one: what is offered is asked anyway.
  const asked = starts.filter((_, i) => i % 5 === 0)

  const offered = slotsOf(host, meeting, busy, { from, until: from + twoDays, now })
  const accepted = offered.filter(({ startsAt }) => isBookable(host, meeting, busy, { start: startsAt, now }))
  const reasons = asked.map((start) => whyNot(host, meeting, busy, { start, now }))

  expect(offered.map(({ startsAt }) => startsAt)).toEqual(allowed)
  expect(accepted).toEqual(offered)
  expect(reasons).toEqual(opinions.filter((_, i) => i % 5 === 0))
  count(situation, allowed, met)
  countFull(busy, opinions, met)
  for (const reason of opinions) if (reason !== null) met.reasons.add(reason)
}

/**
 * A clock change or a change of place counts when a start is on offer close to it: then its neighbourhood really is open
 * and the host's clock really makes it.
 */
function count({ host, change, from }: Situation, allowed: readonly number[], met: Tally): void {
  const isNear = (at: number) => allowed.some((start) => Math.abs(start - at) <= hour)
  met.starts += allowed.length

  if (change && isNear(change.at) && placeOf(host, change.at).timeZone === change.zone) {
    met[change.kind === 'fold' ? 'folds' : 'gaps']++
    if (change.atMidnight) met.midnightChanges++
  }
  for (let at = from; at < from + twoDays; at += 15 * minute) {
    const [before, after] = [placeOf(host, at - 15 * minute), placeOf(host, at)]
    if (before === after || !isNear(at)) continue
    const turned = offset(at, after.timeZone) - offset(at, before.timeZone)
    if (turned !== 0) met[turned < 0 ? 'journeysWest' : 'journeysEast']++
    if (before !== host && after !== host) met.journeysThatTouch++
  }
}

/** Of a situation with one limit it is known which limit it was. */
function countFull(
  { limits = [] }: Situation['busy'],
  opinions: readonly (string | null)[],
  met: Tally,
): void {
  const [limit, ...others] = limits
  if (!limit || others.length > 0 || !opinions.includes('limit')) return
  met.full[limit.per]++
  if (limit.minutes) met.full.byMinutes++
}

function kindsNotMet(met: Tally): string[] {
  return Object.entries({ ...met, ...met.full }).flatMap(([kind, times]) => (times === 0 ? [kind] : []))
}

function said({
  full,
  folds,
  gaps,
  midnightChanges,
  journeysWest,
  journeysEast,
  journeysThatTouch,
}: Tally): string {
  return (
    `${folds} folds, ${gaps} gaps, ${midnightChanges} of them at midnight; ` +
    `${journeysWest} turns of the clock westward, ${journeysEast} eastward, ${journeysThatTouch} from journey to journey; ` +
    `full ${full.day} days, ${full.week} weeks, ${full.month} months, ${full.year} years, ${full.byMinutes} of them by minutes`
  )
}

/** Of some hundred situations that are the same on every run. */
function digestOfOffers(): string {
  const same = fc.sample(situations(), { numRuns: 150, seed: 2026 })
  const offers = same.map(({ host, meeting, busy, from, now }) =>
    slotsOf(host, meeting, busy, { from, until: from + twoDays, now }),
  )
  expect(offers.flat().length).toBeGreaterThan(1000)
  return createHash('sha256').update(JSON.stringify(offers)).digest('hex')
}
