import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { calls } from './calls.ts'

type DoorsProps = {
  /** Roles the visitor is reading about: both doors then know them. */
  roles?: readonly string[]
  /** Where on the site the door stands, for the record of where requests come from. */
  from?: string
}

/** The two ways in, side by side. */
export function Doors({ roles = [], from }: DoorsProps) {
  return (
    <div className="doors no-print">
      <DoorLinks roles={roles} from={from} />
    </div>
  )
}

/** The same two doors at the lower edge of a phone's screen. */
export function Dock({ roles = [], from }: DoorsProps) {
  return (
    <aside className="dock no-print" aria-label="Two ways to begin">
      <ButtonLink tone="go" href={paths.book({ role: roles[0] })}>
        Book a call
      </ButtonLink>
      <ButtonLink href={paths.start({ roles, from })}>Share a requirement</ButtonLink>
    </aside>
  )
}

/** In the middle of a page, with the sentence that says what the visitor gets. */
export function Nudge({ roles = [], from }: DoorsProps) {
  return (
    <aside className="nudge no-print" aria-label="Ready when you are">
      <p>{calls.book.sentence}</p>
      <div className="doors">
        <DoorLinks roles={roles} from={from} />
      </div>
    </aside>
  )
}

/** The end of a page: the question once more, and both doors. */
export function CloseBand({ heading, text, ...doors }: DoorsProps & { heading: string; text: string }) {
  return (
    <section className="close no-print" aria-labelledby="close">
      <h2 id="close">{heading}</h2>
      <p>{text}</p>
      <Doors {...doors} />
    </section>
  )
}

function DoorLinks({ roles = [], from }: DoorsProps) {
  return (
    <>
      <ButtonLink tone="go" href={paths.book({ role: roles[0] })}>
        {calls.book.label}
      </ButtonLink>
      <ButtonLink href={paths.start({ roles, from })}>{calls.start.label}</ButtonLink>
    </>
  )
}
