import { hrefOf } from './addresses.ts'
import { sortOf, type Column, type LeadFilter, type Sort } from './filter.ts'
import { columnNames } from './filter-words.ts'

type HeadProps = { columns: readonly Column[]; filter: LeadFilter; mayEdit: boolean }

/** The names of the columns; those that the list can be sorted by lead to it in that order. */
export function LeadTableHead({ columns, filter, mayEdit }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">Ref</th>
        <th scope="col">Who</th>
        <th scope="col">Needs</th>
        {columns.map((column) => (
          <ColumnHead key={column} column={column} filter={filter} />
        ))}
        {mayEdit && (
          <th scope="col">
            <span className="said">Change</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** Each has one direction, that of its index: what is newest, or due first. */
const sortable: Partial<Record<Column, { sort: Sort; direction: 'ascending' | 'descending' }>> = {
  next: { sort: 'next', direction: 'ascending' },
  activity: { sort: 'activity', direction: 'descending' },
  created: { sort: 'created', direction: 'descending' },
}

function ColumnHead({ column, filter }: { column: Column; filter: LeadFilter }) {
  const order = sortable[column]
  if (!order) return <th scope="col">{columnNames[column]}</th>
  const isHere = sortOf(filter) === order.sort
  return (
    <th scope="col" aria-sort={isHere ? order.direction : undefined}>
      <a href={hrefOf('list', { ...filter, sort: order.sort, after: undefined })}>
        {columnNames[column]}
        <span aria-hidden="true">{isHere ? (order.direction === 'ascending' ? ' ↑' : ' ↓') : ' ↕'}</span>
      </a>
    </th>
  )
}
