import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import type { Choice } from '#app/ui/field.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { areaQuestion, areaWords, otherNames, otherQuestions } from './questions.ts'

type QuestionFormProps = {
  /** What stands in the address, right or wrong. */
  typed: Record<string, string>
  errors: Record<string, string[] | undefined>
}

/** The answers go into the address, so that a result can be kept, sent on and opened again. */
export function QuestionForm({ typed, errors }: QuestionFormProps) {
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, ['work', ...otherNames])} />
      <form method="get" action={paths.whichRole()} className="form choose-form">
        <RadioField
          name="work"
          label={`1. ${areaQuestion.label}`}
          choices={Object.entries(areaWords).map(([value, label]) => ({ value, label }))}
          defaultValue={typed.work}
          {...(errors.work && { errors: errors.work })}
        />
        {otherNames.map((name, index) => (
          <RadioField
            key={name}
            name={name}
            label={`${index + 2}. ${otherQuestions[name].label}`}
            choices={choicesOf(otherQuestions[name].options)}
            defaultValue={typed[name]}
            {...(errors[name] && { errors: errors[name] })}
          />
        ))}
        <div>
          <Button tone="go">Show me the role</Button>
        </div>
      </form>
    </>
  )
}

function choicesOf(options: Record<string, { words: string }>): Choice[] {
  return Object.entries(options).map(([value, { words }]) => ({ value, label: words }))
}
