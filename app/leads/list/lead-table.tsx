import { paths } from '#app/paths.ts'
import { StatusMark } from '../status-mark.tsx'
import { TagList } from '../tag-list.tsx'
import type { Column } from './filter.ts'
import { columnNames } from './filter-words.ts'
import type { LeadRow } from './lead-row.ts'
import { Next } from './next.tsx'
import { RowEditor, type Editing } from './row-editor.tsx'

type TableProps = {
  rows: readonly LeadRow[]
  columns: readonly Column[]
  /** The query of this list: a lead's page leads back to it and on to its neighbours. */
  query: string
  /** Where the list is with a line open for changes; null for those who may only look. */
  editHref: ((ref: number) => string) | null
  editing: Editing | null
}

/** The list that is scanned: one line a lead, the whole line leads to it. */
export function LeadTable({ rows, columns, query, editHref, editing }: TableProps) {
  return (
    <div className="leads-scroll">
      <table className="grid leads">
        <caption className="said">Leads</caption>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Who</th>
            <th scope="col">Needs</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={isSecondary(column) ? 'wide' : undefined}>
                {columnNames[column]}
              </th>
            ))}
            {editHref && (
              <th scope="col">
                <span className="said">Change</span>
              </th>
            )}
          </tr>
        </thead>
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
                  <td key={column} className={classOf(column)}>
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

/** What a phone leaves out. */
function isSecondary(column: Column): boolean {
  return column !== 'status' && column !== 'next' && column !== 'owner'
}

function classOf(column: Column): string | undefined {
  if (column === 'status') return 'state'
  if (column === 'next') return 'next-cell'
  return isSecondary(column) ? 'wide' : undefined
}
