import { expect, test } from 'vitest'
import { questionSchema } from './question-schema.ts'

function problems(about: Record<string, string>) {
  const typed = { label: 'How large is your team?', kind: 'line', ...about }
  const issues = questionSchema.safeParse(typed).error?.issues ?? []
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('a choice has its answers one on each line', () => {
  const question = questionSchema.parse({
    label: 'How large is your team?',
    kind: 'choice',
    required: 'on',
    options: ' Up to 5 \r\n\r\nMore\n',
  })

  expect(question).toEqual({
    label: 'How large is your team?',
    kind: 'choice',
    required: true,
    options: ['Up to 5', 'More'],
  })
})

test('answers of a question that is no choice are forgotten', () => {
  const question = questionSchema.parse({ label: 'Why?', kind: 'line', options: 'A\nB' })

  expect(question.options).toEqual([])
})

test('a choice takes two to twelve answers, each once and short enough', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `Answer ${index}`).join('\n')
  const choice = (options: string) => problems({ kind: 'choice', options })

  expect(choice(lines(1))).toEqual(['options: Write two answers or more, one on each line.'])
  expect(choice(lines(12))).toEqual([])
  expect(choice(lines(13))).toEqual(['options: Write 12 answers or fewer.'])
  expect(choice('Same\nSame')).toEqual(['options: Write each answer only once.'])
  expect(choice(`Short\n${'x'.repeat(201)}`)).toEqual([
    'options: Use 200 characters or fewer for each answer.',
  ])
})

test('a question needs words, and a way to be answered', () => {
  expect(problems({ label: ' ' })).toEqual(['label: Write the question as visitors read it.'])
  expect(problems({ kind: 'essay' })).toEqual(['kind: Choose how it is answered.'])
})
