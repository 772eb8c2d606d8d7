import { outsideReasons, type OutsideReason } from '#app/calendars/staff-offer.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { RefusedAct } from './booking-acts.server.ts'
import { Guard, type Shown } from './booking-guard.tsx'
import type { HostChoice, MoveChoices } from './load-choices.server.ts'
import { MoveForms } from './move-forms.tsx'
import { ReassignForm } from './reassign-form.tsx'

type Props = {
  reference: string
  shown: Shown
  refused: RefusedAct | null
  times: MoveChoices | null
  hosts: readonly HostChoice[] | null
  mayReopen: boolean
  mayMark: boolean
}

/** `status` and `sequence` are sent unseen. */
const shownFields = ['onDate', 'atTime', 'host', 'reason', 'as']

/** What can be done about a booking. Each act is a form of its own; what was typed into a refused one is kept. */
export function BookingActs({ reference, shown, refused, times, hosts, mayReopen, mayMark }: Props) {
  const isNothing = !times && !mayReopen && !mayMark
  const form = { shown, refused }
  return (
    <section className="panel acts" aria-labelledby="acts">
      <h2 id="acts">What next?</h2>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, shownFields)} />
      {mayMark && <MarkForm {...form} />}
      {times && (
        <MoveForms {...form} reference={reference} times={times} anyway={toPutAside(refused, 'move-to')} />
      )}
      {hosts && <ReassignForm {...form} hosts={hosts} />}
      {times && <CancelForm {...form} />}
      {mayReopen && <ReopenForm {...form} anyway={toPutAside(refused, 'reopen')} />}
      {isNothing && <p>This booking was cancelled and its time has passed: there is nothing left to do.</p>}
    </section>
  )
}

/** The reason why that form was refused, when staff may put it aside. */
function toPutAside(refused: RefusedAct | null, intent: string): OutsideReason | null {
  if (refused?.intent !== intent) return null
  return outsideReasons.find((reason) => reason === refused.reason) ?? null
}

type FormProps = { shown: Shown; refused: RefusedAct | null }

function MarkForm({ shown }: FormProps) {
  return (
    <form method="post" className="form" aria-labelledby="mark">
      <Guard {...shown} />
      <input type="hidden" name="intent" value="mark" />
      <h3 id="mark">Did the visitor come?</h3>
      <div className="btn-row act-buttons">
        <Button small name="as" value="attended" disabled={shown.status === 'attended'}>
          They came
        </Button>
        <Button small name="as" value="no_show" disabled={shown.status === 'no_show'}>
          They did not come
        </Button>
      </div>
      <p className="field-hint">
        {shown.status === 'confirmed'
          ? 'That they came makes a new lead contacted.'
          : 'Said wrongly? Press the other one.'}
      </p>
    </form>
  )
}

function CancelForm({ shown, refused }: FormProps) {
  return (
    <form method="post" className="form" noValidate aria-labelledby="cancel">
      <h3 id="cancel">Cancel it</h3>
      <Guard {...shown} />
      <TextArea
        name="reason"
        label="Why?"
        hint="For colleagues. The visitor’s letter does not say it."
        optional
        rows={2}
        defaultValue={refused?.typed.reason}
        errors={refused?.errors.reason}
      />
      <div>
        <Button small tone="danger" name="intent" value="cancel">
          Cancel the consultation
        </Button>
      </div>
    </form>
  )
}

function ReopenForm({ shown, anyway }: FormProps & { anyway: OutsideReason | null }) {
  return (
    <form method="post" className="form" aria-labelledby="reopen">
      <Guard {...shown} />
      <input type="hidden" name="intent" value="reopen" />
      <h3 id="reopen">Was it cancelled by mistake?</h3>
      {anyway && <input type="hidden" name="anyway" value={anyway} />}
      <div>
        <Button small>{anyway ? 'Open it again anyway' : 'Open it again'}</Button>
      </div>
      <p className="field-hint">At the same time, if nobody else has it by now. Both are told.</p>
    </form>
  )
}
