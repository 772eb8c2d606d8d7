import { paths } from '#app/paths.ts'
import { Status } from '#app/ui/status.tsx'
import type { BookingRow } from './booking-row.ts'

/** The list that is scanned: one line a booking, the whole line leads to it. `caption` says which, and on whose clock. */
export function BookingTable({ rows, caption }: { rows: readonly BookingRow[]; caption: string }) {
  return (
    <table className="grid">
      <caption className="said">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">With</th>
          <th scope="col">Status</th>
          <th scope="col" className="wide">
            What
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.reference}>
            <td className="num">
              <a className="row-link" href={paths.staff.booking(row.reference)}>
                {row.date}, {row.time}
              </a>
            </td>
            <th scope="row">
              {row.visitor}
              {row.company && <span className="beside"> {row.company}</span>}
            </th>
            <td>{row.host}</td>
            <td className="state">
              <Status tone={row.standing.tone}>{row.standing.name}</Status>
            </td>
            <td className="wide">{row.type}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
