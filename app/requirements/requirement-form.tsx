import detectZone from '#app/booking/picker/detect-zone.js?url'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import * as form from './requirement.ts'
import { RoleRows, roleField, roleFields } from './role-row.tsx'
import { typedRows, type RowTyped } from './role-rows.ts'

/** The whole requirement on one page: the work first, the person last. */
export function RequirementForm(props: {
  roles: Choice[]
  rows: RowTyped[]
  /** Empty until the visitor's browser has told its zone. */
  timeZone: string
  newKey: string
  noticeVersion: CalendarDate
  values: Typed | undefined
  errors: FormErrors
}) {
  const { values } = props
  const errors = atFirstRow(props.errors)
  const typed = typedRows(values)
  const rows = typed.length > 0 ? typed : props.rows
  const text = (name: string) => typedText(values, name)
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, shownFields(rows.length))} />
      <form method="post" className="form" noValidate>
        {/* Enter in a text field presses the first button: it must send the form, not add a role. */}
        <button className="said" tabIndex={-1} aria-hidden="true">
          Send
        </button>
        <input type="hidden" name="idempotencyKey" value={text('idempotencyKey') || props.newKey} />
        <input type="hidden" name="notice" value={props.noticeVersion} />
        <input type="hidden" name="timeZone" value={text('timeZone') || props.timeZone} />
        <RoleRows rows={rows} roles={props.roles} errors={errors} />
        <TextField
          name="skills"
          label={form.requirementLabels.skills}
          optional
          hint="With commas between them: TypeScript, PostgreSQL, queues"
          defaultValue={text('skills')}
          errors={errors.skills}
        />
        <div className="form-row">
          <ChoiceField
            name="start"
            label={form.requirementLabels.start}
            words={form.startWords}
            chosen={text('start')}
            errors={errors.start}
          />
          <ChoiceField
            name="duration"
            label={form.requirementLabels.duration}
            words={form.durationWords}
            chosen={text('duration')}
            errors={errors.duration}
          />
          <ChoiceField
            name="engagement"
            label={form.requirementLabels.engagement}
            words={form.engagementWords}
            chosen={text('engagement')}
            errors={errors.engagement}
          />
          <ChoiceField
            name="overlap"
            label={form.requirementLabels.overlap}
            words={form.overlapWords}
            chosen={text('overlap')}
            errors={errors.overlap}
          />
        </div>
        <TextArea
          name="message"
          label={form.requirementLabels.message}
          optional
          hint="Two or three sentences are enough."
          defaultValue={text('message')}
          errors={errors.message}
        />
        <TextField
          name="name"
          label={form.requirementLabels.name}
          autoComplete="name"
          defaultValue={text('name')}
          errors={errors.name}
        />
        <div className="form-row">
          <TextField
            name="email"
            type="email"
            label={form.requirementLabels.email}
            autoComplete="email"
            spellCheck={false}
            defaultValue={text('email')}
            errors={errors.email}
          />
          <TextField
            name="company"
            label={form.requirementLabels.company}
            autoComplete="organization"
            defaultValue={text('company')}
            errors={errors.company}
          />
        </div>
        <div>
          <Button tone="go">Send my request</Button>
          <script type="module" src={detectZone} />
          <p className="field-hint">
            By sending it you agree that {site.name} uses these answers to reply to your request, as the{' '}
            <a href={paths.privacy()}>privacy notice of {sayDayAndYear(props.noticeVersion)}</a> says. Nothing
            else is done with them.
          </p>
        </div>
      </form>
    </>
  )
}

/** What is wrong with the list of roles stands at its first row. */
function atFirstRow({ roles, ...errors }: FormErrors): FormErrors {
  return roles ? { [roleField(0, 'role')]: roles, ...errors } : errors
}

/** The fields that a message above the form can lead to; the others are sent unseen. */
function shownFields(rowCount: number): string[] {
  const ofRows = Array.from({ length: rowCount }, (_, row) =>
    roleFields.map((field) => roleField(row, field)),
  )
  return [...ofRows.flat(), ...Object.keys(form.requirementLabels).filter((name) => name !== 'timeZone')]
}
