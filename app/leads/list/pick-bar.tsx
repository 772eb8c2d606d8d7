import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { queryOf } from './addresses.ts'
import { writeLeadFilter, type LeadFilter } from './filter.ts'

type PickBarProps = { filter: LeadFilter; count: string; mayImport: boolean }

/** What is done to many leads: to those that are ticked in the lines, or to all of the list. */
export function PickBar({ filter, count, mayImport }: PickBarProps) {
  const query = Object.fromEntries(new URLSearchParams(queryOf({ ...filter, after: undefined })))
  return (
    <form id="pick" method="get" action={paths.staff.bulk()} className="pick-bar">
      {writeLeadFilter(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="only" value="ticked" />
      <label className="pick-page" hidden>
        <input type="checkbox" />
        All here
      </label>
      <Button small>
        Change ticked
        <span className="pick-count" />
      </Button>
      <a href={paths.staff.bulk(query)}>Change all {count}</a>
      <a href={paths.staff.export(query)}>Export</a>
      {mayImport && <a href={paths.staff.import()}>Import</a>}
      <a className="pick-jobs" href={paths.staff.jobs()}>
        Jobs
      </a>
    </form>
  )
}
