import { expect, test } from 'vitest'
import { sayNext, stagesOf, type Progress } from './stages.ts'

const fresh: Progress = { status: 'new', isTouched: false, nextCall: null, hadCall: false }

test('a request that nobody has looked at is received, and being read is next', () => {
  expect(said(fresh)).toEqual(['Received done', 'Read now', 'Matched ahead', 'Call ahead', 'Proposal ahead'])
  expect(sayNext(fresh, 'Tuesday')).toBe('A consultant answers you by Tuesday.')
})

test('a note by staff is reading; a call is done when it took place, not when it is booked', () => {
  expect(said({ ...fresh, isTouched: true })[1]).toBe('Read done')
  expect(said({ ...fresh, nextCall: 'Monday, 10:00' })[3]).toBe('Call ahead')
  expect(said({ ...fresh, hadCall: true })[3]).toBe('Call done')
  expect(sayNext({ ...fresh, nextCall: 'Monday, 10:00' }, null)).toBe('We talk: Monday, 10:00.')
})

test('a proposal without a call does not claim one', () => {
  expect(said({ ...fresh, status: 'proposed' })).toEqual([
    'Received done',
    'Read done',
    'Matched done',
    'Call now',
    'Proposal done',
  ])
})

test('of a closed request nothing is next', () => {
  expect(said({ ...fresh, status: 'lost' }).slice(0, 2)).toEqual(['Received done', 'Read left'])
  expect(sayNext({ ...fresh, status: 'lost' }, 'Tuesday')).toBe('This request is closed.')
  expect(sayNext({ ...fresh, status: 'lost', nextCall: 'Monday, 10:00' }, null)).toContain('stands until')
})

function said(progress: Progress): string[] {
  return stagesOf(progress).map(({ name, state }) => `${name} ${state}`)
}
