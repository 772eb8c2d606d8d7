import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { durationWords, engagementWords, overlapWords, startWords } from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import type { StoredAnswers } from '../stored-answers.ts'
import type { Stage } from './stages.ts'

const stateWords = { done: 'done', now: 'next', ahead: 'to come' }

export function StageList({ stages }: { stages: readonly Stage[] }) {
  return (
    <ol className="stages">
      {stages.map(({ name, state, words }) => (
        <li key={name} className={`stage stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <strong>{name}</strong> <span className="label">{stateWords[state]}</span>
          {words && <p>{words}</p>}
        </li>
      ))}
    </ol>
  )
}

/** A link for colleagues, who read what is needed and not who asks. */
export function BriefPart({ url }: { url: string | null }) {
  return (
    <section aria-labelledby="brief" className="no-print">
      <h2 id="brief">A brief for a colleague</h2>
      {url ? (
        <p>
          Whoever has this link reads what you need, without your name: <a href={url}>{url}</a>
        </p>
      ) : (
        <p>Make a link to a page with your answers and without your name. It works for 30 days.</p>
      )}
      <form method="post">
        {url ? (
          <Button name="intent" value="revoke">
            Stop sharing
          </Button>
        ) : (
          <Button name="intent" value="share">
            Make a link
          </Button>
        )}
      </form>
    </section>
  )
}

export function NotePart({
  keyOfForm,
  typed,
  errors,
}: {
  keyOfForm: string
  typed: string
  errors: FormErrors
}) {
  return (
    <section aria-labelledby="add" className="no-print">
      <h2 id="add">Add something</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="key" value={keyOfForm} />
        <TextArea
          name="note"
          label="What we should know as well"
          rows={4}
          defaultValue={typed}
          errors={errors.note ?? []}
        />
        <div>
          <Button name="intent" value="note">
            Add it
          </Button>
        </div>
      </form>
    </section>
  )
}

/** The answers that change most often. What is sent here is kept beside what was sent before. */
export function EditPart(props: { keyOfForm: string; typed: StoredAnswers; errors: FormErrors }) {
  const { keyOfForm, typed, errors } = props
  return (
    <details className="no-print">
      <summary>Change your answers</summary>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="key" value={keyOfForm} />
        <div className="form-row">
          <ChoiceField
            name="start"
            label={labels.start}
            words={startWords}
            chosen={typed.start}
            errors={errors.start ?? []}
          />
          <ChoiceField
            name="duration"
            label={labels.duration}
            words={durationWords}
            chosen={typed.duration}
            errors={errors.duration ?? []}
          />
        </div>
        <div className="form-row">
          <ChoiceField
            name="engagement"
            label={labels.engagement}
            words={engagementWords}
            chosen={typed.engagement}
            errors={errors.engagement ?? []}
          />
          <ChoiceField
            name="overlap"
            label={labels.overlap}
            words={overlapWords}
            chosen={typed.overlap}
            errors={errors.overlap ?? []}
          />
        </div>
        <TextArea
          name="message"
          label={labels.message}
          defaultValue={typed.message}
          errors={errors.message ?? []}
        />
        <div>
          <Button name="intent" value="edit">
            Send the changed answers
          </Button>
        </div>
      </form>
    </details>
  )
}

export function WithdrawPart({ errors }: { errors: FormErrors }) {
  return (
    <details className="no-print">
      <summary>Withdraw your request</summary>
      <form method="post" className="form" noValidate>
        <TextField name="reason" label="Why, if you like to tell" optional errors={errors.reason ?? []} />
        <div>
          <Button tone="danger" name="intent" value="withdraw">
            Withdraw it
          </Button>
        </div>
      </form>
    </details>
  )
}
