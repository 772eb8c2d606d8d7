import { randomUUID } from 'node:crypto'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { chosenIn } from '../bulk/bulk-form.ts'
import { sayLeads } from '../bulk/bulk-words.ts'
import { countChosen } from '../bulk/chosen-leads.server.ts'
import { hrefOf } from '../list/addresses.ts'
import { columns, columnsOf, readLeadFilter, type Column } from '../list/filter.ts'
import { columnNames } from '../list/filter-words.ts'
import { requireEditor } from '../scope.server.ts'
import { exportKeptHours } from './export-ask.ts'
import { startExport } from './start-export.server.ts'

const formSchema = z.object({ key: z.uuid(), what: z.enum(['list', 'all']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const { searchParams } = new URL(request.url)
  const filter = readLeadFilter(searchParams)
  const chosen = chosenIn(searchParams)
  return {
    key: randomUUID(),
    total: await countChosen({ viewer, chosen, now: new Date() }),
    shown: columnsOf(filter).map(nameOf),
    back: hrefOf('list', filter),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await parseForm(formSchema, request)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { searchParams } = new URL(request.url)
  const { key, what } = form.value
  const ask = {
    chosen: chosenIn(searchParams),
    columns: what === 'all' ? [...columns] : [...columnsOf(readLeadFilter(searchParams))],
  }
  const { id } = await startExport(viewer, { ...ask, key }, new Date())
  return redirect(paths.staff.job(id), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Export leads')

export default function ExportPage() {
  const { key, total, shown, back } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Export {sayLeads(total)}</h1>
        <div className="bar-end">
          <a href={back}>Back to the list</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        {total === 0 ? (
          <EmptyState heading="Nothing to export">
            <p>
              No lead fits, or none is ticked. <a href={back}>Back to the list</a>
            </p>
          </EmptyState>
        ) : (
          <form method="post" className="panel form bulk-form">
            <input type="hidden" name="key" value={key} />
            <p>
              A CSV file with a line for each lead: its reference, need, person, e-mail, company, telephone
              and tags.
            </p>
            <RadioField
              name="what"
              label="What else stands in it"
              choices={[
                { value: 'list', label: `What the list shows: ${shown.join(', ')}` },
                { value: 'all', label: 'Everything the list can show' },
              ]}
              defaultValue="list"
            />
            <p className="beside">
              Only you can fetch the file, for {exportKeptHours} hours. Who exported what stands in the audit
              log.
            </p>
            <div className="btn-row">
              <Button tone="go">Export {sayLeads(total)}</Button>
            </div>
          </form>
        )}
      </div>
    </>
  )
}

/** In a sentence, where the list’s own head would be too short. */
function nameOf(column: Column): string {
  return column === 'next' ? 'next action' : columnNames[column].toLowerCase()
}
