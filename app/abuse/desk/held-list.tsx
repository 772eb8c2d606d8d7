import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { HeldView } from './held-view.ts'

/** What waits, with the one press that lets it in. */
export function HeldList({ rows, mayEdit }: { rows: readonly HeldView[]; mayEdit: boolean }) {
  return (
    <ul className="held-list">
      {rows.map((held) => (
        <li key={held.id} className="held">
          <div>
            <a href={paths.staff.heldOne(held.id)}>{held.title}</a>
            <p className="beside">{[held.name, held.company, held.email].filter(Boolean).join(' · ')}</p>
            <p className="beside">
              {held.reasons.join('; ')} · {held.score} points
            </p>
            <p className="label">{held.received}</p>
          </div>
          {mayEdit && (
            <form method="post" action={paths.staff.heldOne(held.id)}>
              <Button
                small
                name="intent"
                value="release"
                aria-label={`Release ${held.title} of ${held.name}`}
              >
                Release
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

type Block = { id: string; what: string; value: string; reason: string; by: string; until: string }

export function BlockList({ blocks, mayBlock }: { blocks: readonly Block[]; mayBlock: boolean }) {
  return (
    <ul className="held-list">
      {blocks.map(({ id, what, value, reason, by, until }) => (
        <li key={id} className="held">
          <div>
            <strong>{value}</strong> <span className="beside">{what}</span>
            <p>{reason}</p>
            <p className="label">
              {by} · until {until}
            </p>
          </div>
          {mayBlock && (
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <Button small aria-label={`Lift the block of ${value}`}>
                Lift
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

export function NothingHeld({ show }: { show: 'held' | 'spam' | 'blocked' }) {
  const { heading, words } = nothing[show]
  return (
    <EmptyState heading={heading}>
      <p>{words}</p>
    </EmptyState>
  )
}

const nothing = {
  held: {
    heading: 'Nothing is held',
    words:
      'What looks like abuse waits here until somebody looks. Its sender sees the same page as everybody; no lead is made and no letter is sent until it is released.',
  },
  spam: {
    heading: 'No spam',
    words: 'What is surely abuse lies here for 30 days. It can be released all the same.',
  },
  blocked: {
    heading: 'Nobody is blocked',
    words: 'Open something that is held to block its address, its domain, or where it was sent from.',
  },
}
