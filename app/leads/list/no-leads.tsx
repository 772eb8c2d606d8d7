import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { hrefOf, type Layout } from './addresses.ts'
import type { LeadFilter } from './filter.ts'
import type { Chip } from './filter-words.ts'

export type WhyEmpty = 'nothing-yet' | 'none-open' | 'no-match' | 'no-access' | 'closed'

type NoLeadsProps = { why: WhyEmpty; chips: readonly Chip[]; layout: Layout; filter: LeadFilter }

/** An empty list that says why, and what to do about it. */
export function NoLeads({ why, chips, layout, filter }: NoLeadsProps) {
  switch (why) {
    case 'nothing-yet':
      return (
        <EmptyState heading="No leads yet">
          <p>
            Whoever <a href={paths.start()}>shares a requirement</a> or{' '}
            <a href={paths.book()}>books a consultation</a> appears here at once. What reaches you another way
            can be <a href={paths.staff.newLead()}>added by hand</a>.
          </p>
        </EmptyState>
      )
    case 'none-open':
      return (
        <EmptyState heading="Every lead is closed">
          <p>
            New ones appear here at once.{' '}
            <a href={hrefOf('list', { q: '', status: 'any' })}>Show all leads</a>
          </p>
        </EmptyState>
      )
    case 'closed':
      return (
        <EmptyState heading="Closed leads are not on the board">
          <p>
            It shows those on their way. <a href={hrefOf('list', filter)}>Show these as a list</a>
          </p>
        </EmptyState>
      )
    case 'no-match':
      return (
        <EmptyState heading="No lead fits">
          <p>
            You asked for leads with{' '}
            {chips.map(({ name, term, value }, index) => (
              <span key={name}>
                {index > 0 && ', '}
                {term.toLowerCase()} <strong>{value}</strong>
              </span>
            ))}
            . <a href={hrefOf(layout, { q: '', status: 'any' })}>Show all leads</a>
          </p>
        </EmptyState>
      )
    case 'no-access':
      return (
        <EmptyState heading="No leads for you right now">
          <p>
            You see leads that are yours, those nobody has taken, and those whose consultation you hold. A
            manager can give you one.
          </p>
        </EmptyState>
      )
    default:
      return why satisfies never
  }
}
