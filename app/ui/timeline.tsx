import type { ReactNode } from 'react'

export type TimelineEntry = {
  id: string
  title: ReactNode
  /** `words` are read, `iso` is for machines. */
  time: { iso: string; words: string }
  body?: ReactNode
  tone?: 'soft' | 'signal' | 'alert'
}

/** What happened and when, in the order given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, title, time, body, tone = 'soft' }) => (
        <li key={id} data-tone={tone}>
          <h3>{title}</h3>
          <time className="label" dateTime={time.iso}>
            {time.words}
          </time>
          {body}
        </li>
      ))}
    </ol>
  )
}
