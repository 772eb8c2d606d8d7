import type { BookingDetails } from '#app/booking/booking-form.tsx'
import { GuestsField } from '#app/booking/guests/guests-field.tsx'
import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import type { Asked } from '#app/consultations/find-asked.server.ts'
import { QuestionFields } from '#app/consultations/question-fields.tsx'
import { answerField } from '#app/consultations/question.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Context } from './ask-for-time.tsx'
import { ChosenTime, type Chosen } from './chosen-time.tsx'
import { sayAnyway, sayOutside } from './new-booking.ts'

type Props = {
  page: {
    context: Context
    date: string
    hostName: string | null
    hosts: readonly { slug: string; name: string }[]
    chosen: Chosen | null
    asked: Asked | null
    details: BookingDetails
  }
  refused: {
    values: Typed
    errors: FormErrors
    outside: OutsideReason | null
    nearby: readonly { start: string; words: string }[]
  } | null
  newKey: string
}

/** Who is coming, and the button that books; what was refused comes back with everything that was typed. */
export function VisitorForm({ page, refused, newKey }: Props) {
  const { context, chosen, hostName } = page
  const typed = (name: string) => (refused ? typedText(refused.values, name) : '')
  const filled = (name: keyof BookingDetails) => (refused ? typed(name) : page.details[name])
  const outside = refused?.outside ?? chosen?.outside?.reason ?? null
  const errors = refused?.errors ?? {}
  const questions = (page.asked?.questions ?? []).map((question) => ({ ...question, required: false }))
  if (chosen?.lost && !refused)
    return (
      <div className="ask-chosen">
        <ChosenTime page={page} chosen={chosen} />
      </div>
    )
  return (
    <div className="ask-chosen">
      <form method="post" className="form" noValidate>
        <ErrorSummary
          problems={problemsOf(errors, [...shownFields, ...questions.map(({ id }) => answerField(id))])}
        />
        {chosen && <ChosenTime page={page} chosen={chosen} />}
        {Object.entries({
          ...{ lead: context.lead, type: context.type, host: context.host, timeZone: context.timeZone },
          ...{ start: typed('start') || chosen?.start, key: typed('key') || newKey },
        }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {refused && refused.nearby.length > 0 && <Instead times={refused.nearby} />}
        <div className="form-row">
          <TextField name="name" label="Their name" defaultValue={filled('name')} errors={errors.name} />
          <TextField
            name="email"
            type="email"
            label="Their e-mail"
            defaultValue={filled('email')}
            errors={errors.email}
          />
        </div>
        <div className="form-row">
          <TextField
            name="company"
            label="Company"
            optional
            defaultValue={filled('company')}
            errors={errors.company}
          />
          <TextField
            name="phone"
            type="tel"
            label="Telephone"
            optional={!page.asked?.callsYou}
            defaultValue={filled('phone')}
            errors={errors.phone}
          />
        </div>
        <QuestionFields
          questions={questions}
          typed={(id) => typedText(refused?.values.answers, id)}
          errors={errors}
        />
        <TextArea
          name="message"
          label="What to know before the call"
          hint="Only staff read it."
          optional
          rows={3}
          defaultValue={filled('message')}
          errors={errors.message}
        />
        <GuestsField defaultValue={filled('guests')} errors={errors.guests} />
        <Book outside={outside} hostName={hostName} />
      </form>
    </div>
  )
}

const shownFields = ['name', 'email', 'company', 'phone', 'message', 'guests']

/** Each sends the same form with another start. */
function Instead({ times }: { times: readonly { start: string; words: string }[] }) {
  return (
    <fieldset className="instead">
      <legend>Free instead: choose one and it is booked with what you typed</legend>
      <div className="btn-row">
        {times.map(({ start, words }) => (
          <Button key={start} name="instead" value={start}>
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function Book({ outside, hostName }: { outside: OutsideReason | null; hostName: string | null }) {
  if (!outside || !hostName) {
    return (
      <div>
        <Button tone="go">Book and send the invitation</Button>
        <p className="field-hint">
          They get the confirmation in their own time zone, with a link to change it.
        </p>
      </div>
    )
  }
  return (
    <Notice tone="amber" heading={sayOutside(outside, hostName)}>
      <p>Visitors are not offered this time. It is free, so you may book it all the same.</p>
      <Button tone="danger" name="anyway" value={outside}>
        {sayAnyway(outside, hostName)}
      </Button>
    </Notice>
  )
}
