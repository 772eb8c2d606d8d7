import { paths } from '#app/paths.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { Status } from '#app/ui/status.tsx'
import { letterStateWords } from './letter-state.ts'

type Row = {
  id: string
  name: string
  to: string
  state: LetterState
  attempts: number
  written: string
  sent: string | null
  ref: number | null
}

export function LetterTable({ letters }: { letters: readonly Row[] }) {
  return (
    <table className="grid">
      <caption className="said">Letters, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Letter</th>
          <th scope="col">To</th>
          <th scope="col">State</th>
          <th scope="col" className="wide">
            Lead
          </th>
          <th scope="col" className="wide">
            Attempts
          </th>
          <th scope="col" className="wide">
            Written
          </th>
          <th scope="col" className="wide">
            Sent
          </th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ id, name, to, state, attempts, written, sent, ref }) => (
          <tr key={id}>
            <th scope="row">
              <a className="row-link" href={paths.staff.letter(id)}>
                {name}
              </a>
            </th>
            <td>{to}</td>
            <td className="state">
              <Status tone={letterStateWords[state].tone}>{letterStateWords[state].name}</Status>
            </td>
            <td className="wide num">{ref ? `L-${ref}` : <span className="beside">–</span>}</td>
            <td className="wide num">{attempts}</td>
            <td className="wide">{written}</td>
            <td className="wide">{sent ?? <span className="beside">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
