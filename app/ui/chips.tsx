import type { ReactNode } from 'react'

/** Ways to narrow a list, one of which is chosen. `label` says what they are, such as `Status`. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="chips">{children}</ul>
    </nav>
  )
}

export function Chip({ href, isHere, children }: { href: string; isHere: boolean; children: string }) {
  return (
    <li>
      <a className="chip" href={href} aria-current={isHere ? 'true' : undefined}>
        {children}
      </a>
    </li>
  )
}
