import { FieldGroup } from '#app/ui/field-group.tsx'

/** Skills to tick, and a line for the others: they share one name, so without suggestions it is a plain text field. */
export function SkillField(props: {
  name: 'skills' | 'niceSkills'
  label: string
  hint: string
  suggested: readonly string[]
  typed: readonly string[]
  errors: readonly string[] | undefined
}) {
  const { name, suggested, typed } = props
  const others = typed.filter((skill) => !suggested.includes(skill))
  return (
    <FieldGroup name={name} label={props.label} hint={props.hint} errors={props.errors ?? []} optional>
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
        aria-invalid={props.errors?.length ? true : undefined}
      />
    </FieldGroup>
  )
}
