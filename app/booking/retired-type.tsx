import type { ChosenWords } from '#app/booking/picker/chosen-time.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import type { RetiredType } from './bookable-types.server.ts'
import { BookingForm } from './booking-form.tsx'
import { fillIn, type Refused } from './enter-details.tsx'
import type { VisitContext } from './visit.server.ts'

/**
 * The form of a kind of meeting that was retired while it was filled in. Each kind that is offered is a button that takes
 * the same time and everything typed to its own form.
 */
export function RetiredTypeForm(props: {
  retired: RetiredType
  context: VisitContext
  chosen: ChosenWords
  refused: Pick<Refused, 'values' | 'errors'>
}) {
  const { retired, context, chosen, refused } = props
  const { timeZone, request } = context
  const details = fillIn(refused, null)
  const answers = answersOf(retired, refused)
  return (
    <div className="book">
      <div className="book-what">
        <h1>Choose another kind of meeting</h1>
        <p>“{retired.name}” is no longer offered.</p>
      </div>
      <div className="book-details">
        <BookingForm
          chosen={{ ...chosen, changeHref: null, letGoHref: '' }}
          details={{ ...details, message: [details.message, ...answers].filter(Boolean).join('\n\n') }}
          asked={{ callsYou: false, questions: [] }}
          answered={() => ''}
          errors={{ ...refused.errors, '': [sayRetired(retired)] }}
          instead={null}
          held={null}
          gone="no longer offered"
          stamp={typedText(refused.values, 'opened')}
          hidden={{ timeZone, request, idempotencyKey: typedText(refused.values, 'idempotencyKey') }}
          buttons={<Others {...{ retired, context }} />}
        />
      </div>
    </div>
  )
}

function Others({ retired, context }: { retired: RetiredType; context: VisitContext }) {
  return (
    <>
      {retired.others.length > 0 && <p className="label">Offered instead</p>}
      <div className="btn-row">
        {retired.others.map(({ slug, name, minutes }) => (
          <Button
            key={slug}
            name="intent"
            value="hold"
            formAction={paths.book({ ...context, type: slug, host: undefined })}
            formNoValidate
          >
            {name}, {minutes} minutes
          </Button>
        ))}
      </div>
    </>
  )
}

function sayRetired({ name, others }: RetiredType): string {
  const next =
    others.length > 0
      ? 'Choose one of those below: what you typed goes with you.'
      : `No other can be booked just now: write to ${site.email}.`
  return `“${name}” is no longer offered. ${next}`
}

/** What only this type asked goes into the message, which every type has. */
function answersOf({ questions }: RetiredType, { values }: Pick<Refused, 'values'>): string[] {
  const answered = questions.map(({ id, label }) => ({ label, answer: typedText(values.answers, id) }))
  return answered.filter(({ answer }) => answer).map(({ label, answer }) => `${label}: ${answer}`)
}
