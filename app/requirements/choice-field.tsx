import { SelectField, type Choice } from '#app/ui/field.tsx'

export const unchosen: Choice = { value: '', label: 'Choose' }

/** One of a closed list; `words` says each code. Nothing is chosen beforehand. */
export function ChoiceField(props: {
  name: string
  label: string
  words: Record<string, string>
  chosen: string
  errors?: string[] | undefined
}) {
  const { name, label, chosen, errors } = props
  return (
    <SelectField
      name={name}
      label={label}
      choices={choicesOf(props.words)}
      defaultValue={chosen}
      errors={errors}
    />
  )
}

/** Numbers as keys come first in JavaScript, which is the order wanted here. */
function choicesOf(words: Record<string, string>): Choice[] {
  return [unchosen, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}
