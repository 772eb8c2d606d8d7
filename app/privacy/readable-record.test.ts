import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { readableRecord } from './readable-record.ts'

const when = new Date('2026-11-30T06:00:00Z')
const reader = { timeZone: 'Europe/Berlin' as TimeZone, titleOf: () => 'Backend developer' }

test('a requirement is read in the words of its form, under what it is called', () => {
  const answers = {
    ...{ roles: [{ role: 'backend-developer', count: '2', seniority: 'senior' }], stage: 'new_build' },
    ...{ name: 'Ann', email: 'ann@acme.example', company: '', idempotencyKey: 'k' },
  }

  const read = readableRecord(
    { kind: 'What you sent', when, what: { reference: 'R-1', title: '2 × Backend developer', answers } },
    reader,
  )

  expect(read.name).toBe('2 × Backend developer')
  expect(read.lines.map(({ term, value }) => `${term}: ${value}`)).toEqual([
    'Reference: R-1',
    'Title: 2 × Backend developer',
    'Whom you need: Backend developer: 2 people, senior (5 to 8 years)',
    'Where the work stands: Something new is being built',
    'Name: Ann',
    'Email: ann@acme.example',
  ])
})

test('a consent is called by what it was given for', () => {
  const what = { purpose: 'respond', noticeVersion: '2026-11-28', given: true }

  expect(readableRecord({ kind: 'Consent', when, what }, reader).name).toBe('To answer you')
})

test('every other record is read by the names of its fields, moments on the reader’s clock, and what is empty is left out', () => {
  const what = {
    ...{
      letter: 'booking-confirmed',
      sentAt: '2026-12-01T09:00:00.000Z',
      given: true,
      phone: '',
      host: null,
    },
    ...{ emails: ['a@acme.example', 'b@acme.example'], origin: { landingPage: '/hire' } },
    guests: [{ email: 'c@acme.example' }],
  }

  const read = readableRecord({ kind: 'Letter to you', when, what }, reader)

  expect(read.name).toBe('Booking confirmed')
  expect(read.lines.map(({ term, value }) => `${term}: ${value}`)).toEqual([
    'Letter: booking-confirmed',
    'Sent at: Tuesday 1 December 2026, 10:00 (Berlin time)',
    'Given: Yes',
    'Emails: a@acme.example, b@acme.example',
    'Origin: landing page: /hire',
    'Guests 1: email: c@acme.example',
  ])
})
