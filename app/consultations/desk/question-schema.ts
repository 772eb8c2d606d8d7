/** A question as staff type it. The limits are those of the tables. */
import { z } from 'zod'
import { line, paragraph } from '#app/ops/text.ts'
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import { differencesOf, type Difference } from '#app/ui/meanwhile.ts'
import { questionKinds, type Question } from '../question.ts'

export const mostQuestions = 10
const mostOptions = 12

export type QuestionSettings = Omit<Question, 'id'>

/** Any text, so that all that is wrong is said at once by `readQuestion`. */
export const questionSchema = z
  .object({
    label: line(200),
    kind: z.enum(questionKinds, 'Choose how it is answered.'),
    required: line(10),
    options: paragraph(4000),
  })
  .transform((typed, context): QuestionSettings => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const options = typed.kind === 'choice' ? optionsIn(typed.options) : []
    if (typed.label === '') wrong('label', 'Write the question as visitors read it.')
    if (typed.kind === 'choice') {
      const problem = whatIsWrong(options)
      if (problem) wrong('options', problem)
    }
    return { label: typed.label, kind: typed.kind, required: typed.required !== '', options }
  })

function optionsIn(text: string): string[] {
  return text
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean)
}

function whatIsWrong(options: readonly string[]): string | null {
  if (options.length < 2) return 'Write two answers or more, one on each line.'
  if (options.length > mostOptions) return `Write ${mostOptions} answers or fewer.`
  if (options.some((option) => [...option].length > 200))
    return 'Use 200 characters or fewer for each answer.'
  if (new Set(options).size < options.length) return 'Write each answer only once.'
  return null
}

export const kindNames: Record<Question['kind'], string> = {
  line: 'A line',
  paragraph: 'Several lines',
  choice: 'One of some answers',
  yes_no: 'Yes or no',
}

/** The fields of the form, as they stand in it. */
export type QuestionTyped = { label: string; kind: string; required: string; options: string }

export const newQuestion: QuestionTyped = { label: '', kind: 'line', required: '', options: '' }

export function questionTyped({ label, kind, required, options }: Question): QuestionTyped {
  return { label, kind, required: required ? 'on' : '', options: options.join('\n') }
}

/** Where the question as it is saved and as somebody typed it say different things. */
export function questionDifferences(saved: QuestionTyped, typed: QuestionTyped): Difference[] {
  const inWords = ({ kind, required, ...text }: QuestionTyped) => ({
    ...text,
    kind: kindNames[kind as Question['kind']] ?? kind,
    required: required ? 'Yes' : 'No',
  })
  return differencesOf(labels, inWords(saved), inWords(typed))
}

const labels = {
  label: 'Question',
  kind: 'How it is answered',
  options: 'Answers to choose from',
  required: 'It must be answered',
}

export function typedQuestion(values: Typed): QuestionTyped {
  const text = (name: keyof QuestionTyped) => typedText(values, name)
  return { label: text('label'), kind: text('kind'), required: text('required'), options: text('options') }
}
