import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { whatWaits } from './next-action.ts'

const berlin = 'Europe/Berlin' as TimeZone
/** A Tuesday, 11:00 in Berlin. */
const now = new Date('2026-11-24T10:00:00Z')
const lead = {
  status: 'new' as const,
  responseDueAt: new Date('2026-11-24T13:00:00Z'),
  firstResponseAt: null,
  nextAction: '',
  nextActionAt: null,
}
const answered = { ...lead, status: 'contacted' as const, firstResponseAt: now }

test('an answer that is owed comes before everything else', () => {
  expect(whatWaits(lead, berlin, now)).toEqual({ urgency: 'today', words: 'Answer', when: 'today 14:00' })
})

test('an answer that is owed since yesterday says for how long', () => {
  const late = { ...lead, responseDueAt: new Date('2026-11-23T13:00:00Z') }

  expect(whatWaits(late, berlin, now)).toMatchObject({
    urgency: 'late',
    when: 'overdue 21 h',
  })
})

test('an answer that is owed later says by when', () => {
  const friday = { ...lead, responseDueAt: new Date('2026-11-27T09:30:00Z') }

  expect(whatWaits(friday, berlin, now)).toEqual({ urgency: 'later', words: 'Answer', when: 'by Fri 10:30' })
})

test('once answered, the next action says when it is due in the zone of the reader', () => {
  const next = { ...answered, nextAction: 'Send profiles', nextActionAt: new Date('2026-11-26T23:30:00Z') }

  expect(whatWaits(next, berlin, now)).toEqual({
    urgency: 'later',
    words: 'Send profiles',
    when: 'Fri 27 Nov',
  })
})

test('an open lead for which nothing is planned says so; a closed one needs nothing', () => {
  expect(whatWaits(answered, berlin, now)).toMatchObject({ urgency: 'none', words: 'Nothing planned' })
  expect(whatWaits({ ...lead, status: 'lost' }, berlin, now)).toMatchObject({ urgency: 'closed', words: '' })
})
