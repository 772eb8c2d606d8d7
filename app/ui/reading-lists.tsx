import type { ReactNode } from 'react'

/** Sentences that are read one by one, under hairlines. `for` and `against` carry a tick or a cross besides their words. */
export function ReadingList({
  kind = 'plain',
  entries,
}: {
  kind?: 'plain' | 'for' | 'against'
  entries: readonly string[]
}) {
  const look = { plain: 'duties', for: 'ticks', against: 'ticks crosses' }[kind]
  return (
    <ul className={look}>
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  )
}

/** Short names side by side. */
export function Tags({ entries }: { entries: readonly string[] }) {
  return (
    <ul className="tags">
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  )
}

/** Questions with their answers in the open: nothing to unfold, and it prints. */
export function Answers({ entries }: { entries: readonly { question: string; answer: ReactNode }[] }) {
  return (
    <dl className="qa">
      {entries.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
