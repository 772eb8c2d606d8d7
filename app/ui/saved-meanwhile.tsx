import { Button } from './button.tsx'
import type { Difference } from './meanwhile.ts'
import { Notice } from './notice.tsx'

/**
 * Stands at the top of a form that came too late: a colleague saved the same thing meanwhile. The form below holds what was
 * typed, and sending it again keeps that; `here` shows what is saved.
 */
export function SavedMeanwhile({
  differences,
  intent,
  here,
}: {
  differences: readonly Difference[]
  intent?: string
  here: string
}) {
  return (
    <Notice tone="alert" heading="A colleague saved this meanwhile">
      {differences.length === 0 ? (
        <p>What is saved now says the same as what you typed.</p>
      ) : (
        <>
          <p>Nothing of yours is saved yet, and nothing is lost: the form below is as you typed it.</p>
          <ul className="plain-list differences">
            {differences.map(({ label, saved, typed }) => (
              <li key={label}>
                <h3>{label}</h3>
                <Side name="Saved" text={saved} />
                <Side name="Yours" text={typed} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="btn-row">
        <Button small tone="go" name={intent && 'intent'} value={intent}>
          Save mine instead
        </Button>
        <a href={here}>Take what is saved</a>
      </div>
    </Notice>
  )
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <p className="as-typed">
      <span className="label">{name}</span> {text || <span className="beside">Empty</span>}
    </p>
  )
}
