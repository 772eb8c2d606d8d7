import type { ReactNode } from 'react'

/** Facts at a glance: terms in the margin, what holds beside them. */
export function DefinitionList({ entries }: { entries: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {entries.map(({ term, value }, index) => (
        // A term may be given twice, and entries never change places.
        <div key={`${index} ${term}`}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
