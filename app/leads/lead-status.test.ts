import { expect, test } from 'vitest'
import { nextStatuses, whyNotChange } from './lead-status.ts'

const change = { from: 'qualified', to: 'proposed', note: '', mayReopen: false } as const

test('an open lead moves forward and back without a word', () => {
  expect(whyNotChange(change)).toBeNull()
  expect(whyNotChange({ ...change, from: 'interviewing', to: 'qualified' })).toBeNull()
})

test('a lead is lost for a reason', () => {
  expect(whyNotChange({ ...change, to: 'lost' })).toBe('needs-lost-reason')
  expect(whyNotChange({ ...change, to: 'lost', lostReason: 'budget' })).toBeNull()
})

test('a lead lost for another reason says which', () => {
  expect(whyNotChange({ ...change, to: 'lost', lostReason: 'other' })).toBe('needs-lost-note')
  expect(whyNotChange({ ...change, to: 'lost', lostReason: 'other', note: 'Company was sold' })).toBeNull()
})

test('a new lead becomes contacted by an event, not by saying so', () => {
  expect(whyNotChange({ ...change, from: 'new', to: 'contacted' })).toBe('needs-event')
  expect(nextStatuses('new')).not.toContain('contacted')
  expect(nextStatuses('qualified')).toContain('contacted')
})

test('a closed lead is opened again by a manager who says why', () => {
  const reopening = { ...change, from: 'won', to: 'qualified' } as const

  expect(whyNotChange(reopening)).toBe('may-not-reopen')
  expect(whyNotChange({ ...reopening, mayReopen: true })).toBe('needs-reopen-note')
  expect(whyNotChange({ ...reopening, mayReopen: true, note: 'They came back' })).toBeNull()
})

test('a change to the same status is none', () => {
  expect(whyNotChange({ ...change, to: 'qualified' })).toBe('same-status')
})
