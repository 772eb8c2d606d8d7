import { paths } from '#app/paths.ts'
import { Status } from '#app/ui/status.tsx'

export type CalendarRow = {
  slug: string
  name: string
  active: boolean
  holder: string | null
  zone: string
  clock: string
  week: string
  free: { iso: string; words: string } | null
  warnings: { words: string; href: string }[]
}

/** All calendars at a glance: whose, on which clock, when the next free time is, and what is wrong. */
export function CalendarTable({ rows }: { rows: readonly CalendarRow[] }) {
  return (
    <table className="grid calendars">
      <caption className="said">Calendars</caption>
      <thead>
        <tr>
          <th scope="col">Calendar</th>
          <th scope="col">Held by</th>
          <th scope="col">Clock</th>
          <th scope="col">Hours</th>
          <th scope="col">Next free</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug}>
            <th scope="row">
              <a className="row-link" href={paths.staff.calendar(row.slug)}>
                {row.name}
              </a>
            </th>
            <td>
              <span className="small-only beside">Held by: </span>
              {row.holder ?? <span className="beside">Nobody yet</span>}
            </td>
            <td>
              <span className="num">{row.clock}</span> <span className="beside">{row.zone}</span>
            </td>
            <td>{row.week || <span className="beside">None</span>}</td>
            <td>
              <NextFree {...row} />
            </td>
            <td className="state">
              <State {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NextFree({ free }: Pick<CalendarRow, 'free'>) {
  if (!free) return <span className="beside">Nothing free</span>
  return (
    <>
      <span className="small-only beside">Next free: </span>
      <time dateTime={free.iso}>{free.words}</time>
    </>
  )
}

function State({ active, warnings }: Pick<CalendarRow, 'active' | 'warnings'>) {
  if (!active) return <Status tone="closed">Cannot be booked</Status>
  if (warnings.length === 0) return <Status tone="signal">Open</Status>
  return warnings.map(({ words, href }) => (
    <a key={words} className="above-row" href={href}>
      <Status tone="amber">{words}</Status>
    </a>
  ))
}
