import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { requireOffice, runsTheOffice } from '../scope.server.ts'
import { sayStanding, todayOf } from './calendar-head.server.ts'
import { actOnClosures } from './closures-forms.server.ts'
import { listClosures, listInClosures } from './closures.server.ts'
import { DateField } from './dates-panels.tsx'
import { sayDays } from './days.ts'
import { DoneNotice, readDone } from './done-notice.tsx'
import { StandingNotice } from './standing-notice.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const closures = await listClosures(todayOf(site.office, now))
  const standing = await listInClosures(viewer, closures, now)
  return {
    mayChange: runsTheOffice(viewer),
    done: readDone(request),
    standing: standing.map((booking) => sayStanding(booking, now)),
    closures: closures.map(({ id, name, ...days }) => ({
      id,
      name,
      days: sayDays(days),
      // Days in two years say so themselves.
      year: days.from.slice(0, 4) === days.until.slice(0, 4) ? days.from.slice(0, 4) : '',
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireOffice(viewer)
  const outcome = await actOnClosures(viewer, todayOf(site.office, new Date()), await readForm(request))
  if (!outcome.ok) return data(outcome.refused, { status: 422 })
  return redirect(paths.staff.closures({ done: outcome.done }), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Company closures')

export default function ClosuresPage() {
  const { mayChange, done, standing, closures } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Company closures</h1>
        <div className="bar-end">
          <a href={paths.staff.calendars()}>All calendars</a>
        </div>
      </header>
      <div className="desk-body">
        <DoneNotice done={done} />
        <StandingNotice bookings={standing} showHost />
        <div className="split">
          <ClosureList closures={closures} mayChange={mayChange} />
          {mayChange && <AddPanel errors={refused?.errors ?? {}} typed={refused?.typed ?? null} />}
        </div>
      </div>
    </>
  )
}

type Shown = { id: string; name: string; days: string; year: string }

function ClosureList({ closures, mayChange }: { closures: readonly Shown[]; mayChange: boolean }) {
  if (closures.length === 0) {
    return (
      <EmptyState heading="No closure is coming">
        <p>On days on which the whole company is closed, no calendar offers a time.</p>
      </EmptyState>
    )
  }
  return (
    <ul className="coming" aria-label="Closures to come">
      {closures.map(({ id, name, days, year }) => (
        <li key={id}>
          <span className="coming-days">
            {days} <span className="beside">{year}</span>
          </span>
          <span className="coming-what">{name}</span>
          {mayChange && (
            <form method="post" action={paths.staff.closures()}>
              <input type="hidden" name="id" value={id} />
              <Button small tone="quiet" name="intent" value="remove">
                Remove <span className="said">{name}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function AddPanel({
  errors,
  typed,
}: {
  errors: Record<string, string[]>
  typed: Record<string, string> | null
}) {
  return (
    <section className="panel" aria-labelledby="add">
      <h2 id="add">Close the company</h2>
      <form method="post" action={paths.staff.closures()} className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['name', 'from', 'until'])} />
        <TextField
          name="name"
          label="Name"
          hint="Such as Company retreat; only staff see it"
          defaultValue={typed?.name}
          errors={errors.name}
        />
        <div className="form-row pair">
          <DateField name="from" label="First day" typed={typed} errors={errors} />
          <DateField name="until" label="Last day" optional typed={typed} errors={errors} />
        </div>
        <p className="field-hint">
          The days are each calendar’s own, wherever it is. Bookings that are made stay until someone moves
          them.
        </p>
        <div>
          <Button small name="intent" value="add">
            Add the closure
          </Button>
        </div>
      </form>
    </section>
  )
}
