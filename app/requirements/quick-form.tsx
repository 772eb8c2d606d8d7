import { GuardFields } from '#app/abuse/guard-fields.tsx'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { NoticeLine } from './notice-line.tsx'
import { requirementLabels as labels } from './requirement.ts'

export const quickFields = ['message', 'name', 'email'] as const

/** The short door: what you need in your own words, and whom to answer. */
export function QuickForm(props: {
  roles: readonly { slug: string; title: string }[]
  carried: readonly (readonly [string, string])[]
  newKey: string
  newStamp: string
  noticeVersion: CalendarDate
  values: Typed | undefined
  errors: FormErrors
}) {
  const { roles, values, errors } = props
  const text = (name: string) => typedText(values, name)
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="idempotencyKey" value={text('idempotencyKey') || props.newKey} />
      <GuardFields stamp={text('opened') || props.newStamp} />
      <input type="hidden" name="notice" value={props.noticeVersion} />
      {props.carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {roles.map(({ slug }) => (
        <input key={slug} type="hidden" name="role" value={slug} />
      ))}
      {roles.length > 0 && (
        <p className="asked-for">
          You are asking for: <strong>{roles.map(({ title }) => title).join(', ')}</strong>
        </p>
      )}
      <TextArea
        name="message"
        label="What you need"
        hint="Whom, for what, from when: a few sentences are enough."
        rows={6}
        defaultValue={text('message')}
        errors={errors.message ?? []}
      />
      <div className="form-row">
        <TextField
          name="name"
          label={labels.name}
          autoComplete="name"
          defaultValue={text('name')}
          errors={errors.name ?? []}
        />
        <TextField
          name="email"
          type="email"
          label={labels.email}
          autoComplete="email"
          spellCheck={false}
          defaultValue={text('email')}
          errors={errors.email ?? []}
        />
      </div>
      <div>
        <Button tone="go">Send my request</Button>
        <NoticeLine version={props.noticeVersion} verb="sending" />
      </div>
    </form>
  )
}
