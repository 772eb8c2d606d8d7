import detectZone from '#app/booking/detect-zone.js?url'
import type { FormErrors, Typed, TypedValue } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { isCalendarDate } from '#app/time/calendar-dates.ts'
import { sayCalendarDate } from '#app/time/say.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import * as form from './requirement.ts'
import type { RowTyped } from './role-rows.ts'

type Choice = { value: string; label: string }

/** The whole requirement on one page: the work first, the person last. */
export function RequirementForm(props: {
  roles: Choice[]
  rows: RowTyped[]
  /** Empty until the visitor's browser has told its zone. */
  timeZone: string
  newKey: string
  noticeVersion: string
  values: Typed | undefined
  errors: FormErrors
}) {
  const { values, errors } = props
  const rows = rowsIn(values?.roles) ?? props.rows
  const text = (name: keyof typeof form.requirementLabels) => textOf(values?.[name])
  return (
    <>
      <ErrorSummary problems={problemsOf(visible(errors, rows.length))} />
      <form method="post" className="form" noValidate>
        {/* Enter in a text field presses the first button: it must send the form, not add a role. */}
        <button className="said" tabIndex={-1} aria-hidden="true">
          Send
        </button>
        <input type="hidden" name="idempotencyKey" value={textOf(values?.idempotencyKey) || props.newKey} />
        <input type="hidden" name="notice" value={props.noticeVersion} />
        <input type="hidden" name="timeZone" value={text('timeZone') || props.timeZone} />
        {rows.map((row, index) => (
          // Rows have no identity but their place.
          <RoleRow
            key={index}
            index={index}
            row={row}
            roles={props.roles}
            errors={errors}
            removable={rows.length > 1}
          />
        ))}
        {rows.length < form.mostRoles && (
          <div>
            <Button small tone="quiet" name="intent" value="add-role">
              Add another role
            </Button>
          </div>
        )}
        <TextField
          name="skills"
          label={form.requirementLabels.skills}
          optional
          hint="With commas between them: TypeScript, PostgreSQL, queues"
          defaultValue={text('skills')}
          errors={errors.skills}
        />
        <div className="form-row">
          <ChoiceField name="start" words={form.startWords} chosen={text('start')} errors={errors.start} />
          <ChoiceField
            name="duration"
            words={form.durationWords}
            chosen={text('duration')}
            errors={errors.duration}
          />
          <ChoiceField
            name="engagement"
            words={form.engagementWords}
            chosen={text('engagement')}
            errors={errors.engagement}
          />
          <ChoiceField
            name="overlap"
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
            <a href={paths.privacy()}>privacy notice of {dateOf(props.noticeVersion)}</a> says. Nothing else
            is done with them.
          </p>
        </div>
      </form>
    </>
  )
}

function RoleRow(props: {
  index: number
  row: RowTyped
  roles: Choice[]
  errors: FormErrors
  removable: boolean
}) {
  const { index, row, errors } = props
  const name = (field: string) => `roles[${index}].${field}`
  return (
    <fieldset className="role-row">
      <legend className="label">{props.removable ? `Role ${index + 1}` : 'The role'}</legend>
      <div className="form-row">
        <SelectField
          name={name('role')}
          label="Role"
          choices={[unchosen, ...props.roles]}
          defaultValue={row.role ?? ''}
          errors={errors[name('role')] ?? (index === 0 ? errors.roles : undefined)}
        />
        <SelectField
          name={name('count')}
          label="How many"
          choices={choicesOf(form.countWords)}
          defaultValue={row.count ?? ''}
          errors={errors[name('count')]}
        />
        <SelectField
          name={name('seniority')}
          label="Seniority"
          choices={choicesOf(form.seniorityWords)}
          defaultValue={row.seniority ?? ''}
          errors={errors[name('seniority')]}
        />
      </div>
      {props.removable && (
        <Button small tone="quiet" name="intent" value={`remove-role-${index}`}>
          Remove role {index + 1}
        </Button>
      )}
    </fieldset>
  )
}

function ChoiceField(props: {
  name: 'start' | 'duration' | 'engagement' | 'overlap'
  words: Record<string, string>
  chosen: string
  errors?: string[] | undefined
}) {
  return (
    <SelectField
      name={props.name}
      label={form.requirementLabels[props.name]}
      choices={choicesOf(props.words)}
      defaultValue={props.chosen}
      errors={props.errors}
    />
  )
}

/** A version of the notice is named after the day from which it holds. */
function dateOf(noticeVersion: string): string {
  return isCalendarDate(noticeVersion) ? sayCalendarDate(noticeVersion).replace(/^\w+ /, '') : noticeVersion
}

const unchosen: Choice = { value: '', label: 'Choose' }

/** Numbers as keys come first in JavaScript, which is the order wanted here. */
function choicesOf(words: Record<string, string>): Choice[] {
  return [unchosen, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}

/** Errors of fields that nobody sees are said of the form as a whole; those of a list stand at its first row. */
function visible(errors: FormErrors, rowCount: number): FormErrors {
  const shown: FormErrors = {}
  for (const [name, messages] of Object.entries(errors)) {
    const hidden = ['idempotencyKey', 'notice', 'timeZone'].includes(name)
    const field = hidden ? '' : name === 'roles' ? 'roles[0].role' : name
    const row = /^roles\[(\d+)\]/.exec(field)?.[1]
    shown[row !== undefined && Number(row) >= rowCount ? '' : field] = messages
  }
  return shown
}

function textOf(value: TypedValue): string {
  return typeof value === 'string' ? value : ''
}

function rowsIn(value: TypedValue): RowTyped[] | null {
  if (!Array.isArray(value)) return null
  const rows = value.slice(0, form.mostRoles).map((row) => ({
    role: textOf(fieldOf(row, 'role')),
    count: textOf(fieldOf(row, 'count')),
    seniority: textOf(fieldOf(row, 'seniority')),
  }))
  return rows.length > 0 ? rows : null
}

function fieldOf(row: TypedValue, name: string): TypedValue {
  return typeof row === 'object' && !Array.isArray(row) ? row[name] : undefined
}
