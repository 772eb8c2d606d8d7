import type { ReactNode } from 'react'

type TableProps = {
  /** Names the table for those who cannot see where it stands. */
  caption: string
  /** Names the columns; in a comparison the first, over the rows' own headings, is only read out. */
  head: readonly string[]
  rows: readonly { key: string; cells: readonly [heading: ReactNode, ...rest: ReactNode[]] }[]
  /**
   * `compare` sets two columns in the display face and keeps them side by side on a phone too; there the rows of a
   * `plain` one are read one below the other, each cell under the name of its column.
   */
  kind?: 'plain' | 'compare'
}

/** A table whose first column names the row. */
export function Table({ caption, head, rows, kind = 'plain' }: TableProps) {
  return (
    <table className={kind === 'compare' ? 'table-compare' : 'table-stack'}>
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
              <td key={index} data-column={kind === 'plain' ? head[index + 1] : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
