import type { ReactNode } from 'react'

export type StatusTone = 'soft' | 'signal' | 'blue' | 'violet' | 'amber' | 'alert' | 'closed'

/** A dot for the eye and a word for everybody: colour never speaks alone. */
export function Status({ tone = 'soft', children }: { tone?: StatusTone; children: ReactNode }) {
  return <span className={`status status-${tone}`}>{children}</span>
}
