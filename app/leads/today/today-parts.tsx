import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'

export type Line = {
  key: string
  href: string
  who: string
  what: string
  beside: string
  isLate: boolean
  /** Where it is ticked off, by those who may. */
  tick?: string | undefined
}

type PartProps = {
  id: string
  heading: string
  count: string
  /** The list of all that is counted. */
  href: string
  isUrgent?: boolean
  children: ReactNode
}

/** One kind of thing to do: how many there are, and the first few of them. */
export function Part({ id, heading, count, href, isUrgent = false, children }: PartProps) {
  return (
    <section
      className="today-part"
      aria-labelledby={id}
      data-urgent={(isUrgent && count !== '0') || undefined}
    >
      <h2 id={id}>
        <a href={href}>
          <span className="today-count">{count}</span> {heading}
        </a>
      </h2>
      {children}
    </section>
  )
}

/** `children`: what is said when there are none, and what would bring some. */
export function LeadLines({ lines, children }: { lines: readonly Line[]; children: ReactNode }) {
  if (lines.length === 0) return <p className="beside">{children}</p>
  return (
    <ul className="plain-list today-lines">
      {lines.map(({ key, href, who, what, beside, isLate, tick }) => (
        <li key={key}>
          <a className="row-link" href={href}>
            {who}
          </a>
          <span className="beside">{what}</span>
          <span className={isLate ? 'late' : 'beside'}>{beside}</span>
          {tick && (
            <form method="post" action={tick}>
              <Button small name="intent" value="done">
                Done<span className="said">: {who}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
