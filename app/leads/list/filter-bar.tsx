import { Button } from '#app/ui/button.tsx'
import { paths } from '#app/paths.ts'
import { hrefOf, hrefWithout, type Layout } from './addresses.ts'
import { FilterForm, type FilterChoices } from './filter-form.tsx'
import { columns, columnsOf, sortOf, sorts, writeLeadFilter, type LeadFilter } from './filter.ts'
import { columnNames, sortNames, type Chip } from './filter-words.ts'

export type FilterBarProps = {
  layout: Layout
  filter: LeadFilter
  chips: readonly Chip[]
  choices: FilterChoices
}

/** What narrows the list, each with a way to take it away, and the ways to narrow it more. */
export function FilterBar({ layout, filter, chips, choices }: FilterBarProps) {
  return (
    <section className="filter-bar" aria-label="Filter">
      <ul className="chips">
        {chips.map(({ name, term, value }) => (
          <li key={name}>
            <a className="chip" href={hrefWithout(layout, filter, name)}>
              <span>
                {term} <b>{value}</b>
              </span>
              <span aria-hidden="true">×</span>
              <span className="said">Take away</span>
            </a>
          </li>
        ))}
        <li>
          <details className="menu">
            <summary className="chip">Add filter</summary>
            <div className="menu-sheet">
              <FilterForm layout={layout} filter={filter} choices={choices} />
            </div>
          </details>
        </li>
        {chips.length > 1 && (
          <li>
            <a className="chip-text" href={hrefOf(layout, { q: '', status: 'any' })}>
              Clear all
            </a>
          </li>
        )}
      </ul>
      {layout === 'list' && <Arrangement filter={filter} />}
    </section>
  )
}

/** In which order, and with which columns. */
function Arrangement({ filter }: { filter: LeadFilter }) {
  const shown = columnsOf(filter)
  const { sort: _sort, columns: _columns, after: _after, ...kept } = filter
  return (
    <details className="menu menu-end">
      <summary className="chip">
        Sort <b>{sortNames[sortOf(filter)].toLowerCase()}</b>
      </summary>
      <form method="get" action={paths.staff.leads()} className="form menu-sheet">
        {writeLeadFilter(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="field">
          <legend>Sort by</legend>
          {sorts.map((sort) => (
            <label key={sort} className="radio">
              <input type="radio" name="sort" value={sort} defaultChecked={sort === sortOf(filter)} />
              {sortNames[sort]}
            </label>
          ))}
        </fieldset>
        <fieldset className="field">
          <legend>Columns</legend>
          {columns.map((column) => (
            <label key={column} className="radio">
              <input type="checkbox" name="columns" value={column} defaultChecked={shown.includes(column)} />
              {columnNames[column]}
            </label>
          ))}
        </fieldset>
        <Button small>Show</Button>
      </form>
    </details>
  )
}
