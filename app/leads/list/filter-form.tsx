import { Button } from '#app/ui/button.tsx'
import { leadSources, sourceNames } from '../lead-source.ts'
import { leadStatuses, statusNames } from '../lead-status.ts'
import { pathOf, type Layout } from './addresses.ts'
import { statusesOf, writeLeadFilter, type LeadFilter, type Span } from './filter.ts'

export type FilterChoices = {
  owners: readonly { id: string; name: string }[]
  roles: readonly { slug: string; title: string }[]
}

type FilterFormProps = { layout: Layout; filter: LeadFilter; choices: FilterChoices }

/** Everything that the list can be narrowed by, filled with what narrows it now. */
export function FilterForm({ layout, filter, choices }: FilterFormProps) {
  const statuses = statusesOf(filter) ?? []
  return (
    <form method="get" action={pathOf(layout)} className="form filter-form">
      <input type="hidden" name="status" value="any" />
      {kept(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Boxes
        legend="Status"
        name="status"
        options={leadStatuses.map((status) => ({ value: status, label: statusNames[status] }))}
        chosen={statuses}
      />
      <Boxes
        legend="Source"
        name="source"
        options={leadSources.map((source) => ({ value: source, label: sourceNames[source] }))}
        chosen={filter.source ?? []}
      />
      <div className="form-row">
        <Pick
          name="owner"
          label="Owner"
          options={[
            { value: 'me', label: 'Me' },
            { value: 'unassigned', label: 'Nobody' },
            ...choices.owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={filter.owner}
        />
        <Pick
          name="role"
          label="Role wanted"
          options={choices.roles.map(({ slug, title }) => ({ value: slug, label: title }))}
          chosen={filter.role}
        />
        <label className="field">
          <span>Skills, with commas between</span>
          <input name="skill" defaultValue={filter.skill?.join(', ')} maxLength={200} />
        </label>
        <label className="field">
          <span>Tags, with commas between</span>
          <input name="tag" defaultValue={filter.tag?.join(', ')} maxLength={200} />
        </label>
      </div>
      <Dates name="created" legend="Received" span={filter.created} />
      <Dates name="activity" legend="Last activity" span={filter.activity} />
      <div className="form-row">
        <Pick
          name="late"
          label="Overdue"
          options={[
            { value: 'response', label: 'First response' },
            { value: 'action', label: 'Next action' },
          ]}
          chosen={filter.late ? [filter.late] : undefined}
        />
        <label className="radio">
          <input type="checkbox" name="stale" value="1" defaultChecked={filter.stale === '1'} />
          Quiet for too long
        </label>
        {filter.archived !== 'any' && (
          <label className="radio">
            <input type="checkbox" name="archived" value="1" defaultChecked={filter.archived === '1'} />
            Only the archive
          </label>
        )}
      </div>
      <Button small tone="go">
        Apply
      </Button>
    </form>
  )
}

type Option = { value: string; label: string }

function Boxes(props: {
  legend: string
  name: string
  options: readonly Option[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="field boxes">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className="radio">
          <input
            type="checkbox"
            name={props.name}
            value={value}
            defaultChecked={props.chosen.includes(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** One of a list, or any; several that an address asked for stay chosen as one choice. */
function Pick(props: {
  name: string
  label: string
  options: readonly Option[]
  chosen: readonly string[] | undefined
}) {
  const { name, label, options, chosen = [] } = props
  const several = chosen.length > 1 ? [{ value: chosen.join(','), label: `${chosen.length} chosen` }] : []
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} defaultValue={chosen.join(',')}>
        <option value="">Any</option>
        {[...several, ...options].map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Dates({ name, legend, span }: { name: string; legend: string; span: Span | undefined }) {
  const dates = span && 'from' in span ? span : null
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="form-row">
        <label className="field">
          <span>From</span>
          <input type="date" name={`${name}From`} defaultValue={dates?.from ?? ''} />
        </label>
        <label className="field">
          <span>Until</span>
          <input type="date" name={`${name}Until`} defaultValue={dates?.until ?? ''} />
        </label>
      </div>
    </fieldset>
  )
}

/** What the form has no field for stays as it is; so does a span of days, unless dates are typed over it. */
function kept(filter: LeadFilter): [string, string][] {
  const { q, sort, columns, reached, lost, answer, created, activity } = filter
  return writeLeadFilter({
    ...{ q, sort, columns, reached, lost, answer },
    ...(filter.archived === 'any' && { archived: filter.archived }),
    ...(created && 'days' in created && { created }),
    ...(activity && 'days' in activity && { activity }),
  })
}
