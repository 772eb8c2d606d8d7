import type { ReactNode } from 'react'

/** Around times that are held as they are chosen: a mere link may be followed by whoever scans a letter. */
export function HoldForm({ holdAt, children }: { holdAt: string | undefined; children: ReactNode }) {
  if (!holdAt) return children
  return (
    <form method="post" action={holdAt}>
      {children}
    </form>
  )
}

/** One time to choose: a button of the form around it, or a link. */
export function TimeChoice(props: {
  start: string
  words: string
  holdAt: string | undefined
  href: string
}) {
  if (!props.holdAt) {
    return (
      <a className="time" href={props.href}>
        {props.words}
      </a>
    )
  }
  return (
    <button className="time" name="slot" value={props.start}>
      {props.words}
    </button>
  )
}
