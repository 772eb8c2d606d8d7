import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { mayHold } from '../give-lead.server.ts'
import { hrefOf } from '../list/addresses.ts'
import { readLeadFilter } from '../list/filter.ts'
import { listOwners } from '../owners.server.ts'
import { requireEditor } from '../scope.server.ts'
import { BulkCheck } from './bulk-check.tsx'
import { BulkFields } from './bulk-fields.tsx'
import { bulkFormSchema, chosenIn } from './bulk-form.ts'
import { sayAct, sayLeads } from './bulk-words.ts'
import { countChosen, forecast } from './chosen-leads.server.ts'
import { startBulk } from './start-bulk.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const { searchParams } = new URL(request.url)
  const chosen = chosenIn(searchParams)
  const [total, owners] = await Promise.all([countChosen({ viewer, chosen, now: new Date() }), listOwners()])
  return {
    ...{ total, owners, key: randomUUID(), isTicked: 'refs' in chosen },
    back: hrefOf('list', readLeadFilter(searchParams)),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await parseForm(bulkFormSchema, request)
  if (!form.ok) return refuse(form.errors, form.values)
  const { key, intent, act } = form.value
  const typed = typedIn(form.values)
  if (intent === 'edit') return { errors: noErrors, typed, said: null }
  const isToHolder = act.act !== 'owner' || (await db.$transaction((tx) => mayHold(tx, act.owner)))
  if (!isToHolder) return refuse({ owner: ['Choose somebody from the list.'] }, form.values)

  const chosen = chosenIn(new URL(request.url).searchParams)
  const now = new Date()
  if (intent === 'do') {
    const { id } = await startBulk(viewer, { chosen, act, key }, now)
    return redirect(paths.staff.job(id), 303)
  }
  const names = new Map((await listOwners()).map(({ id, name }) => [id, name]))
  return {
    ...{ errors: noErrors, typed },
    said: {
      words: sayAct(act, (id) => names.get(id) ?? 'somebody'),
      ...(await forecast({ viewer, chosen, act, now })),
    },
  }
}

const noErrors: FormErrors = {}

function refuse(errors: FormErrors, values: Typed) {
  return data({ errors, typed: typedIn(values), said: null }, { status: 422 })
}

const fields = ['key', 'act', 'owner', 'to', 'lostReason', 'note', 'tag']

function typedIn(values: Typed): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, typedText(values, name)]))
}

export const meta: MetaFunction = () => describePrivatePage('Change many leads')

export default function BulkPage() {
  const { total, owners, key, isTicked, back } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const { errors = {}, typed = {}, said = null } = acted ?? {}
  return (
    <>
      <header className="bar">
        <h1>{said ? said.words : `Change ${sayLeads(total)}`}</h1>
        <div className="bar-end">
          <a href={back}>Back to the list</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        {total === 0 ? (
          <EmptyState heading={isTicked ? 'No lead is ticked' : 'No lead fits'}>
            <p>
              {isTicked
                ? 'Tick leads in the list first, with the boxes or the key x.'
                : 'What you asked for finds nothing that you may change.'}{' '}
              <a href={back}>Back to the list</a>
            </p>
          </EmptyState>
        ) : said ? (
          <BulkCheck said={said} typed={{ ...typed, key: typed.key || key }} />
        ) : (
          <form method="post" className="panel form bulk-form" noValidate>
            <p>
              {isTicked
                ? `${sayLeads(total)} of the list, which you ticked.`
                : `All ${sayLeads(total)} that fit.`}{' '}
              Nothing is changed before you have seen what will happen.
            </p>
            <ErrorSummary problems={problemsOf(errors, fields.slice(1))} />
            <input type="hidden" name="key" value={typed.key || key} />
            <BulkFields owners={owners} typed={typed} errors={errors} />
          </form>
        )}
      </div>
    </>
  )
}
