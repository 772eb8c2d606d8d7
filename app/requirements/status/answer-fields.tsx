/** What a requirement asks besides its roles, close together: whoever changes an answer has seen each in the steps. */
import { typedText, typedTexts } from '#app/ops/typed-form.ts'
import { CheckList } from '#app/ui/check-list.tsx'
import { SelectField, TextArea, type Choice } from '#app/ui/field.tsx'
import { ChoiceField, choicesOf, unchosen } from '../choice-field.tsx'
import * as choices from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import { SkillField } from '../skill-field.tsx'
import { typedSkills } from '../skill-list.ts'
import { ZoneSelect, type ZoneGroup } from '../steps/zone-select.tsx'
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
  const skills = (name: 'skills' | 'niceSkills') => ({
    ...{ name, label: labels[name], suggested: offer.suggestedSkills },
    ...{ typed: typedSkills(typed, name), errors: errors[name] },
  })
  return (
    <>
      <h3>The work</h3>
      <ChoiceField {...choice('stage')} words={choices.stageWords} />
      <ChoiceField {...choice('readiness')} words={choices.readinessWords} />
      <TextArea
        name="message"
        label={labels.message}
        defaultValue={typedText(typed, 'message')}
        errors={errors.message ?? []}
      />
      <SkillField {...skills('skills')} hint="Up to 12. Without them somebody cannot do the work." />
      <SkillField {...skills('niceSkills')} hint="Up to 12. They can be learnt on the job." />
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
        />
        <ChoiceField {...choice('overlap')} words={choices.overlapWords} />
      </div>
      {offer.budgets.length > 0 && (
        <SelectField
          name="budget"
          label={labels.budget}
          choices={[unchosen, ...offer.budgets]}
          defaultValue={typedText(typed, 'budget')}
          errors={errors.budget ?? []}
        />
      )}
      <CheckList
        name="security"
        label={labels.security}
        optional
        hint="Tick what your firm asks of everybody who works for it."
        choices={choicesOf(choices.securityWords)}
        ticked={typedTexts(typed, 'security')}
        errors={errors.security ?? []}
      />
    </>
  )
}

function choiceIn({ typed, errors }: Pick<PartProps, 'typed' | 'errors'>) {
  return (name: 'stage' | 'readiness' | 'engagement' | 'start' | 'duration' | 'overlap') => ({
    ...{ name, label: labels[name], chosen: typedText(typed, name), errors: errors[name] ?? [] },
  })
}
