import { expect, test } from 'vitest'
import { isStale, staleBefore } from './stale.ts'

/** A Monday, 15:30 in Kolkata. */
const monday = new Date('2026-11-30T10:00:00Z')

test('a new lead is stale after one working day, and the weekend is none', () => {
  expect(staleBefore('new', monday)).toEqual(new Date('2026-11-27T10:00:00Z'))
})

test('a lead with profiles sent may lie for seven working days', () => {
  expect(staleBefore('proposed', monday)).toEqual(new Date('2026-11-19T10:00:00Z'))
})

test('what counts is the last thing that happened, and closed leads are never stale', () => {
  const old = new Date('2026-11-02T10:00:00Z')

  expect(isStale({ status: 'qualified', lastActivityAt: old }, monday)).toBe(true)
  expect(isStale({ status: 'qualified', lastActivityAt: monday }, monday)).toBe(false)
  expect(isStale({ status: 'won', lastActivityAt: old }, monday)).toBe(false)
})
