import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { requirementLabels as labels } from './requirement.ts'
import { typedSkills } from './skill-list.ts'

type SkillsProps = { suggested: readonly string[]; typed: Typed; errors: FormErrors }

/** The skills that somebody must have, and those that would be nice. */
export function SkillFields(props: SkillsProps) {
  return (
    <>
      <SkillField {...props} name="skills" hint="Up to 12. Without them somebody cannot do the work." />
      <SkillField {...props} name="niceSkills" hint="Up to 12. They can be learnt on the job." />
    </>
  )
}

/** Skills to tick, and a line for the others: they share one name, so without suggestions it is a plain text field. */
function SkillField(props: SkillsProps & { name: 'skills' | 'niceSkills'; hint: string }) {
  const { name, suggested } = props
  const typed = typedSkills(props.typed, name)
  const errors = props.errors[name] ?? []
  const others = typed.filter((skill) => !suggested.includes(skill))
  return (
    <FieldGroup name={name} label={labels[name]} hint={props.hint} errors={errors} optional>
      {suggested.length > 0 && (
        <div className="skill-chips">
          {suggested.map((skill) => (
            <label key={skill} className="skill-chip">
              <input type="checkbox" name={name} value={skill} defaultChecked={typed.includes(skill)} />
              {skill}
            </label>
          ))}
        </div>
      )}
      <label htmlFor={name} className="field-hint skill-others">
        {suggested.length > 0 ? 'Others, with commas between them' : 'With commas between them'}
      </label>
      <input
        type="text"
        id={name}
        name={name}
        defaultValue={others.join(', ')}
        aria-invalid={errors.length > 0 ? true : undefined}
      />
    </FieldGroup>
  )
}
