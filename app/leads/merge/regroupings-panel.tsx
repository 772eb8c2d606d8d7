import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import type { RegroupingRow } from './regroupings.server.ts'

type Props = {
  leadRef: number
  regroupings: readonly RegroupingRow[]
  errors: readonly string[]
  maySplit: boolean
  mayDelete: boolean
}

/** Putting leads together and taking them apart, with the way back. */
export function RegroupingsPanel({ leadRef, regroupings, errors, maySplit, mayDelete }: Props) {
  return (
    <section className="panel" aria-labelledby="regroupings">
      <h2 id="regroupings">Put together, take apart</h2>
      {errors.map((error) => (
        <p key={error} className="field-error" role="alert">
          {error}
        </p>
      ))}
      {regroupings.length > 0 && (
        <ul className="plain-list">
          {regroupings.map((each) => (
            <Regrouped key={each.id} {...each} />
          ))}
        </ul>
      )}
      <p className="btn-row">
        <a className="btn btn-small" href={paths.staff.mergeLead(leadRef)}>
          Merge
        </a>
        {maySplit && (
          <a className="btn btn-small" href={paths.staff.splitLead(leadRef)}>
            Split
          </a>
        )}
        {mayDelete && (
          <a className="btn btn-small btn-quiet" href={paths.staff.deleteLead(leadRef)}>
            Delete
          </a>
        )}
      </p>
    </section>
  )
}

function Regrouped({ id, kind, other, when, until, by, later }: RegroupingRow) {
  return (
    <li className="regrouped">
      {said[kind](other)}
      <br />
      <span className="beside">
        {[when, by].filter(Boolean).join(', ')}.{' '}
        {later ? `Undo L-${later} first.` : `Can be undone until ${until}.`}
      </span>
      {!later && (
        <form method="post">
          <input type="hidden" name="intent" value="undo-regrouping" />
          <input type="hidden" name="regrouping" value={id} />
          <Button small tone="quiet">
            Undo<span className="said"> {said[kind](other)}</span>
          </Button>
        </form>
      )}
    </li>
  )
}

const said = {
  both: (ref: number) => `L-${ref} and its person are merged into this lead`,
  leads: (ref: number) => `L-${ref} is merged into this lead`,
  people: (ref: number) => `The person of L-${ref} is merged into this one`,
  split: (ref: number) => `L-${ref} was split off`,
}
