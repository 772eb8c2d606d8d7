import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { getMember } from './find-member.server.ts'
import { countWork, handOver } from './hand-over.server.ts'
import { requireAdmin } from './rights.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireAdmin(await requireStaff(request))
  const now = new Date()
  const { id, name } = await getMember(params.id, now)
  const colleagues = await db.staff.findMany({
    where: { NOT: { id }, disabledAt: null, role: { not: 'read_only' } },
    select: { id: true, name: true, host: { select: { id: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return {
    ...{ id, name, work: await countWork(id, now) },
    colleagues: colleagues.map(({ id: value, name: label, host }) => ({
      value,
      label: host ? label : `${label} (has no calendar, so bookings stay)`,
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireAdmin(viewer)
  const { id } = await getMember(params.id, new Date())
  const to = String((await readForm(request)).get('to') ?? '')
  const handed = await handOver(viewer, { from: id, to }, new Date())
  if (handed.ok) return { handed: handed.value, errors: noErrors }
  return data({ handed: null, errors: { to: ['Choose a colleague from the list.'] } }, { status: 422 })
}

const noErrors: FormErrors = {}

export const meta: MetaFunction = () => describePrivatePage('Hand over work')

export default function HandOverPage() {
  const { id, name, work, colleagues } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const isNothing = work.leads + work.tasks + work.bookings === 0
  return (
    <>
      <header className="bar">
        <h1>Hand over {name}’s work</h1>
        <div className="bar-end">
          <a href={paths.staff.member(id)}>Back</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(acted?.errors ?? {})} />
        {acted?.handed && <Done {...acted.handed} />}
        {isNothing ? (
          <EmptyState heading="Nothing is left to hand over">
            <p>No open lead, no open task and no coming consultation.</p>
          </EmptyState>
        ) : (
          <form method="post" className="panel form" noValidate>
            <p>
              {say(work.leads, 'open lead')}, {say(work.tasks, 'open task')} and{' '}
              {say(work.bookings, 'coming consultation')} go to one colleague. Visitors are told whom they
              will meet.
            </p>
            <SelectField name="to" label="To whom" choices={colleagues} errors={acted?.errors.to} />
            <Button tone="go">Hand all of it over</Button>
          </form>
        )}
      </div>
    </>
  )
}

type DoneProps = { leads: number; tasks: number; bookings: number; left: readonly string[] }

function Done({ leads, tasks, bookings, left }: DoneProps) {
  return (
    <Notice tone={left.length > 0 ? 'amber' : 'success'} heading="Handed over">
      <p>
        {say(leads, 'lead')}, {say(tasks, 'task')} and {say(bookings, 'consultation')}.
      </p>
      {left.length > 0 && (
        <p>
          The colleague cannot hold these, so they stay; look at each:{' '}
          {left.map((reference) => (
            <span key={reference}>
              <a href={paths.staff.booking(reference)}>{reference}</a>{' '}
            </span>
          ))}
        </p>
      )}
    </Notice>
  )
}

function say(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
