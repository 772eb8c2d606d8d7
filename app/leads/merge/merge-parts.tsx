import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { StatusMark } from '../status-mark.tsx'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { DuplicateWords } from './duplicates-notice.tsx'
import type { Duplicate } from './find-duplicates.server.ts'
import type { MergeKind, Side } from './merge-choices.ts'
import type { showMerge } from './show-merge.server.ts'

type Other = { ref: number; title: string; status: LeadStatus }
type ChooseProps = {
  leadRef: number
  duplicates: readonly Duplicate[]
  others: readonly Other[]
  typed: string | null
  error: string | null
}

/** Which lead is the same: those that look like it first, or any by its number. */
export function ChooseOther({ leadRef, duplicates, others, typed, error }: ChooseProps) {
  const hrefOf = (ref: number) => paths.staff.mergeLead(leadRef, { with: String(ref) })
  return (
    <>
      <p>
        Which lead is the same as L-{leadRef}? Before anything changes you see what moves and choose what
        stays.
      </p>
      {duplicates.length > 0 && (
        <section className="panel" aria-labelledby="duplicates">
          <h2 id="duplicates">Perhaps the same</h2>
          <ul className="plain-list ruled">
            {duplicates.map((duplicate) => (
              <li key={duplicate.ref}>
                <DuplicateWords duplicate={duplicate} href={hrefOf(duplicate.ref)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className="panel" aria-labelledby="near">
          <h2 id="near">Of the same person or company</h2>
          <ul className="plain-list ruled">
            {others.map(({ ref, title, status }) => (
              <li key={ref}>
                <a href={hrefOf(ref)}>
                  L-{ref} {title}
                </a>{' '}
                <StatusMark status={status} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="get" className="panel form" noValidate>
        <TextField
          name="with"
          label="Number of the other lead"
          hint="Such as L-1042"
          defaultValue={typed ?? undefined}
          errors={error ? [error] : undefined}
        />
        <div className="btn-row">
          <Button tone="go">Compare the two</Button>
        </div>
      </form>
    </>
  )
}

const kindNames: Record<MergeKind, { title: string; words: string }> = {
  both: { title: 'One person, one lead', words: 'The same human under two addresses, and the same need.' },
  people: { title: 'One person, two leads', words: 'The same human, but each lead is a need of its own.' },
  leads: { title: 'Two people, one lead', words: 'Two colleagues who ask for the same thing.' },
}

type Preview = Awaited<ReturnType<typeof showMerge>>

export function MergePreview({ kind, kinds, seen, refused, kept, other, differing, same, moves }: Preview) {
  const hrefOf = (asked: MergeKind) =>
    paths.staff.mergeLead(kept.ref, { with: String(other.ref), kind: asked })
  return (
    <>
      {kinds.length > 0 && (
        <nav aria-label="What is the same" className="merge-kinds">
          {kinds.map((each) => (
            <a key={each} href={hrefOf(each)} aria-current={each === kind ? 'true' : undefined}>
              <strong>{kindNames[each].title}</strong>
              <span>{kindNames[each].words}</span>
            </a>
          ))}
        </nav>
      )}
      <form method="post" className="stack">
        <input type="hidden" name="with" value={other.ref} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={seen} />
        <div className="merge-sides">
          <SideHead words={kind === 'people' ? 'Person who is kept' : 'Kept'} side={kept} />
          <SideHead words={kind === 'people' ? 'Person who goes into it' : 'Goes into it'} side={other} />
        </div>
        <p>
          <a href={paths.staff.mergeLead(other.ref, { with: String(kept.ref), kind })}>
            Keep L-{other.ref} instead
          </a>
        </p>
        {differing.length > 0 && (
          <section aria-labelledby="differing">
            <h2 id="differing">Where they differ</h2>
            <div className="merge-fields">
              {differing.map((each) => (
                <FieldChoice key={each.field} {...each} refs={{ kept: kept.ref, other: other.ref }} />
              ))}
            </div>
          </section>
        )}
        {same.length > 0 && (
          <p className="beside">
            The same on both:{' '}
            {same.map(({ label, kept: value }) => `${label.toLowerCase()} (${value})`).join(', ')}.
          </p>
        )}
        <section aria-labelledby="moves">
          <h2 id="moves">What moves from L-{other.ref}</h2>
          <ul className="merge-moves">
            {moves.map(({ count, one, many }) => (
              <li key={one}>
                <strong>{count}</strong> {count === 1 ? one : many}
              </li>
            ))}
          </ul>
          <p className="beside">
            {kind !== 'people' && `L-${other.ref} then leads to L-${kept.ref}. `}
            Nothing is sent to anybody. You can undo this for 30 days; what comes in meanwhile stays with L-
            {kept.ref}.
          </p>
        </section>
        {!refused && (
          <div className="btn-row">
            <Button tone="go">{acts[kind](kept.ref, other.ref)}</Button>
          </div>
        )}
      </form>
    </>
  )
}

const acts: Record<MergeKind, (kept: number, other: number) => string> = {
  both: (kept, other) => `Merge L-${other} into L-${kept}`,
  leads: (kept, other) => `Merge L-${other} into L-${kept}`,
  people: () => 'Make the two people one',
}

function SideHead({ words, side }: { words: string; side: Preview['kept'] }) {
  const { ref, title, who, emails, received } = side
  return (
    <section className="panel" aria-labelledby={`side-${ref}`}>
      <p className="label">{words}</p>
      <h2 id={`side-${ref}`}>
        <a href={paths.staff.lead(ref)}>L-{ref}</a> {title}
      </h2>
      <p>{who}</p>
      <p className="beside">
        {emails.join(', ')}
        <br />
        Received {received}
      </p>
    </section>
  )
}

type FieldChoiceProps = Preview['differing'][number] & { refs: Record<Side, number> }

function FieldChoice({ field, label, kept, other, proposed, refs }: FieldChoiceProps) {
  const values = { kept, other }
  return (
    <fieldset className="merge-field">
      <legend>{label}</legend>
      {(['kept', 'other'] as const).map((side) => (
        <label key={side} className="radio">
          <input type="radio" name={field} value={side} defaultChecked={side === proposed} />
          <span>
            {values[side] || <em>nothing</em>} <span className="label">L-{refs[side]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
