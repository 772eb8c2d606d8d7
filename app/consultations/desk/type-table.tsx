import { paths } from '#app/paths.ts'
import { Status } from '#app/ui/status.tsx'
import type { TypeRow } from './list-types.server.ts'
import { OrderButtons } from './order-buttons.tsx'

/** Every type, as visitors are offered them; the whole line leads to it. */
export function TypeTable(props: { rows: readonly TypeRow[]; zoneName: string; mayChange: boolean }) {
  const { rows, zoneName, mayChange } = props
  return (
    <table className="grid consultations">
      <caption className="said">
        Types of consultation, in the order in which visitors choose among them
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">State</th>
          <th scope="col">Length</th>
          <th scope="col">Held by</th>
          <th scope="col" className="wide">
            How we meet
          </th>
          <th scope="col">Next free ({zoneName})</th>
          {mayChange && rows.length > 1 && <th scope="col">Order</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.slug}>
            <th scope="row">
              <a className="row-link" href={paths.staff.type(row.slug)}>
                {row.name}
              </a>
              {row.questions > 0 && <span className="beside"> {sayQuestions(row.questions)}</span>}
            </th>
            <td className="state">
              <State row={row} />
            </td>
            <td className="num">{row.minutes} min</td>
            <td>{row.hosts.join(', ') || <span className="beside">nobody</span>}</td>
            <td className="wide">{row.place}</td>
            <td className="num">
              <span className="small-only">Next free: </span>
              {row.next ? <time dateTime={row.next.iso}>{row.next.words}</time> : sayNoTime(row)}
              {row.next && <span className="small-only"> ({zoneName})</span>}
            </td>
            {mayChange && rows.length > 1 && (
              <td className="above-row">
                <OrderButtons
                  which={row.slug}
                  name={row.name}
                  isFirst={index === 0}
                  isLast={index === rows.length - 1}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ row: { active, hosts } }: { row: TypeRow }) {
  if (!active) return <Status tone="closed">Not offered</Status>
  return hosts.length === 0 ? (
    <Status tone="amber">Nobody holds it</Status>
  ) : (
    <Status tone="signal">Offered</Status>
  )
}

function sayNoTime({ active }: TypeRow): string {
  return active ? 'None in two months' : '–'
}

function sayQuestions(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}
