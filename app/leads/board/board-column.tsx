import { paths } from '#app/paths.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { sayCounted } from '../list/counted.ts'
import type { LeadRow } from '../list/lead-row.ts'
import { Next } from '../list/next.tsx'
import { RowEditor, type Editing } from '../list/row-editor.tsx'
import { lostReasonNames, lostReasons, statusNames } from '../lead-status.ts'

type ColumnProps = {
  status: LeadStatus
  count: number
  /** Whether there may be more than were counted. */
  isMore: boolean
  cards: readonly LeadRow[]
  /** Where more of this column is shown, and where all of it is a list. */
  more: string | null
  list: string
  query: string
  editing: Editing | null
  editHref: ((ref: number) => string) | null
}

export function BoardColumn({
  status,
  count,
  isMore,
  cards,
  more,
  list,
  query,
  editing,
  editHref,
}: ColumnProps) {
  const number = sayCounted(count, isMore)
  return (
    <section className="column" aria-labelledby={`column-${status}`} data-status={status}>
      <h2 id={`column-${status}`}>
        {statusNames[status]}{' '}
        <a className="label" href={list} aria-label={`${number} leads as a list`}>
          {number}
        </a>
      </h2>
      <ol className="cards">
        {cards.map((card) => (
          <li key={card.ref} id={`l-${card.ref}`} className="card" data-ref={card.ref} data-status={status}>
            {editing?.ref === card.ref ? (
              <RowEditor row={card} editing={editing} />
            ) : (
              <Card card={card} query={query} editHref={editHref?.(card.ref) ?? null} />
            )}
          </li>
        ))}
      </ol>
      {cards.length === 0 && <p className="column-empty">Nothing here.</p>}
      {more && (
        <a className="chip-text" href={`${more}#column-${status}`}>
          Show more<span className="said"> of {statusNames[status]}</span>
        </a>
      )}
    </section>
  )
}

function Card({ card, query, editHref }: { card: LeadRow; query: string; editHref: string | null }) {
  const { ref, title, who, owner, ownerId, stage, waiting, isStale, consultation } = card
  return (
    <>
      <h3>
        <a className="row-link" href={paths.staff.lead(ref, { board: query })}>
          {who}
        </a>
      </h3>
      <p className="needs">{title}</p>
      <p>
        <Next {...waiting} isStale={isStale} />
      </p>
      {consultation && (
        <p className="badge">
          Consultation <time dateTime={consultation.iso}>{consultation.words}</time>
        </p>
      )}
      <p className="card-foot">
        <span className="card-owner">{ownerId ? owner : 'unassigned'}</span>
        <span aria-label={`In this stage: ${stage}`}>{stage}</span>
        {editHref && (
          <a className="card-act" href={editHref} data-edit>
            Move<span className="said"> or change L-{ref}</span>
          </a>
        )}
      </p>
    </>
  )
}

/** Where a card is dropped that is won or lost; why it is lost is asked before anything is written. */
export function DropZones() {
  return (
    <>
      <div className="zones" aria-hidden="true">
        <div className="zone" data-status="won">
          Won
        </div>
        <div className="zone" data-status="lost">
          Lost
        </div>
      </div>
      <dialog id="lost-dialog" aria-labelledby="lost-title">
        <form method="dialog" className="form">
          <h2 id="lost-title">Why is it lost?</h2>
          <SelectField
            name="dialogReason"
            label="Reason"
            required
            choices={[
              { value: '', label: 'Choose a reason' },
              ...lostReasons.map((reason) => ({ value: reason, label: lostReasonNames[reason] })),
            ]}
          />
          <TextField
            name="dialogNote"
            label="Note"
            hint="Needed when the reason is another one."
            optional
            maxLength={1000}
          />
          <div className="btn-row">
            <Button small tone="go" value="lost">
              Mark as lost
            </Button>
            <Button small tone="quiet" value="" formNoValidate>
              Cancel
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}
