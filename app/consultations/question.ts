/** What visitors are asked when they book a type of consultation. */
import type { QuestionKind } from '#app/prisma/enums.ts'

export const questionKinds = ['line', 'paragraph', 'choice', 'yes_no'] as const satisfies QuestionKind[]

export type Question = {
  id: string
  label: string
  kind: QuestionKind
  required: boolean
  /** Of a choice; empty for the others. */
  options: readonly string[]
}

/** The name of a question's field in the booking form, and of its messages in the JSON. */
export function answerField(id: string): string {
  return `answers.${id}`
}

/** How a yes-or-no question is answered, and what is kept. */
export const yesOrNo = { yes: 'Yes', no: 'No' } as const
