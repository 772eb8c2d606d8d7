import { expect, test } from 'vitest'
import type { CalendarDate } from '#app/time/types.ts'
import { sayDays, whyNotDays } from './days.ts'

const days = (from: string, until = from) => ({ from: from as CalendarDate, until: until as CalendarDate })
const today = '2026-11-30' as CalendarDate

test.each([
  [days('2026-12-01'), 'Tue 1 Dec'],
  [days('2026-12-01', '2026-12-04'), 'Tue 1 – Fri 4 Dec'],
  [days('2026-11-30', '2026-12-04'), 'Mon 30 Nov – Fri 4 Dec'],
  [days('2026-12-28', '2027-01-03'), 'Mon 28 Dec – Sun 3 Jan 2027'],
])('%j is said %s', (range, words) => {
  expect(sayDays(range)).toBe(words)
})

test.each([
  [days('2026-11-30'), null],
  [days('2026-11-02', '2026-12-01'), null],
  [days('2026-12-02', '2026-12-01'), 'The last day lies before the first one.'],
  [days('2026-11-28', '2026-11-29'), 'This is over already. Choose a day from today on.'],
  [days('2032-01-01'), 'Choose a day within the next five years.'],
  [days('2026-12-01', '2029-01-01'), 'Two years at a time are the most.'],
])('%j: %s', (range, message) => {
  expect(whyNotDays(range, today)?.message ?? null).toBe(message)
})
