/**
 * What a requirement asks besides its roles, close together: whoever changes an answer has seen each in the steps. Each may
 * be left unsaid, because the short way leaves it so.
 */
import { typedText } from '#app/ops/typed-form.ts'
import { TextArea, type Choice } from '#app/ui/field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import * as choices from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import { SkillFields } from '../skill-fields.tsx'
import { ZoneSelect, type ZoneGroup } from '../steps/zone-select.tsx'
import { BudgetField, SecurityField } from '../terms-fields.tsx'
import type { PartProps } from './status-parts.tsx'

/** What there is to choose from besides the closed lists. */
export type ChangeOffer = {
  roles: Choice[]
  suggestedSkills: readonly string[]
  zones: readonly ZoneGroup[]
  /** Empty where nobody is asked for a budget. */
  budgets: readonly Choice[]
}

export type AnswerProps = Omit<PartProps, 'keyOfForm'> & { offer: ChangeOffer }

export function WorkAnswers({ typed, errors, offer }: AnswerProps) {
  const choice = choiceIn({ typed, errors })
  return (
    <>
      <h3>The work</h3>
      <ChoiceField {...choice('stage')} words={choices.stageWords} />
      <ChoiceField {...choice('readiness')} words={choices.readinessWords} />
      <TextArea
        name="message"
        label={labels.message}
        optional
        defaultValue={typedText(typed, 'message')}
        errors={errors.message ?? []}
      />
      <SkillFields suggested={offer.suggestedSkills} typed={typed} errors={errors} />
    </>
  )
}

export function TermsAnswers({ typed, errors, offer }: AnswerProps) {
  const choice = choiceIn({ typed, errors })
  return (
    <>
      <h3>The terms</h3>
      <ChoiceField {...choice('engagement')} words={choices.engagementWords} />
      <div className="form-row">
        <ChoiceField {...choice('start')} words={choices.startWords} />
        <ChoiceField {...choice('duration')} words={choices.durationWords} />
      </div>
      <div className="form-row">
        <ZoneSelect
          groups={offer.zones}
          chosen={typedText(typed, 'timeZone')}
          errors={errors.timeZone ?? []}
          optional
        />
        <ChoiceField {...choice('overlap')} words={choices.overlapWords} />
      </div>
      <BudgetField budgets={offer.budgets} typed={typed} errors={errors} />
      <SecurityField typed={typed} errors={errors} />
    </>
  )
}

function choiceIn({ typed, errors }: Pick<PartProps, 'typed' | 'errors'>) {
  return (name: 'stage' | 'readiness' | 'engagement' | 'start' | 'duration' | 'overlap') => ({
    ...{ name, label: labels[name], optional: true },
    ...{ chosen: typedText(typed, name), errors: errors[name] ?? [] },
  })
}
