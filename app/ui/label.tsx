import type { ReactNode } from 'react'

/** Small and quiet, in the monospace: what the thing beside it is. `live` puts the signal's dot in front. */
export function Label({ live = false, children }: { live?: boolean; children: ReactNode }) {
  return <p className={live ? 'label label-live' : 'label'}>{children}</p>
}
