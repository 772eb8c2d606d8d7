import { expect, test } from 'vitest'
import { type LetterKind, letters, renderLetter, renderStored } from './index.ts'
import { examples } from './letters.fixture.ts'

const kinds = Object.keys(letters) as LetterKind[]
const hostile = '<a href="//evil.example">Click to confirm</a><img src="//evil.example/pixel">'

test.each(kinds)('%s has a subject, a page for light and dark, and a text', async (kind) => {
  const { subject, html, text } = await renderLetter(kind, examples[kind])

  expect(subject.length).toBeGreaterThan(10)
  expect(html).toContain('<meta name="color-scheme" content="light dark"')
  expect(html).toContain('@media (prefers-color-scheme: dark)')
  expect(text).toContain('Benchline')
  expect(text).not.toMatch(/<\w|undefined|\[object/)
})

test.each(kinds)('%s loads nothing from anywhere when it is opened', async (kind) => {
  const { html } = await renderLetter(kind, examples[kind])

  expect(html).not.toMatch(/<img|<script|<iframe|url\(|@import|<link rel="stylesheet"/i)
})

test('a confirmation says when, on both clocks, how to meet, and how to change it', async () => {
  const { subject, text } = await renderLetter('booking-confirmed', examples['booking-confirmed'])

  expect(subject).toBe('Booked: Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect(text).toContain('14:30–15:00')
  expect(text).toContain('Hiring consultant: 19:00–19:30, Kolkata time, UTC+5:30')
  expect(text).toContain(`How to meet: ${examples['booking-confirmed'].howToMeet}`)
  expect(text).toContain(examples['booking-confirmed'].manageUrl)
  expect(text).toContain('until 4 hours before it starts')
})

test('a letter about a move says the old time and the new one', async () => {
  const { text } = await renderLetter('booking-rescheduled', examples['booking-rescheduled'])

  expect(text).toContain('Monday 30 November 2026, 09:00 (Berlin time)')
  expect(text).toContain('14:30–15:00')
})

test('a reminder says when and how to meet, and nothing that is untrue when it comes late', async () => {
  const { subject, html, text } = await renderLetter('booking-reminder', examples['booking-reminder'])

  expect(subject).toBe('Reminder: Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect(text).toContain('14:30–15:00')
  expect(text).toContain('Hiring consultant: 19:00–19:30, Kolkata time, UTC+5:30')
  expect(text).toContain(`How to meet: ${examples['booking-reminder'].howToMeet}`)
  expect(text).toContain(examples['booking-reminder'].manageUrl)
  expect(subject + html).not.toMatch(/tomorrow|today|in (an|one) hour/i)
})

test('the other side’s date is said when it is another day there', async () => {
  const whenAtHost = { ...examples['booking-confirmed'].whenAtHost, date: 'Wednesday 2 December 2026' }

  const { text } = await renderLetter('booking-confirmed', { ...examples['booking-confirmed'], whenAtHost })

  expect(text).toContain('19:00–19:30, Wednesday 2 December 2026')
})

test('the letter after a request says what happens next, by when, and where to talk', async () => {
  const { text } = await renderLetter('requirement-received', examples['requirement-received'])

  expect(text).toContain('R-7K3QXMP')
  expect(text).toContain('by Tuesday 1 December 2026, 18:00 (Kolkata time)')
  expect(text).toContain('What we stored')
  expect(text).toContain(examples['requirement-received'].bookUrl)
  expect(text).toContain(examples['requirement-received'].requestUrl)
})

test('signs of several bytes stay whole wherever they stand in a letter', async () => {
  const answers = Array.from({ length: 40 }, (_, before) => ({
    label: 'Message',
    value: `${'x'.repeat(before)}${'🧑‍💻'.repeat(40)}`,
  }))

  const { html } = await renderLetter('requirement-notice', { ...examples['requirement-notice'], answers })

  expect(html).not.toContain('\0')
  expect(answers.filter(({ value }) => !html.includes(value))).toEqual([])
})

test('a notice to the office keeps the lines of a message', async () => {
  const { text, html } = await renderLetter('requirement-notice', examples['requirement-notice'])

  expect(text).toContain('monolith.\nTwo people')
  expect(html).toMatch(/monolith\.<br ?\/?>/)
})

test('what a visitor typed is text in a notice, never a link, a picture or a tag', async () => {
  const answers = [{ label: 'Message', value: hostile }]

  const { html } = await renderLetter('requirement-notice', { ...examples['requirement-notice'], answers })

  expect(html).toContain('&lt;a href=')
  expect(html).not.toContain('<a href="//evil.example">')
  expect(html).not.toContain('<img')
})

test('a visitor’s letter greets nobody by a name that carries a message', async () => {
  const props = { ...examples['booking-confirmed'], name: hostile }

  const { html, text } = await renderStored({ kind: 'booking-confirmed', props })

  expect(text).toContain('Hello there,')
  expect(html + text).not.toContain('evil.example')
})

test('a subject is one line whatever was typed', async () => {
  const props = { ...examples['requirement-notice'], visitor: 'Ann\r\nBcc: v@evil.example' }

  const { subject } = await renderLetter('requirement-notice', props)

  expect(subject).toBe('New request L-1042: Ann Bcc: v@evil.example')
})

test('a way to meet that is no web address is not made a link', async () => {
  const props = { ...examples['booking-confirmed'], howToMeet: 'javascript:alert(1)' }

  const { html } = await renderLetter('booking-confirmed', props)

  expect(html).not.toContain('href="javascript')
})

test('after the meeting there are thanks and a next step', async () => {
  const { subject, text } = await renderLetter('booking-follow-up', examples['booking-follow-up'])

  expect(subject).toBe('Thank you for talking with Benchline')
  expect(text).toContain(examples['booking-follow-up'].startUrl)
})

test('whoever was missed is offered another time', async () => {
  const missed = { ...examples['booking-follow-up'], what: 'missed' as const }

  const { subject, text } = await renderLetter('booking-follow-up', missed)

  expect(subject).toBe('We missed you: Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect(text).toContain(missed.bookUrl)
  expect(text).not.toContain('Thank you')
})

test('a guest learns when, with whom and how, and gets no link that changes the booking', async () => {
  const { subject, html, text } = await renderLetter('guest-invitation', examples['guest-invitation'])

  expect(subject).toBe('Invitation: Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect(text).toContain('Ann O’Brien has booked a consultation with Benchline')
  expect(text).toContain(`How to meet: ${examples['guest-invitation'].howToMeet}`)
  expect(html + text).not.toContain('/manage/')
})

test('a guest who is not to come any more is not told how to meet', async () => {
  const props = { ...examples['guest-invitation'], what: 'uninvited' as const }

  const { html, text } = await renderLetter('guest-invitation', props)

  expect(html + text).not.toContain(props.howToMeet)
})

test('a guest is invited by nobody whose name carries a message', async () => {
  const props = { ...examples['guest-reminder'], visitor: 'Visit evil.example' }

  const { html, text } = await renderStored({ kind: 'guest-reminder', props })

  expect(text).toContain('Somebody invited you')
  expect(html + text).not.toContain('evil.example')
})

test('a stored letter of an unknown kind, or told too little, cannot be written', async () => {
  await expect(renderStored({ kind: 'no-such-letter', props: {} })).rejects.toThrow('no-such-letter')
  await expect(renderStored({ kind: 'booking-confirmed', props: {} })).rejects.toThrow(/reference/)
})
