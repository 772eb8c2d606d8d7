import type { LeadStatus } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { lostReasonNames, lostReasons, statusNames } from './lead-status.ts'

type Refused = { errors: Record<string, string[]>; typed: Record<string, string> }
type FormProps = { errors: Refused['errors']; typed: Refused['typed'] }

/** Of all three forms; `version` is sent unseen. */
const shownFields = ['call', 'note', 'to', 'lostReason', 'statusNote']

type ComposerProps = {
  status: LeadStatus
  version: number
  isClosed: boolean
  /** Empty when this viewer may not move the lead. */
  nextStatuses: readonly LeadStatus[]
  refused: Refused | null
}

/** What can be done about a lead. Each act is a form of its own; what was typed into a refused one is kept. */
export function LeadComposer({ refused, nextStatuses, ...lead }: ComposerProps) {
  const form = { errors: refused?.errors ?? {}, typed: refused?.typed ?? {} }
  return (
    <section className="panel acts" aria-labelledby="acts">
      <h2 id="acts">What next?</h2>
      <ErrorSummary problems={problemsOf(form.errors, shownFields)} />
      <CallForm {...form} isNew={lead.status === 'new'} />
      <NoteForm {...form} />
      {nextStatuses.length > 0 ? (
        <StatusForm {...form} {...lead} nextStatuses={nextStatuses} />
      ) : (
        <p>This lead is closed. A manager can open it again.</p>
      )}
    </section>
  )
}

function CallForm({ errors, typed, isNew }: FormProps & { isNew: boolean }) {
  return (
    <form method="post" className="form" noValidate>
      <TextArea
        name="call"
        label="Log a call"
        hint={isNew ? 'The first call makes the lead contacted.' : undefined}
        rows={2}
        defaultValue={typed.call}
        errors={errors.call}
      />
      <Button small name="intent" value="call">
        Log the call
      </Button>
    </form>
  )
}

function NoteForm({ errors, typed }: FormProps) {
  return (
    <form method="post" className="form" noValidate>
      <TextArea
        name="note"
        label="Note for colleagues"
        rows={2}
        defaultValue={typed.note}
        errors={errors.note}
      />
      <Button small name="intent" value="note">
        Add the note
      </Button>
    </form>
  )
}

function StatusForm({
  errors,
  typed,
  status,
  version,
  isClosed,
  nextStatuses,
}: FormProps & Omit<ComposerProps, 'refused'>) {
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="version" value={version} />
      <SelectField
        name="to"
        label={isClosed ? 'Open again as' : 'Move to'}
        hint={`Now: ${statusNames[status]}`}
        choices={[
          { value: '', label: 'Choose a status' },
          ...nextStatuses.map((to) => ({ value: to, label: statusNames[to] })),
        ]}
        defaultValue={typed.to}
        errors={errors.to}
      />
      <SelectField
        name="lostReason"
        label="If it is lost, why"
        optional
        choices={[
          { value: '', label: 'Not lost' },
          ...lostReasons.map((reason) => ({ value: reason, label: lostReasonNames[reason] })),
        ]}
        defaultValue={typed.lostReason}
        errors={errors.lostReason}
      />
      <TextArea
        name="statusNote"
        label="Why"
        hint={isClosed ? 'Say why it is opened again.' : 'Needed when it is lost for another reason.'}
        optional={!isClosed}
        rows={2}
        defaultValue={typed.statusNote}
        errors={errors.statusNote}
      />
      <Button small name="intent" value="status">
        Change the status
      </Button>
    </form>
  )
}
