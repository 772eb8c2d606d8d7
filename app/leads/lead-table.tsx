import { paths } from '#app/paths.ts'
import type { LeadRow } from './lead-row.ts'
import { StatusMark } from './status-mark.tsx'

/** The list that is scanned: one line a lead, the whole line leads to it. */
export function LeadTable({ rows }: { rows: readonly LeadRow[] }) {
  return (
    <table className="grid">
      <caption className="said">Leads, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Ref</th>
          <th scope="col">Who</th>
          <th scope="col">Needs</th>
          <th scope="col">Status</th>
          <th scope="col" className="wide">
            Owner
          </th>
          <th scope="col" className="wide">
            Consultation
          </th>
          <th scope="col" className="wide">
            Received
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref}>
            <td className="num">
              <a className="row-link" href={paths.staff.lead(row.ref)}>
                L-{row.ref}
              </a>
            </td>
            <th scope="row">
              {row.who}
              {row.person && <span className="beside"> {row.person}</span>}
            </th>
            <td>{row.title}</td>
            <td className="state">
              <StatusMark status={row.status} />
            </td>
            <td className="wide">{row.owner}</td>
            <td className="wide">{row.consultation ?? <span className="beside">–</span>}</td>
            <td className="wide">
              <time dateTime={row.received.iso}>{row.received.words}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
