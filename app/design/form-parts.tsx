import { CheckList } from '#app/ui/check-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { SavedMeanwhile } from '#app/ui/saved-meanwhile.tsx'
import { Section } from '#app/ui/section.tsx'

const choices = [
  { value: 'a', label: 'The first' },
  { value: 'b', label: 'The second' },
]

/** Fields as they are, with a hint, optional, and wrong. */
export function FormParts() {
  return (
    <Section id="forms" heading="Forms">
      <ErrorSummary
        problems={[
          { fieldId: 'wrong', message: 'Enter an e-mail address like name@example.com.' },
          { fieldId: null, message: 'Something about the form as a whole.' },
        ]}
      />
      <form className="form" method="get">
        <SavedMeanwhile
          here="#forms"
          differences={[{ label: 'A field', saved: 'What a colleague saved', typed: 'What was typed' }]}
        />
        <TextField name="plain" label="A field" defaultValue="What was typed" />
        <TextField name="hinted" label="With a hint" hint="What to write, and how." optional />
        <TextField
          name="wrong"
          label="Wrong"
          defaultValue="ann at work"
          errors={['Enter an e-mail address like name@example.com.']}
        />
        <TextArea name="long" label="Several lines" />
        <SelectField name="one" label="One of several" choices={choices} />
        <RadioField name="radio" label="A few in the open" choices={choices} defaultValue="a" />
        <CheckList name="ticks" label="Any of a few" choices={choices} ticked={['b']} />
        <FieldGroup name="group" label="Several controls of one question" hint="Under one legend.">
          <p>The controls stand here.</p>
        </FieldGroup>
        <RadioField name="radio-wrong" label="None chosen" choices={choices} errors={['Choose one.']} />
      </form>
    </Section>
  )
}
