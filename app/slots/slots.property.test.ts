/**
 * Random calendars near clock changes, each answer held against a second opinion that reads the wall clock from luxon, a
 * quarter of an hour at a time, and shares no code with the product.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondOpinion } from './slots.oracle.fixture.ts'
import { situations, type Situation } from './slots.situations.fixture.ts'
import { slotsOf, whyNot } from './slots.ts'

const minute = 60_000
const twoDays = 2880 * minute

test('what is offered is what the wall clock allows, and what is offered is accepted, nothing else', () => {
  const met = { fold: 0, gap: 0, midnight: 0, offered: 0 }
  const reasonsMet = new Set<string>()

  fc.assert(
    fc.property(situations(), (situation) => {
      const { host, meeting, busy, now, from } = situation
      const starts = Array.from({ length: 576 }, (_, i) => from + i * 5 * minute)
      const opinions = starts.map(secondOpinion(host, meeting, busy, now))
      const allowed = starts.filter((_, i) => opinions[i] === null)

      const offered = slotsOf(host, meeting, busy, { from, until: from + twoDays, now })
      const reasons = starts.map((start) => whyNot(host, meeting, busy, { start, now }))

      expect(offered.map(({ startsAt }) => startsAt)).toEqual(allowed)
      expect(reasons).toEqual(opinions)
      countChange(situation, allowed, met)
      met.offered += allowed.length
      for (const reason of reasons) if (reason !== null) reasonsMet.add(reason)
    }),
    { numRuns: 200 },
  )

  // A run that met no clock change with times on offer beside it would have shown nothing.
  expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([])
  expect([...reasonsMet].sort()).toEqual(['closed', 'grid', 'hours', 'notice', 'past', 'taken', 'window'])
}, 30_000)

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

/** A change counts when a start is on offer within an hour of it: then its neighbourhood really is open. */
function countChange(
  { change }: Situation,
  allowed: readonly number[],
  met: { fold: number; gap: number; midnight: number },
) {
  if (!change || !allowed.some((start) => Math.abs(start - change.at) <= 60 * minute)) return
  met[change.kind]++
  if (change.atMidnight) met.midnight++
}
