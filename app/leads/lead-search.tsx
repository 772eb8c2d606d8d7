import { paths } from '#app/paths.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { leadStatuses, statusNames } from './lead-status.ts'

type Filter = { q: string; status: LeadStatus | null }

/** Searches within the status that is chosen. */
export function LeadSearch({ q, status }: Filter) {
  return (
    <search>
      <form method="get" action={paths.staff.leads()}>
        {status && <input type="hidden" name="status" value={status} />}
        <input
          type="search"
          name="q"
          aria-label="Search leads"
          placeholder="Name, company, L-1042"
          maxLength={100}
          defaultValue={q}
        />
        <Button small>Search</Button>
      </form>
    </search>
  )
}

/** The statuses as links that keep the search. */
export function StatusChips({ q, status }: Filter) {
  return (
    <Chips label="Status">
      <Chip href={paths.staff.leads({ q })} isHere={status === null}>
        All
      </Chip>
      {leadStatuses.map((each) => (
        <Chip key={each} href={paths.staff.leads({ q, status: each })} isHere={status === each}>
          {statusNames[each]}
        </Chip>
      ))}
      {(q || status) && (
        <li>
          <a href={paths.staff.leads()}>Clear all</a>
        </li>
      )}
    </Chips>
  )
}
