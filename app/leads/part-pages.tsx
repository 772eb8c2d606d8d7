import type { ReactNode } from 'react'
import { leadPartNames, type LeadPart, type PagesOfPart } from './lead-part.ts'

type TurnTo = (turned: { part?: LeadPart; after?: string }) => string
type PartProps = { part: LeadPart; pages: PagesOfPart; turnTo: TurnTo; children: ReactNode }

/** The newest of a part of the lead, or those before others, with how many there are and the way to them. */
export function Part({ part, pages, turnTo, children }: PartProps) {
  if (pages.count === 0) return null
  return (
    <div className="stack" id={`part-${part}`}>
      {children}
      <Pages part={part} {...pages} hrefOf={(turned) => `${turnTo(turned)}#part-${part}`} />
    </div>
  )
}

function Pages({
  part,
  count,
  shown,
  older,
  isOlder,
  hrefOf,
}: PagesOfPart & { part: LeadPart; hrefOf: TurnTo }) {
  if (!older && !isOlder) return null
  const name = leadPartNames[part]
  return (
    <p className="btn-row">
      <span className="beside">
        {shown} of {count} {name}
      </span>
      {isOlder && <a href={hrefOf({})}>Newest {name}</a>}
      {older && <a href={hrefOf({ part, after: older })}>Earlier {name}</a>}
    </p>
  )
}
