import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Difference } from '#app/ui/meanwhile.ts'
import { RadioField } from '#app/ui/radio-field.tsx'
import { SavedMeanwhile } from '#app/ui/saved-meanwhile.tsx'
import { CheckField } from './check-field.tsx'
import { kindNames, type QuestionTyped } from './question-schema.ts'

/** `formKey`: of a new question; one that is there can be removed. */
export function QuestionForm(props: {
  values: QuestionTyped
  errors: FormErrors
  formKey?: string
  /** Of a question that is there: what the form was drawn from. */
  version?: number
  /** What differs from what a colleague has saved since. */
  meanwhile?: readonly Difference[] | null
}) {
  const { values, errors, formKey, version, meanwhile } = props
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary problems={problemsOf(errors, ['label', 'kind', 'options'])} />
      {meanwhile && <SavedMeanwhile differences={meanwhile} intent="save" here="" />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {formKey && <input type="hidden" name="key" value={formKey} />}
      <TextField
        name="label"
        label="Question"
        hint="As visitors read it, such as How large is your team?"
        defaultValue={values.label}
        {...(errors.label && { errors: errors.label })}
      />
      <RadioField
        name="kind"
        label="How it is answered"
        choices={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
        defaultValue={values.kind}
        {...(errors.kind && { errors: errors.kind })}
      />
      <TextArea
        name="options"
        label="Answers to choose from"
        optional
        hint="Of “one of some answers”: two to twelve, one on each line."
        rows={5}
        defaultValue={values.options}
        {...(errors.options && { errors: errors.options })}
      />
      <CheckField
        name="required"
        label="It must be answered"
        hint="Nobody can book without an answer; staff who book for a visitor can."
        checked={values.required !== ''}
      />
      <div className="btn-row">
        <Button tone="go" name="intent" value="save">
          {formKey ? 'Add the question' : 'Save the question'}
        </Button>
        {!formKey && (
          <Button tone="danger" name="intent" value="remove">
            Remove it
          </Button>
        )}
      </div>
    </form>
  )
}
