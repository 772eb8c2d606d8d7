import type { ReactNode } from 'react'

/** One part of a long page: a heading that the contents list can lead to, and what stands under it. */
export function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  )
}
