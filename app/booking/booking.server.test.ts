import { expect, test } from 'vitest'
import { parseForm } from '#app/ops/forms.server.ts'
import { bookingRequestSchema } from './booking.ts'

const question = '01900000-0000-7000-8000-000000000001'

function posted(answers: [name: string, value: string][]) {
  const body = new URLSearchParams([
    ['start', '2026-12-01T09:00:00Z'],
    ['timeZone', 'Europe/Berlin'],
    ['name', 'Ann Example'],
    ['email', 'ann@visitor.example'],
    ['idempotencyKey', 'a-key-of-its-own'],
    ...answers,
  ])
  return new Request('http://localhost/book', { method: 'POST', body })
}

test('the form’s answers come by the id of their question, and an empty one is no answer', async () => {
  const given = await parseForm(bookingRequestSchema, posted([[`answers.${question}`, ' More ']]))
  const empty = await parseForm(bookingRequestSchema, posted([[`answers.${question}`, '']]))
  const none = await parseForm(bookingRequestSchema, posted([]))

  expect(given).toMatchObject({ ok: true, value: { answers: { [question]: ' More ' } } })
  expect(empty).toMatchObject({ ok: true })
  expect(none).toMatchObject({ ok: true, value: { answers: {} } })
})

test.each([
  [
    [`answers.${question}`, 'one'],
    [`answers.${question}`, 'two'],
  ],
  [['answers', 'text']],
  [['answers[0]', 'text']],
] as [string, string][][])('answers in another shape are refused: %s', async (...answers) => {
  const form = await parseForm(bookingRequestSchema, posted(answers))

  expect(form.ok).toBe(false)
})

test('a name that is neither ours nor an id is not read', async () => {
  const form = await parseForm(
    bookingRequestSchema,
    posted([
      ['answers.__proto__', 'x'],
      ['answers.1', 'y'],
    ]),
  )

  expect(form).toMatchObject({ ok: true, value: { answers: {} } })
})
