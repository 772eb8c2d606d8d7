import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireOffice, runsTheOffice } from '#app/calendars/scope.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayZone } from '#app/time/say.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { moveType } from './arrange-types.server.ts'
import { isDirection } from './in-order.ts'
import { listTypes } from './list-types.server.ts'
import { TypeTable } from './type-table.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  return {
    rows: await listTypes(viewer.timeZone, now),
    zoneName: sayZone(viewer.timeZone, now),
    mayChange: runsTheOffice(viewer),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const form = await readForm(request)
  const [slug, direction] = [form.get('of'), form.get('intent')]
  if (typeof slug !== 'string' || !isDirection(direction)) throw new Response(null, { status: 400 })

  const moved = await moveType(viewer, { slug, direction })
  if (!moved.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.types(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Consultations')

export default function Types() {
  const { rows, zoneName, mayChange } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Consultations</h1>
        <div className="bar-end">
          {mayChange && (
            <ButtonLink small href={paths.staff.newType()}>
              Add a type
            </ButtonLink>
          )}
        </div>
      </header>
      <div className="desk-body">
        {rows.length > 0 ? (
          <TypeTable {...{ rows, zoneName, mayChange }} />
        ) : (
          <NoTypes mayChange={mayChange} />
        )}
      </div>
    </>
  )
}

function NoTypes({ mayChange }: { mayChange: boolean }) {
  return (
    <EmptyState heading="Nothing can be booked">
      <p>
        A type of consultation says how long a meeting is, when it can be had and who holds it.{' '}
        {mayChange ? <a href={paths.staff.newType()}>Add the first one</a> : 'A manager can add one.'}
      </p>
    </EmptyState>
  )
}
