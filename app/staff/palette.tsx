import { paths } from '#app/paths.ts'

/** Where to jump from anywhere, and the list of all keys; opened by the buttons beside them or by Ctrl K and ?. */
export function Palette() {
  return (
    <>
      <dialog id="palette" aria-label="Jump to" data-find={paths.staff.find()}>
        <input
          type="text"
          role="combobox"
          aria-label="Jump to a lead, a page or an act"
          aria-expanded="true"
          aria-controls="found"
          aria-autocomplete="list"
          placeholder="L-1042, a name, an e-mail, a page"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <div id="found" />
        <output className="beside" />
      </dialog>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl className="facts">
          {keys.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button className="btn btn-small" type="submit">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}

/** The ways to the two dialogs for whoever has no keyboard, or does not know the keys yet. */
export function PaletteButtons() {
  return (
    <div className="rail-keys">
      <button id="open-palette" type="button">
        Jump to <kbd>Ctrl K</kbd>
      </button>
      <button id="open-keys" type="button">
        Keys <kbd>?</kbd>
      </button>
    </div>
  )
}

const keys: readonly [key: string, words: string][] = [
  ['Ctrl K or ⌘ K', 'Jump to a lead, a page, an act'],
  ['/', 'Search the list'],
  ['j and k', 'Next and previous lead, in a list and on a lead’s page'],
  ['Enter', 'Open the lead'],
  ['x', 'Tick the lead in the line, to change several at once'],
  ['s', 'Change the status of the lead in the line, or on its page'],
  ['a', 'Change its owner'],
  ['Shift ← and →', 'Move the card to the column beside'],
  ['u', 'Back to the list'],
  ['g t', 'Today'],
  ['g d', 'The dashboard'],
  ['g l', 'Leads'],
  ['g b', 'Bookings'],
  ['g w', 'The week'],
  ['Esc', 'Leave a form in a line, or a dialog'],
  ['?', 'This list'],
]
