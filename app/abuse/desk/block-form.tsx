import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { blockWords, type HeldView } from './held-view.ts'

/** Keeps a sender out for a while. They see the same pages as before; what they send is spam. */
export function BlockForm({ held, typed, errors }: { held: HeldView; typed: Typed; errors: FormErrors }) {
  const choices = (['email', 'domain', 'ip'] as const)
    .filter((what) => what !== 'ip' || held.knowsSender)
    .map((what) => ({ value: what, label: blockWords[what] }))
  return (
    <section className="panel" aria-labelledby="block">
      <h2 id="block">Block the sender</h2>
      <form method="post" className="form" noValidate>
        <SelectField
          name="what"
          label="Whom"
          choices={choices}
          defaultValue={typedText(typed, 'what')}
          errors={errors.what}
        />
        <SelectField
          name="days"
          label="For"
          defaultValue={typedText(typed, 'days') || '30'}
          choices={[
            { value: '7', label: '7 days' },
            { value: '30', label: '30 days' },
            { value: '365', label: 'A year' },
          ]}
        />
        <TextField
          name="reason"
          label="Why"
          defaultValue={typedText(typed, 'reason')}
          errors={errors.reason}
        />
        <div>
          <Button name="intent" value="block">
            Block
          </Button>
        </div>
      </form>
    </section>
  )
}
