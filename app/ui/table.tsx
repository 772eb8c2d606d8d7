import type { ReactNode } from 'react'

type TableProps = {
  /** Names the table for those who cannot see where it stands. */
  caption: string
  /** Names the columns; in a comparison the first, over the rows' own headings, is only read out. */
  head: readonly ReactNode[]
  rows: readonly { key: string; cells: readonly [heading: ReactNode, ...rest: ReactNode[]] }[]
  /** `compare` sets two columns in the display face and keeps them side by side on a phone too. */
  kind?: 'plain' | 'compare'
}

/** A table whose first column names the row. */
export function Table({ caption, head, rows, kind = 'plain' }: TableProps) {
  const table = (
    <table className={kind === 'compare' ? 'table-compare' : undefined}>
      <caption className="said">{caption}</caption>
      <thead>
        <tr>
          {head.map((words, index) => (
            <th key={index} scope="col">
              {kind === 'compare' && index === 0 ? <span className="said">{words}</span> : words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [heading, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{heading}</th>
            {rest.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return kind === 'compare' ? table : <Scroll name={caption}>{table}</Scroll>
}

/** A wide table scrolls by itself, and the keyboard can reach it to do so. */
function Scroll({ name, children }: { name: string; children: ReactNode }) {
  const reachable = { tabIndex: 0 }
  return (
    <section className="table-scroll" aria-label={name} {...reachable}>
      {children}
    </section>
  )
}
