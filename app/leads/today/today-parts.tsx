import type { ReactNode } from 'react'

export type Line = {
  key: string
  href: string | null
  who: string
  what: string
  beside: string
  isLate: boolean
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
      {lines.map(({ key, href, who, what, beside, isLate }) => (
        <li key={key}>
          {href ? (
            <a className="row-link" href={href}>
              {who}
            </a>
          ) : (
            <span>{who}</span>
          )}
          <span className="beside">{what}</span>
          <span className={isLate ? 'late' : 'beside'}>{beside}</span>
        </li>
      ))}
    </ul>
  )
}
