import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { historyOf } from './lead-timeline.ts'

const berlin = 'Europe/Berlin' as TimeZone
const now = new Date('2026-11-25T12:00:00Z')

const submitted = {
  id: 1n,
  at: new Date('2026-11-23T22:30:00Z'),
  kind: 'submitted',
  detail: { submission: 'requirement', submissionId: 's1', title: '2 × Backend developer' },
  actor: null,
}
const called = {
  id: 2n,
  at: new Date('2026-11-23T23:30:00Z'),
  kind: 'called',
  detail: { words: 'Spoke to Dana' },
  actor: { name: 'Cora' },
}

test('a day ends at midnight in the zone of the reader, and the newest comes first', () => {
  const days = historyOf({ events: [called, submitted], notes: [], tasks: [], letters: [] }, berlin, now)

  expect(
    days.map(({ heading, entries }) => [heading, entries.map(({ time, title }) => `${time} ${title}`)]),
  ).toEqual([
    ['Tuesday 24 November', ['00:30 Call logged']],
    ['Monday 23 November', ['23:30 Requirement received: 2 × Backend developer']],
  ])
})

test('of two things at one moment the one that happened later stands above', () => {
  const status = { id: 3n, at: called.at, kind: 'status', actor: { name: 'Cora' } }
  const detail = { from: 'new', to: 'contacted', because: 'called' }

  const [day] = historyOf(
    { events: [{ ...status, detail }, called], notes: [], tasks: [], letters: [] },
    berlin,
    now,
  )

  expect(day?.entries.map(({ title, by }) => [title, by])).toEqual([
    ['New → Contacted, after a call', 'Cora'],
    ['Call logged', 'Cora'],
  ])
})

const written = new Date('2026-11-23T22:31:00Z')
const confirmation = {
  id: 'l1',
  kind: 'booking-confirmed',
  to: 'dana@acme.example',
  state: 'sent' as const,
  createdAt: written,
  runAt: written,
  sentAt: written,
  props: {},
}

test('a letter stands among the events with its state', () => {
  const letter = { ...confirmation, state: 'bounced' as const, sentAt: null }

  const [day] = historyOf({ events: [submitted], notes: [], tasks: [], letters: [letter] }, berlin, now)

  expect(day?.entries[0]).toMatchObject({
    title: 'Letter to dana@acme.example: Booking confirmed',
    letter: { id: 'l1', state: 'bounced' },
    tone: 'alert',
  })
})

test('a letter that a colleague wrote is told by its subject, its writer and how it begins', () => {
  const props = { subject: 'Two candidates', body: 'x'.repeat(500), sender: 'Cora' }
  const letter = { ...confirmation, kind: 'lead-message', props }

  const [day] = historyOf({ events: [], notes: [], tasks: [], letters: [letter] }, berlin, now)

  expect(day?.entries).toMatchObject([
    { title: 'Letter to dana@acme.example: Two candidates', by: 'Cora', words: `${'x'.repeat(400)} …` },
  ])
})

test('a letter that is planned for later says when it goes out', () => {
  const runAt = new Date('2026-11-30T08:00:00Z')
  const letter = { ...confirmation, kind: 'booking-reminder', state: 'queued' as const, runAt, sentAt: null }

  const [day] = historyOf({ events: [], notes: [], tasks: [], letters: [letter] }, berlin, now)

  expect(day?.heading).toBe('Monday 23 November')
  expect(day?.entries[0]).toMatchObject({
    title: 'Letter to dana@acme.example: Booking reminder',
    letter: { state: 'queued', goesOut: 'Monday 30 November, 09:00' },
  })
})

test('a letter that went out stands on the day on which it did', () => {
  const sentAt = new Date('2026-11-24T10:00:00Z')

  const [day] = historyOf(
    { events: [], notes: [], tasks: [], letters: [{ ...confirmation, sentAt }] },
    berlin,
    now,
  )

  expect(day?.heading).toBe('Tuesday 24 November')
  expect(day?.entries[0]?.letter?.goesOut).toBeNull()
})

test('a lost lead says why', () => {
  const lost = {
    ...called,
    kind: 'status',
    detail: { from: 'new', to: 'lost', because: 'chosen', lostReason: 'budget', note: 'Twice their range' },
  }

  const [day] = historyOf({ events: [lost], notes: [], tasks: [], letters: [] }, berlin, now)

  expect(day?.entries[0]).toMatchObject({
    title: 'New → Lost (budget or rate too high)',
    words: 'Twice their range',
  })
})

test('a form that says another telephone number is told as people say it', () => {
  const detail = { field: 'phone', value: '+44 20 7946 0000' }
  const suggested = { ...called, kind: 'suggested', detail, actor: null }

  const [day] = historyOf({ events: [suggested], notes: [], tasks: [], letters: [] }, berlin, now)

  expect(day?.entries.map(({ title, words }) => [title, words])).toEqual([
    ['A form says another telephone number', '+44 20 7946 0000'],
  ])
})

test('a task is called by its words of today, with whom it was for and until when', () => {
  const detail = { taskId: 't1', what: 'added', assignee: 'Cora', dueAt: '2026-11-26T09:00:00.000Z' }
  const added = { ...called, kind: 'task', detail }
  const gone = { ...called, id: 3n, kind: 'task', detail: { taskId: 't2', what: 'done' } }

  const [day] = historyOf(
    { events: [added, gone], notes: [], tasks: [{ id: 't1', title: 'Call Dana' }], letters: [] },
    berlin,
    now,
  )

  expect(day?.entries.map(({ title, words }) => [title, words])).toEqual([
    ['Task added: Call Dana', 'For Cora, due Thursday 26 November 2026, 10:00 (Berlin time)'],
    ['Task done: a task that is gone', null],
  ])
})
