import { typedText } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, type Choice } from '#app/ui/field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { durationWords, engagementWords, overlapWords, startWords } from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import { RoleRows } from '../role-row.tsx'
import { typedRows } from '../role-rows.ts'
import { SkillField } from '../skill-field.tsx'
import { typedSkills } from '../skill-list.ts'
import type { PartProps } from './status-parts.tsx'

type EditProps = PartProps & { isOpen: boolean; roles: Choice[]; suggestedSkills: readonly string[] }

/** The answers that change after they were sent. What is sent here is kept beside what was sent before. */
export function EditPart({ keyOfForm, typed, errors, isOpen, roles, suggestedSkills }: EditProps) {
  const rows = typedRows(typed)
  const text = (name: string) => ({ chosen: typedText(typed, name), errors: errors[name] ?? [] })
  const skills = (name: 'skills' | 'niceSkills') => ({
    ...{ name, label: labels[name], suggested: suggestedSkills },
    ...{ typed: typedSkills(typed, name), errors: errors[name] },
  })
  return (
    <details id="change" className="no-print act" open={isOpen}>
      <summary>Change your answers</summary>
      <form method="post" className="form" noValidate>
        {/* Enter in a text field presses the first button. */}
        <button className="said" tabIndex={-1} aria-hidden="true" name="intent" value="edit">
          Send the changed answers
        </button>
        <input type="hidden" name="key" value={keyOfForm} />
        <RoleRows rows={rows.length > 0 ? rows : [{}]} roles={roles} errors={errors} backTo="#change" />
        <SkillField {...skills('skills')} hint="Up to 12, without which somebody is of no use to you." />
        <SkillField {...skills('niceSkills')} hint="Up to 12, which can also be learnt on the job." />
        <div className="form-row">
          <ChoiceField name="start" label={labels.start} words={startWords} {...text('start')} />
          <ChoiceField name="duration" label={labels.duration} words={durationWords} {...text('duration')} />
        </div>
        <div className="form-row">
          <ChoiceField
            name="engagement"
            label={labels.engagement}
            words={engagementWords}
            {...text('engagement')}
          />
          <ChoiceField name="overlap" label={labels.overlap} words={overlapWords} {...text('overlap')} />
        </div>
        <TextArea
          name="message"
          label={labels.message}
          defaultValue={typedText(typed, 'message')}
          errors={errors.message ?? []}
        />
        <div>
          <Button name="intent" value="edit">
            Send the changed answers
          </Button>
        </div>
      </form>
    </details>
  )
}
