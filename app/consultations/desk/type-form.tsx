import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Difference } from '#app/ui/meanwhile.ts'
import { Part } from '#app/ui/part.tsx'
import { SavedMeanwhile } from '#app/ui/saved-meanwhile.tsx'
import { CheckField } from './check-field.tsx'
import type { HostChoice } from './find-type.server.ts'
import { HostFields, shownHosts } from './type-form-hosts.tsx'
import { PlaceFields } from './type-form-place.tsx'
import { BookableWhen, HowLong } from './type-form-times.tsx'
import type { TypeTyped } from './typed-type.ts'

/** What each part of the form is given: a field's text and its messages. */
export type PartProps = {
  typed: (name: string) => { name: string; defaultValue: string; errors?: string[] }
}

/** All there is to a type but its questions. `formKey`: of a new one. */
export function TypeForm(props: {
  values: TypeTyped
  errors: FormErrors
  hosts: readonly HostChoice[]
  save: string
  formKey?: string
  /** Of a type that is there: what the form was drawn from. */
  version?: number
  /** What differs from what a colleague has saved since. */
  meanwhile?: readonly Difference[] | null
}) {
  const { values, errors, hosts } = props
  const typed: PartProps['typed'] = (name) => ({
    name,
    defaultValue: values.text[name] ?? '',
    ...(errors[name] && { errors: errors[name] }),
  })
  return (
    <form method="post" className="form type-form" noValidate>
      <ErrorSummary problems={problemsOf(errors, [...shownFields, ...shownHosts(hosts.length)])} />
      {props.meanwhile && <SavedMeanwhile differences={props.meanwhile} intent="save" here="" />}
      {props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
      {props.formKey && <input type="hidden" name="key" value={props.formKey} />}
      <What typed={typed} isNew={props.formKey !== undefined} />
      <HowLong typed={typed} />
      <BookableWhen typed={typed} />
      <PlaceFields typed={typed} />
      <Part id="after" heading="After the meeting">
        <CheckField
          name="followUp"
          label="Write to the visitor"
          hint="An hour after staff have marked it: thanks and the next step, or another time for whoever did not come."
          checked={typed('followUp').defaultValue !== ''}
        />
      </Part>
      <HostFields hosts={hosts} values={values.hosts} errors={errors} />
      <div className="btn-row">
        <Button tone="go" name="intent" value="save">
          {props.save}
        </Button>
      </div>
    </form>
  )
}

function What({ typed, isNew }: PartProps & { isNew: boolean }) {
  return (
    <Part id="what" heading="What it is">
      <div className="form">
        <TextField
          {...typed('name')}
          label="Name"
          hint="What visitors choose by, such as Architecture review."
        />
        <TextField
          {...typed('slug')}
          label="Address"
          optional={isNew}
          autoCapitalize="none"
          spellCheck={false}
          hint={
            isNew
              ? 'The last part of its link. Left empty, it is made from the name.'
              : 'The last part of its link. When it changes, links with the old one no longer work.'
          }
        />
        <TextArea
          {...typed('description')}
          label="Description"
          optional
          rows={3}
          hint="A sentence or two beside the calendar: what the meeting is for."
        />
        <CheckField
          name="active"
          label="Offered to visitors"
          hint="Taken away, nobody can book it any more. Bookings that are made stay."
          checked={typed('active').defaultValue !== ''}
        />
      </div>
    </Part>
  )
}

const shownFields = [
  ...['name', 'slug', 'description', 'active', 'minutes', 'stepMinutes', 'bufferBeforeMinutes'],
  ...['bufferAfterMinutes', 'notice', 'cutoff', 'windowKind', 'windowDays', 'windowFrom', 'windowUntil'],
  ...[
    'dailyLimit',
    'weeklyLimit',
    'monthlyLimit',
    'yearlyLimit',
    'place',
    'videoLink',
    'address',
    'followUp',
  ],
]
