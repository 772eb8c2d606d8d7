import type { FormErrors } from '#app/ops/typed-form.ts'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { answerField, yesOrNo, type Question } from './question.ts'

/** The questions of a type in the booking form. `typed`: what was answered before the form came back, by id. */
export function QuestionFields(props: {
  questions: readonly Question[]
  typed: (id: string) => string
  errors: FormErrors
}) {
  return props.questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      typed={props.typed(question.id)}
      errors={props.errors[answerField(question.id)]}
    />
  ))
}

function QuestionField({
  question,
  typed,
  errors,
}: {
  question: Question
  typed: string
  errors: string[] | undefined
}) {
  const field = {
    name: answerField(question.id),
    label: question.label,
    optional: !question.required,
    defaultValue: typed,
    ...(errors && { errors }),
  }
  switch (question.kind) {
    case 'line':
      return <TextField {...field} />
    case 'paragraph':
      return <TextArea {...field} rows={4} />
    case 'choice':
      return <SelectField {...field} choices={[unchosen, ...question.options.map(asChoice)]} />
    case 'yes_no':
      return <RadioField {...field} choices={yesOrNoChoices} />
    default:
      return question.kind satisfies never
  }
}

const unchosen: Choice = { value: '', label: 'Choose' }
const yesOrNoChoices: Choice[] = Object.entries(yesOrNo).map(([value, label]) => ({ value, label }))

function asChoice(option: string): Choice {
  return { value: option, label: option }
}
