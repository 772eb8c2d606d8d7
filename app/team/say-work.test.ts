import { expect, test } from 'vitest'
import { sayWork } from './say-work.ts'

test('what somebody leaves behind is said in one sentence, without what is none', () => {
  expect(sayWork({ leads: 1200, tasks: 1, bookings: 2 })).toBe(
    '1,200 open leads, 1 open task and 2 coming consultations',
  )
  expect(sayWork({ leads: 0, tasks: 2, bookings: 1 })).toBe('2 open tasks and 1 coming consultation')
  expect(sayWork({ leads: 1, tasks: 0, bookings: 0 })).toBe('1 open lead')
  expect(sayWork({ leads: 0, tasks: 0, bookings: 0 })).toBe('')
})
