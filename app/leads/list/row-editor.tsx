import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { lostReasonNames, lostReasons, nextStatuses, statusNames } from '../lead-status.ts'
import type { LeadRow } from './lead-row.ts'
import type { Planned } from './next-action.ts'

/** The line, or card, that is open for changes. */
export type Editing = {
  ref: number
  owners: readonly { id: string; name: string }[]
  /** What is planned, as the form's fields hold it. */
  planned: Planned
  mayReopen: boolean
  /** Where the list is without this form. */
  back: string
  errors: Record<string, string[]>
  /** What was typed into a form that was refused. */
  typed: Record<string, string> | null
}

const shownFields = ['to', 'lostReason', 'statusNote', 'owner', 'next', 'nextOn', 'nextAt']

/** Status, owner and next action of one lead, where it stands. Each field says what it was: only what changed is written. */
export function RowEditor({ row, editing }: { row: LeadRow; editing: Editing }) {
  const { owners, planned, errors, typed, back, mayReopen } = editing
  const isClosed = row.waiting.urgency === 'closed'
  const statuses = isClosed && !mayReopen ? [] : nextStatuses(row.status)
  return (
    <form method="post" className="form row-form" noValidate aria-label={`Change L-${row.ref}`}>
      <h2>
        L-{row.ref} <span className="beside">{row.who}</span>
      </h2>
      <ErrorSummary problems={problemsOf(errors, shownFields)} />
      <input type="hidden" name="intent" value="line" />
      <input type="hidden" name="ref" value={row.ref} />
      <input type="hidden" name="wasStatus" value={row.status} />
      <input type="hidden" name="wasOwner" value={row.ownerId} />
      <input type="hidden" name="wasNext" value={planned.title} />
      <input type="hidden" name="wasNextOn" value={planned.date} />
      <input type="hidden" name="wasNextAt" value={planned.time} />
      <div className="form-row">
        <SelectField
          name="to"
          label="Status"
          data-key="s"
          choices={[row.status, ...statuses].map((status) => ({
            value: status,
            label: statusNames[status],
          }))}
          defaultValue={typed?.to ?? row.status}
          errors={errors.to}
        />
        <SelectField
          name="owner"
          label="Owner"
          data-key="a"
          choices={[
            { value: '', label: 'Nobody' },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={typed?.owner ?? row.ownerId}
          errors={errors.owner}
        />
      </div>
      <div className="form-row lost-only">
        <SelectField
          name="lostReason"
          label="If it is lost, why"
          optional
          choices={[
            { value: '', label: 'Not lost' },
            ...lostReasons.map((reason) => ({ value: reason, label: lostReasonNames[reason] })),
          ]}
          defaultValue={typed?.lostReason}
          errors={errors.lostReason}
        />
        <TextArea
          name="statusNote"
          label={isClosed ? 'Why it is opened again' : 'Note to the change of status'}
          optional={!isClosed}
          rows={1}
          defaultValue={typed?.statusNote}
          errors={errors.statusNote}
        />
      </div>
      <div className="form-row next-fields">
        <TextField
          name="next"
          label="Next action"
          optional
          maxLength={200}
          defaultValue={typed?.next ?? planned.title}
          errors={errors.next}
        />
        <TextField
          name="nextOn"
          type="date"
          label="On"
          optional
          defaultValue={typed?.nextOn ?? planned.date}
          errors={errors.nextOn}
        />
        <TextField
          name="nextAt"
          type="time"
          label="At"
          optional
          defaultValue={typed?.nextAt ?? planned.time}
          errors={errors.nextAt}
        />
      </div>
      <div className="btn-row">
        <Button tone="go" small>
          Save
        </Button>
        <a href={back} data-cancel>
          Cancel
        </a>
      </div>
    </form>
  )
}
