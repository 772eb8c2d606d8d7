import type { ReactNode } from 'react'

/** Nothing here yet: says why, and what would fill it. */
export function EmptyState({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{heading}</h2>
      {children}
    </div>
  )
}
