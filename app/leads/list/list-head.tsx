import { ButtonLink, Button } from '#app/ui/button.tsx'
import { paths } from '#app/paths.ts'
import { hrefOf, pathOf, type Layout } from './addresses.ts'
import { writeLeadFilter, type LeadFilter } from './filter.ts'

type HeadProps = {
  layout: Layout
  filter: LeadFilter
  count: string | null
  mayAdd: boolean
  mayDelete?: boolean
}

/** The strip above list and board: the two ways of looking at one filter, the search, how many there are. */
export function ListHead({ layout, filter, count, mayAdd, mayDelete }: HeadProps) {
  const { q: _q, after: _after, ...kept } = filter
  return (
    <header className="bar">
      <h1>Leads</h1>
      <nav aria-label="Layout" className="switch">
        {(['list', 'board'] as const).map((each) => (
          <a
            key={each}
            href={hrefOf(each, { ...filter, after: undefined })}
            aria-current={each === layout ? 'page' : undefined}
          >
            {each === 'list' ? 'List' : 'Board'}
          </a>
        ))}
      </nav>
      <search>
        <form method="get" action={pathOf(layout)}>
          {writeLeadFilter(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input
            type="search"
            name="q"
            aria-label="Search leads"
            placeholder="Name, company, L-1042"
            maxLength={100}
            defaultValue={filter.q}
            data-key="/"
          />
          <Button small>Search</Button>
        </form>
      </search>
      <div className="bar-end">
        {count && <output className="label">{count}</output>}
        {mayDelete && <a href={paths.staff.deletedLeads()}>Deleted</a>}
        {mayAdd && (
          <ButtonLink small href={paths.staff.newLead()}>
            Add a lead
          </ButtonLink>
        )}
      </div>
    </header>
  )
}
