import { SelectField, type Choice, type FieldProps } from '#app/ui/field.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'

export const unchosen: Choice = { value: '', label: 'Choose' }

type ChoiceProps = FieldProps & { words: Record<string, string>; chosen: string }

/** One of a closed list; `words` says each code. Nothing is chosen beforehand. */
export function ChoiceField({ words, chosen, ...field }: ChoiceProps) {
  return <SelectField {...field} choices={[unchosen, ...choicesOf(words)]} defaultValue={chosen} />
}

/** The same with every choice in the open. */
export function OpenChoice({ words, chosen, ...field }: ChoiceProps) {
  return <RadioField {...field} choices={choicesOf(words)} defaultValue={chosen} />
}

/** Numbers as keys come first in JavaScript, which is the order wanted here. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
