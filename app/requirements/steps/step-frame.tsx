import type { ReactNode } from 'react'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { numberOf } from '../draft.ts'
import { steps, type Step } from '../requirement.ts'

/** What stands around every step: the way back, where one is, what is wrong, and the way on. */
export function StepFrame(props: {
  step: Step
  heading: string
  lede?: ReactNode
  back: string
  seen: string
  by: string
  again: boolean
  errors: FormErrors
  /** The fields that a message can lead to, in their order. */
  fields: readonly string[]
  withFile?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <div className="step">
      <a className="back" href={props.back}>
        Back
      </a>
      <ErrorSummary problems={problemsOf(props.errors, props.fields)} />
      <p className="label">
        Step {numberOf(props.step)} of {steps.length}
      </p>
      <h1>{props.heading}</h1>
      {props.lede && <p className="lede">{props.lede}</p>}
      {props.again && Object.keys(props.errors).length === 0 && (
        <Notice tone="amber">These answers are not complete yet. Look at them once more and continue.</Notice>
      )}
      <form
        method="post"
        className={`form ${props.className ?? ''}`}
        encType={props.withFile ? 'multipart/form-data' : undefined}
        noValidate
      >
        {/* Enter in a text field presses the first button: it must go on, whatever other buttons there are. */}
        <button className="said" tabIndex={-1} aria-hidden="true">
          Continue
        </button>
        <input type="hidden" name="seen" value={props.seen} autoComplete="off" />
        <input type="hidden" name="by" value={props.by} autoComplete="off" />
        {props.children}
        <div className="btn-row">
          <Button tone="go">Continue</Button>
          <a className="way-out" href={paths.startLater()}>
            Finish later
          </a>
        </div>
      </form>
    </div>
  )
}
