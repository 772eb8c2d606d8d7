import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { calls } from './calls.ts'

type DoorsProps = {
  /** Roles the visitor is reading about: both doors then know them. */
  roles?: readonly string[]
}

/** The two ways in, side by side. `src` is kept with what comes of it: which place on a page led there. */
export function Doors({ roles = [], src = 'page' }: DoorsProps & { src?: string }) {
  return (
    <div className="doors no-print">
      <DoorLinks roles={roles} src={src} />
    </div>
  )
}

/** The same two doors at the lower edge of a phone's screen. */
export function Dock({ roles = [] }: DoorsProps) {
  return (
    <aside className="dock no-print" aria-label="Two ways to begin">
      <ButtonLink tone="go" href={paths.book({ role: roles[0] })}>
        {calls.book.short}
      </ButtonLink>
      <ButtonLink href={paths.start({ roles, src: 'dock' })}>{calls.start.short}</ButtonLink>
    </aside>
  )
}

/** In the middle of a page, with the sentence that says what the visitor gets. */
export function Nudge({ roles = [] }: DoorsProps) {
  return (
    <aside className="nudge no-print" aria-label="Ready when you are">
      <p>{calls.book.sentence}</p>
      <div className="doors">
        <DoorLinks roles={roles} src="middle" />
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
      <Doors {...doors} src="end" />
    </section>
  )
}

function DoorLinks({ roles = [], src }: DoorsProps & { src: string }) {
  return (
    <>
      <ButtonLink tone="go" href={paths.book({ role: roles[0] })}>
        {calls.book.label}
      </ButtonLink>
      <ButtonLink href={paths.start({ roles, src })}>{calls.start.label}</ButtonLink>
    </>
  )
}
