import { GuardFields } from '#app/abuse/guard-fields.tsx'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { messageFields, messageLabels } from './message.ts'

type MessageFormProps = {
  newKey: string
  newStamp: string
  noticeVersion: CalendarDate
  values: Typed | undefined
  errors: FormErrors
}

/** The message first, the person last: what one came for is asked before who one is. */
export function MessageForm({ newKey, newStamp, noticeVersion, values, errors }: MessageFormProps) {
  const text = (name: string) => typedText(values, name)
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, messageFields)} />
      <form method="post" className="form" noValidate>
        <input type="hidden" name="idempotencyKey" value={text('idempotencyKey') || newKey} />
        <GuardFields stamp={text('opened') || newStamp} />
        <input type="hidden" name="notice" value={noticeVersion} />
        <TextArea
          name="message"
          label={messageLabels.message}
          rows={6}
          defaultValue={text('message')}
          {...(errors.message && { errors: errors.message })}
        />
        <div className="form-row">
          <TextField
            name="name"
            label={messageLabels.name}
            autoComplete="name"
            defaultValue={text('name')}
            {...(errors.name && { errors: errors.name })}
          />
          <TextField
            name="email"
            type="email"
            label={messageLabels.email}
            autoComplete="email"
            spellCheck={false}
            defaultValue={text('email')}
            {...(errors.email && { errors: errors.email })}
          />
        </div>
        <div>
          <Button tone="go">Send my message</Button>
          <p className="field-hint">
            By sending it you agree that {site.name} uses it to answer you, as the{' '}
            <a href={paths.privacy()}>privacy notice of {sayDayAndYear(noticeVersion)}</a> says. Nothing else
            is done with it.
          </p>
        </div>
      </form>
    </>
  )
}
