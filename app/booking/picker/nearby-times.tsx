import { answerField } from '#app/consultations/question.ts'
import { typedText, type Typed } from '#app/ops/typed-form.ts'

const kept = [
  'type',
  'host',
  'name',
  'email',
  'company',
  'phone',
  'message',
  'guests',
  'timeZone',
  'request',
  'idempotencyKey',
  'opened',
]

/**
 * The nearest free times after one was lost. Each is a button that sends the same form with another start, so nothing
 * has to be typed again.
 */
export function NearbyTimes({ times, values }: { times: { start: string; words: string }[]; values: Typed }) {
  return (
    <form method="post" noValidate className="nearby" aria-labelledby="nearby">
      <h2 id="nearby">Free instead</h2>
      <p className="field-hint">Choose one and your booking is sent with everything you typed.</p>
      {keptFields(values).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <ul className="times times-dated">
        {times.map(({ start, words }) => (
          <li key={start}>
            <button className="time" name="start" value={start}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

function keptFields(values: Typed): [name: string, value: string][] {
  const answered = Object.keys(Object(values.answers))
  return [
    ...kept.map((name): [string, string] => [name, typedText(values, name)]),
    ...answered.map((id): [string, string] => [answerField(id), typedText(values.answers, id)]),
  ]
}
