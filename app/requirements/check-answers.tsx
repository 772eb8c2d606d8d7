import { paths } from '#app/paths.ts'
import type { Step } from './requirement.ts'

/** One answer, and the field that it is changed at. `note`: what to look at once more. */
export type CheckedAnswer = {
  name: string
  label: string
  value: string
  note: string | null
  fieldId: string
}
export type CheckedStep = { step: Step; heading: string; answers: readonly CheckedAnswer[] }

/** Everything that was answered, step by step, each with its way to change it. */
export function CheckAnswers({ checked }: { checked: readonly CheckedStep[] }) {
  return checked.map(({ step, heading, answers }) => (
    <section key={step} aria-labelledby={`check-${step}`} className="check-part">
      <h2 id={`check-${step}`}>{heading}</h2>
      <dl className="check-list">
        {answers.map(({ name, label, value, note, fieldId }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd className="as-typed">
              {value || <span className="unsaid">Not said</span>}
              {note && <p className="answer-note">{note}</p>}
            </dd>
            <dd className="check-change">
              <a href={`${paths.startStep(step, { change: true })}#${fieldId}`}>
                Change<span className="said"> {label.toLowerCase()}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
