import { Status } from '#app/ui/status.tsx'
import type { Cause } from './cause-words.ts'
import type { WhyRow } from './why-words.ts'

/** A day from midnight to midnight: each start, and each stretch in which nobody starts. */
export function WhyTable(props: {
  rows: readonly WhyRow[]
  zoneName: string
  visitorZoneName: string | null
}) {
  const { rows, zoneName, visitorZoneName } = props
  return (
    <table className="grid why-table">
      <caption className="said">Each time of the day, in order</caption>
      <thead>
        <tr>
          <th scope="col">{zoneName}</th>
          {visitorZoneName && <th scope="col">{visitorZoneName}</th>}
          <th scope="col">Answer</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.isStart ? undefined : 'why-gap'}>
            <th scope="row" className="num">
              <time dateTime={row.iso}>{row.time}</time>
            </th>
            {visitorZoneName && (
              <td className="num why-there">
                {row.visitorTime && <span className="why-zone">{visitorZoneName}: </span>}
                {row.visitorTime}
              </td>
            )}
            <td className="state">
              <Status tone={row.tone}>{row.answer}</Status>
            </td>
            <td className="why-cause">
              <Causes causes={row.causes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each on a line of its own, with the way to where it can be changed. */
export function Causes({ causes }: { causes: readonly Cause[] }) {
  if (causes.length < 2) return causes.map((cause) => <OneCause key={cause.words} {...cause} />)
  return (
    <ul className="plain-list">
      {causes.map((cause) => (
        <li key={cause.words}>
          <OneCause {...cause} />
        </li>
      ))}
    </ul>
  )
}

function OneCause({ words, href }: Cause) {
  return href ? <a href={href}>{words}</a> : <span>{words}</span>
}
