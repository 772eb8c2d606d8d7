import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { refFrom } from '../find-lead.server.ts'
import { cursorSchema } from '../keyset.ts'
import { requireDeleter } from '../scope.server.ts'
import { StatusMark } from '../status-mark.tsx'
import { restoreLead } from './delete-lead.server.ts'
import { listDeleted, type DeletedRow } from './list-deleted.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const after = cursorSchema.safeParse(new URL(request.url).searchParams.get('after'))
  return listDeleted(viewer, after.success ? after.data : undefined, new Date())
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireDeleter(viewer)
  const ref = refFrom(String((await readForm(request)).get('restore') ?? ''))
  const restored = await restoreLead(viewer, ref, new Date())
  if (!restored.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.lead(ref), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Deleted leads')

export default function DeletedPage() {
  const { leads, next } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Deleted leads</h1>
        <div className="bar-end">
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body stack">
        <p>
          They stand in no list, count or search. Restored, they are as they were, but an open one whose owner
          has left is nobody’s, and open tasks of whoever has left are its owner’s, or yours. After 30 days
          they are erased for good, with their letters, consultations, files and notes.
        </p>
        {leads.length === 0 ? (
          <EmptyState heading="No lead is deleted" />
        ) : (
          <ul className="plain-list ruled deleted-list">
            {leads.map(({ ref, ...lead }) => (
              <DeletedLead key={ref} {...lead} number={ref} />
            ))}
          </ul>
        )}
        {next && (
          <p>
            <a href={paths.staff.deletedLeads({ after: next })}>Earlier ones</a>
          </p>
        )}
      </div>
    </>
  )
}

type Lead = Omit<DeletedRow, 'ref'> & { number: number }

function DeletedLead({ number, title, status, who, company, by, deleted, erased }: Lead) {
  return (
    <li id={`l-${number}`} className="spread">
      <span>
        <strong>
          L-{number} {title}
        </strong>{' '}
        <StatusMark status={status} />
        <br />
        <span className="beside">
          {[who, company].filter(Boolean).join(', ')}
          <br />
          Deleted {deleted}
          {by && ` by ${by}`}, erased for good on {erased}
        </span>
      </span>
      <form method="post">
        <Button small name="restore" value={number}>
          Restore<span className="said"> L-{number}</span>
        </Button>
      </form>
    </li>
  )
}
