import type { ReactNode } from 'react'
import { GuardFields } from '#app/abuse/guard-fields.tsx'
import type { Asked } from '#app/consultations/find-asked.server.ts'
import { QuestionFields } from '#app/consultations/question-fields.tsx'
import { answerField } from '#app/consultations/question.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { GuestsField } from './guests/guests-field.tsx'
import { ChangeTime, HeldUntil, KeepHolding, type HeldWords } from './held.tsx'

export type BookingDetails = {
  name: string
  email: string
  company: string
  phone: string
  message: string
  guests: string
}

export type ChosenTime = {
  start: string
  date: string
  time: string
  zoneName: string
  /** Null when another time would not do. */
  changeHref: string | null
  letGoHref: string
}

/** The second step: who is coming. What a requirement has told already is filled in. */
export function BookingForm(props: {
  chosen: ChosenTime
  details: BookingDetails
  asked: Asked
  /** What was answered before the form came back. */
  answered: (questionId: string) => string
  errors: FormErrors
  /** Other times to take, after what is said of the one that was lost. */
  instead: ReactNode
  hidden: Record<string, string | undefined>
  stamp: string
  held: HeldWords | null
  /** Why the chosen time could not be had, in a word. */
  gone: string | null
  /** What sends the form, if it is not to book the chosen time. */
  buttons?: ReactNode
}) {
  const { chosen, details, errors, held, gone } = props
  const { changeHref } = chosen
  const { callsYou, questions } = props.asked
  const shown = [...sharedFields, ...questions.map(({ id }) => answerField(id)), 'message', 'guests']
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, shown)} />
      {props.instead}
      <div className="appointment">
        <ChosenTimeWords {...chosen} gone={gone} />
        <div className="label">
          {chosen.zoneName}
          {changeHref && (
            <>
              {' '}
              · <ChangeTime held={held} changeHref={changeHref} letGoHref={chosen.letGoHref} />
            </>
          )}
        </div>
        {!gone && <HeldUntil held={held} />}
      </div>
      <form method="post" className="form" noValidate>
        {Object.entries({ start: chosen.start, ...props.hidden }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <GuardFields stamp={props.stamp} />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          defaultValue={details.name}
          errors={errors.name}
        />
        <TextField
          name="email"
          type="email"
          label="Work e-mail"
          hint="The confirmation and the link to change it go there."
          autoComplete="email"
          spellCheck={false}
          defaultValue={details.email}
          errors={errors.email}
        />
        <div className="form-row">
          <TextField
            name="company"
            label="Company"
            optional
            autoComplete="organization"
            defaultValue={details.company}
            errors={errors.company}
          />
          <TextField
            name="phone"
            type="tel"
            label="Telephone"
            optional={!callsYou}
            hint={callsYou ? 'We call you on this number.' : undefined}
            autoComplete="tel"
            defaultValue={details.phone}
            errors={errors.phone}
          />
        </div>
        <QuestionFields questions={questions} typed={props.answered} errors={errors} />
        <TextArea
          name="message"
          label="What should we know before the call?"
          optional
          rows={4}
          defaultValue={details.message}
          errors={errors.message}
        />
        <GuestsField defaultValue={details.guests} errors={errors.guests} />
        <div>
          {props.buttons ?? (
            <div className="btn-row hold-row">
              {gone ? <Button>Try this time again</Button> : <Button tone="go">Confirm the booking</Button>}
              {!gone && <KeepHolding held={held} />}
            </div>
          )}
          <p className="field-hint">
            We use your answers to hold this call and to answer you:{' '}
            <a href={paths.privacy()}>how we treat them</a>.
          </p>
        </div>
      </form>
    </>
  )
}

function ChosenTimeWords({ start, date, time, gone }: ChosenTime & { gone: string | null }) {
  const words = (
    <time dateTime={start}>
      {date}, {time}
    </time>
  )
  if (!gone) return <p className="appointment-time">{words}</p>
  return (
    <p className="appointment-before">
      <del>{words}</del>, {gone}
    </p>
  )
}

const sharedFields = ['name', 'email', 'company', 'phone']
