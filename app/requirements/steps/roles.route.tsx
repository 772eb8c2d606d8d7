import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { overlaps } from '../requirement-choices.ts'
import { known, roleChoices } from '../known.server.ts'
import { originOfVisit, originPairs } from '../origin.ts'
import { mostRoles } from '../requirement.ts'
import { RoleRows } from '../role-row.tsx'
import { atFirstRow, fieldsOfRows, rowsAfter, rowsFor, typedRows } from '../role-rows.ts'
import { continueStep, openStep, textsOf, typedIn, type RefusedStep } from './step-data.server.ts'
import { StepFrame } from './step-frame.tsx'
import { titleOfStep } from './step-title.ts'

const heading = 'Whom do you need?'

export async function loader(args: LoaderFunctionArgs) {
  const { draft, page } = await openStep(args, 'roles')
  const url = new URL(args.request.url)
  const wanted = url.searchParams.getAll('role').filter(known.isRole).slice(0, mostRoles)
  const stored = typedRows(page.values)
  return {
    page,
    roles: roleChoices(),
    // What somebody chose before stays; a role that a link names joins it.
    rows: stored.length > 0 ? withWanted(stored, wanted) : rowsFor(wanted),
    // Until something is kept, what led here is carried by the form itself.
    carried: draft
      ? []
      : [...originPairs(originOfVisit(url, args.request.headers.get('referer'))), ...hints(url)],
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const values = typedIn(textsOf(form))
  const rows = rowsAfter({ ...values, intent: String(form.get('intent') ?? '') })
  if (rows) {
    const shown: RefusedStep = { values: { ...values, roles: rows }, errors: {} }
    return data({ ...shown, seen: String(form.get('seen') ?? '') }, { status: 200 })
  }
  return continueStep(args, 'roles', form)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => titleOfStep(heading, shown?.page)

export default function RolesStep() {
  const { page, roles, rows: opened, carried } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = atFirstRow(refused?.errors ?? {})
  const typed = typedRows(refused?.values)
  const rows = typed.length > 0 ? typed : opened
  return (
    <StepFrame
      {...page}
      heading={heading}
      seen={refused?.seen ?? page.seen}
      errors={errors}
      fields={fieldsOfRows(rows.length)}
    >
      {carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RoleRows rows={rows} roles={roles} errors={errors} />
    </StepFrame>
  )
}

function withWanted(stored: ReturnType<typeof typedRows>, wanted: readonly string[]) {
  const missing = wanted.filter((role) => findRole(role) && !stored.some((row) => row.role === role))
  return [...stored, ...missing.map((role) => ({ role }))].slice(0, mostRoles)
}

function hints(url: URL): [string, string][] {
  const [zone, overlap] = [url.searchParams.get('tz') ?? '', url.searchParams.get('overlap') ?? '']
  return [
    ...(isTimeZone(zone) ? [['hintZone', zone] as [string, string]] : []),
    ...(overlaps.some((code) => code === overlap) ? [['hintOverlap', overlap] as [string, string]] : []),
  ]
}
