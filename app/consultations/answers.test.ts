import { expect, test } from 'vitest'
import { checkAnswers } from './answers.ts'
import type { Question } from './question.ts'

const id = '01900000-0000-7000-8000-000000000001'

function asked(about: Partial<Question>): Question {
  return { id, label: 'How big is the team?', kind: 'line', required: false, options: [], ...about }
}

function answered(about: Partial<Question>, answer: string | undefined) {
  return checkAnswers([asked(about)], answer === undefined ? {} : { [id]: answer })
}

test('an answer is kept with the words of its question, without the space around it', () => {
  expect(answered({}, '  Twelve  ')).toEqual({
    answers: [{ question: 'How big is the team?', answer: 'Twelve' }],
    errors: {},
  })
})

test('answers are kept in the order of the questions, however they were sent', () => {
  const second = '01900000-0000-7000-8000-000000000002'
  const questions = [asked({ label: 'First' }), asked({ id: second, label: 'Second' })]

  const { answers } = checkAnswers(questions, { [second]: 'b', [id]: 'a' })

  expect(answers.map(({ question }) => question)).toEqual(['First', 'Second'])
})

test('a question that may stay open is not kept when it did', () => {
  expect(answered({}, ' ')).toEqual({ answers: [], errors: {} })
  expect(answered({ kind: 'choice', options: ['A', 'B'] }, '')).toEqual({ answers: [], errors: {} })
  expect(answered({ kind: 'yes_no' }, undefined)).toEqual({ answers: [], errors: {} })
})

test.each(['line', 'paragraph', 'choice', 'yes_no'] as const)(
  'a required %s that is left out is asked for at its field, by name',
  (kind) => {
    const missing = answered({ kind, required: true, options: ['A', 'B'] }, undefined)

    expect(missing).toEqual({
      answers: [],
      errors: { [`answers.${id}`]: ['Answer the question “How big is the team?”.'] },
    })
  },
)

test('a line holds 200 characters and a paragraph 2000', () => {
  expect(answered({}, 'x'.repeat(200)).errors).toEqual({})
  expect(answered({}, 'x'.repeat(201)).errors).toEqual({
    [`answers.${id}`]: ['Use 200 characters or fewer.'],
  })
  expect(answered({ kind: 'paragraph' }, 'x'.repeat(2000)).errors).toEqual({})
  expect(answered({ kind: 'paragraph' }, 'x'.repeat(2001)).errors).toEqual({
    [`answers.${id}`]: ['Use 2000 characters or fewer.'],
  })
})

test('a choice takes one of its options to the letter', () => {
  const choice = { kind: 'choice', options: ['Up to 5', 'More'] } as const

  expect(answered(choice, 'More').answers[0]?.answer).toBe('More')
  expect(answered(choice, 'more').errors).toEqual({
    [`answers.${id}`]: ['Choose one of the answers that are offered.'],
  })
})

test('yes and no are kept as words, and nothing else is either', () => {
  expect(answered({ kind: 'yes_no' }, 'no').answers[0]?.answer).toBe('No')
  expect(answered({ kind: 'yes_no' }, 'perhaps').errors).toHaveProperty([`answers.${id}`])
})

test('an answer to a question that is gone is given back in the explanation', () => {
  const { errors } = checkAnswers([], { [id]: 'Twelve' })

  expect(errors[`answers.${id}`]?.[0]).toContain('“Twelve”')
})

test('an empty answer to a question that is gone is no matter', () => {
  expect(checkAnswers([], { [id]: '' }).errors).toEqual({})
})
