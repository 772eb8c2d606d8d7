import type { ReactNode } from 'react'

type NoticeProps = {
  tone?: 'info' | 'success' | 'amber' | 'alert'
  heading?: string
  children: ReactNode
}

/** A banner above the text: what just happened, or what to know first. Alerts interrupt, the rest waits its turn. */
export function Notice({ tone = 'info', heading, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'alert' ? 'alert' : 'status'}>
      {heading && <h2>{heading}</h2>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
