/** Answers to a type's questions: as they are sent, as they are checked, and as a booking keeps them. */
import { z } from 'zod'
import { line, paragraph } from '#app/ops/text.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { answerField, yesOrNo, type Question } from './question.ts'

/** With the question's own words, so that it may later change or go. */
export type Answer = { question: string; answer: string }

const mostSent = 40

/** Text by the id of its question. Whether it answers that question is `checkAnswers`' business. */
export const sentAnswersSchema = z
  .record(z.uuid('This is no question of ours.'), z.string('Send each answer as one text.').optional())
  .default({})
  .refine(
    (answers) => Object.keys(answers).length <= mostSent,
    'These are more answers than we ask questions.',
  )
export type SentAnswers = z.output<typeof sentAnswersSchema>

export type CheckedAnswers = {
  /** In the order of the questions, without those that were left empty. */
  answers: Answer[]
  /** Under the names of the questions' fields. */
  errors: FormErrors
}

/** Holds what was sent against the questions as they are now. One that is gone meanwhile is said, never dropped. */
export function checkAnswers(questions: readonly Question[], sent: SentAnswers): CheckedAnswers {
  const checked: CheckedAnswers = { answers: [], errors: goneQuestions(questions, sent) }
  for (const question of questions) {
    const read = answerSchema(question).safeParse(sent[question.id])
    if (!read.success) {
      checked.errors[answerField(question.id)] = read.error.issues.map(({ message }) => message)
    } else if (read.data !== '') {
      checked.answers.push({ question: question.label, answer: read.data })
    }
  }
  return checked
}

function answerSchema({ kind, label, required, options }: Question): z.ZodType<string> {
  const text = textSchema(kind, options)
  return required ? text.refine((answer) => answer !== '', `Answer the question “${label}”.`) : text
}

function textSchema(kind: Question['kind'], options: Question['options']): z.ZodType<string> {
  switch (kind) {
    case 'line':
      return line(200)
    case 'paragraph':
      return paragraph(2000)
    case 'choice':
      return oneOf(options)
    case 'yes_no':
      return oneOf(Object.keys(yesOrNo)).transform((code) =>
        code === 'yes' || code === 'no' ? yesOrNo[code] : '',
      )
    default:
      return kind satisfies never
  }
}

function oneOf(options: readonly string[]) {
  return line(200).refine(
    (answer) => answer === '' || options.includes(answer),
    'Choose one of the answers that are offered.',
  )
}

function goneQuestions(questions: readonly Question[], sent: SentAnswers): FormErrors {
  const gone = Object.entries(sent).filter(
    ([id, answer]) => answer?.trim() && !questions.some((question) => question.id === id),
  )
  return Object.fromEntries(
    gone.map(([id, answer]) => [
      answerField(id),
      [
        `We no longer ask a question that you answered with “${answer?.trim().slice(0, 2000)}”. If it matters, add it to what we should know, and send this again.`,
      ],
    ]),
  )
}

const storedAnswersSchema = z.array(z.object({ question: z.string(), answer: z.string() }))

/** What `booking.answers` holds. */
export function storedAnswers(column: unknown): Answer[] {
  return storedAnswersSchema.parse(column)
}
