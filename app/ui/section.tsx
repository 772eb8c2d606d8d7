import type { ReactNode } from 'react'

type SectionProps = {
  id: string
  heading: string
  /** A sentence under the heading. */
  aside?: ReactNode
  children: ReactNode
}

/** Two columns under a hairline: what it is on the left, the thing itself on the right. */
export function Section({ id, heading, aside, children }: SectionProps) {
  return (
    <section className="section cols" aria-labelledby={id}>
      <header>
        <h2 id={id}>{heading}</h2>
        {typeof aside === 'string' ? <p>{aside}</p> : aside}
      </header>
      <div className="section-body">{children}</div>
    </section>
  )
}
