import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea, TextField } from '#app/ui/field.tsx'
import type { Stage } from './stages.ts'

const stateWords = { done: 'done', now: 'next', ahead: 'to come', left: 'not reached' }

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

/** What each form of the page is drawn from: its key, and what was typed into it if it was refused. */
export type PartProps = { keyOfForm: string; typed: Typed; errors: FormErrors }

export function NotePart({ keyOfForm, typed, errors }: PartProps) {
  return (
    <section aria-labelledby="add" className="no-print">
      <h2 id="add">Add something</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="key" value={keyOfForm} />
        <TextArea
          name="note"
          label="What we should know as well"
          rows={4}
          defaultValue={typedText(typed, 'note')}
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

export function FilePart({ keyOfForm, errors }: Omit<PartProps, 'typed'>) {
  return (
    <section aria-labelledby="attach" className="no-print">
      <h2 id="attach">Attach a file</h2>
      <form method="post" className="form" encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={keyOfForm} />
        <Field
          name="file"
          label="Job description"
          hint="A PDF, DOCX, TXT or MD of up to 5 MB. Only our staff can open it."
          errors={errors.file ?? []}
        >
          {(control) => <input type="file" accept=".pdf,.docx,.txt,.md" {...control} />}
        </Field>
        <div>
          <Button name="intent" value="attach">
            Attach it
          </Button>
        </div>
      </form>
    </section>
  )
}

type WithdrawProps = Omit<PartProps, 'keyOfForm'> & { isOpen: boolean; hasCall: boolean }

export function WithdrawPart({ typed, errors, isOpen, hasCall }: WithdrawProps) {
  return (
    <details className="no-print act" open={isOpen}>
      <summary>Withdraw your request</summary>
      <form method="post" className="form" noValidate>
        <p>
          We stop working on it. What you sent stays with us for as long as our privacy notice says, unless
          you have it deleted.
          {hasCall && ' The consultation that you booked stands: cancel it by the link in its letter.'}
        </p>
        <TextField
          name="reason"
          label="Why, if you like to tell"
          optional
          defaultValue={typedText(typed, 'reason')}
          errors={errors.reason ?? []}
        />
        <div>
          <Button tone="danger" name="intent" value="withdraw">
            Withdraw it
          </Button>
        </div>
      </form>
    </details>
  )
}

/** This page opens as long as the request is kept, so what cannot be taken back asks for a fresh link. */
export function DeletePart() {
  return (
    <details className="no-print act">
      <summary>Delete everything that you sent</summary>
      <form method="post" className="form">
        <p>
          We mail a link to the address of this request. It opens once, for a quarter of an hour, shows all
          that we hold of you, and has it deleted for good.
        </p>
        <div>
          <Button name="intent" value="delete">
            Mail me the link
          </Button>
        </div>
      </form>
    </details>
  )
}
