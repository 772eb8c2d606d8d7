/** What the terms ask that is answered alike in the steps and where answers are changed. */
import { typedText, typedTexts, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { CheckList } from '#app/ui/check-list.tsx'
import { SelectField, type Choice } from '#app/ui/field.tsx'
import { choicesOf, unchosen } from './choice-field.tsx'
import { securityWords } from './requirement-choices.ts'
import { requirementLabels as labels } from './requirement.ts'

type AnswerProps = { typed: Typed; errors: FormErrors }

/** Nothing where the firm offers no bands: nobody is asked for a budget then. */
export function BudgetField({ budgets, typed, errors }: AnswerProps & { budgets: readonly Choice[] }) {
  if (budgets.length === 0) return null
  return (
    <SelectField
      name="budget"
      label={labels.budget}
      optional
      choices={[unchosen, ...budgets]}
      defaultValue={typedText(typed, 'budget')}
      errors={errors.budget ?? []}
    />
  )
}

export function SecurityField({ typed, errors }: AnswerProps) {
  return (
    <CheckList
      name="security"
      label={labels.security}
      optional
      hint="Tick what your firm asks of everybody who works for it."
      choices={choicesOf(securityWords)}
      ticked={typedTexts(typed, 'security')}
      errors={errors.security ?? []}
    />
  )
}
