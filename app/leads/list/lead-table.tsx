import { paths } from '#app/paths.ts'
import { StatusMark } from '../status-mark.tsx'
import { TagList } from '../tag-list.tsx'
import { columnsOf, usualColumns, type Column, type LeadFilter } from './filter.ts'
import { columnNames } from './filter-words.ts'
import type { LeadRow } from './lead-row.ts'
import { LeadTableHead } from './lead-table-head.tsx'
import { Next } from './next.tsx'
import { RowEditor, type Editing } from './row-editor.tsx'

type TableProps = {
  rows: readonly LeadRow[]
  filter: LeadFilter
  /** The query of this list: a lead's page leads back to it and on to its neighbours. */
  query: string
  /** Where the list is with a line open for changes; null for those who may only look. */
  editHref: ((ref: number) => string) | null
  editing: Editing | null
}

/** The list that is scanned: one line a lead, the whole line leads to it. */
export function LeadTable({ rows, filter, query, editHref, editing }: TableProps) {
  const columns = columnsOf(filter)
  return (
    <div className="leads-scroll">
      <table className="grid leads">
        <caption className="said">Leads</caption>
        <LeadTableHead columns={columns} filter={filter} mayEdit={editHref !== null} />
        <tbody>
          {rows.map((row) =>
            editing?.ref === row.ref ? (
              <tr key={row.ref} id={`l-${row.ref}`} className="editing">
                <td colSpan={columns.length + 4}>
                  <RowEditor row={row} editing={editing} />
                </td>
              </tr>
            ) : (
              <tr key={row.ref} id={`l-${row.ref}`} data-ref={row.ref}>
                <td className="num">
                  {editHref && (
                    <label className="pick">
                      <input type="checkbox" form="pick" name="ref" value={row.ref} />
                      <span className="said">Tick L-{row.ref}</span>
                    </label>
                  )}
                  <a className="row-link" href={paths.staff.lead(row.ref, { list: query })}>
                    L-{row.ref}
                  </a>
                </td>
                <th scope="row">
                  {row.who}
                  {row.person && <span className="beside"> {row.person}</span>}
                </th>
                <td className="needs">
                  {row.title} {row.tags.length > 0 && <TagList tags={row.tags} />}
                </td>
                {columns.map((column) => (
                  <td key={column} className={classes[column]} data-term={termOf(column)}>
                    <Cell row={row} column={column} />
                  </td>
                ))}
                {editHref && (
                  <td className="row-act">
                    <a href={editHref(row.ref)} data-edit>
                      Change<span className="said"> L-{row.ref}</span>
                    </a>
                  </td>
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ row, column }: { row: LeadRow; column: Column }) {
  switch (column) {
    case 'status':
      return <StatusMark status={row.status} />
    case 'owner':
      return row.ownerId ? row.owner : <span className="beside">{row.owner}</span>
    case 'next':
      return <Next {...row.waiting} isStale={row.isStale} />
    case 'source':
      return row.source
    case 'stage':
      return row.stage
    case 'activity':
      return (
        <time dateTime={row.activity.iso} title={row.activity.words}>
          {row.activity.ago}
        </time>
      )
    case 'created':
      return <time dateTime={row.created.iso}>{row.created.words}</time>
    case 'consultation':
      return row.consultation ? (
        <time dateTime={row.consultation.iso}>{row.consultation.words}</time>
      ) : (
        <span className="beside">–</span>
      )
    default:
      return column satisfies never
  }
}

const classes: Partial<Record<Column, string>> = { status: 'state', owner: 'owner-cell', next: 'next-cell' }

/** On a phone, where no head names the columns, what does not speak for itself is named. */
function termOf(column: Column): string | undefined {
  return usualColumns.includes(column) ? undefined : columnNames[column]
}
