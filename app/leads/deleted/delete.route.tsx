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
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { getLead, refFrom, requireLead } from '../find-lead.server.ts'
import { countParts } from '../read-parts.server.ts'
import { requireDeleter } from '../scope.server.ts'
import { deleteLead } from './delete-lead.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { id, ref, title, person } = await getLead(viewer, refFrom(params.ref))
  requireDeleter(viewer)
  const { bookings, files } = await countParts(id)
  return { ref, title, who: person.name, bookings, files }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const ref = await requireLead(viewer, params.ref)
  requireDeleter(viewer)
  if ((await readForm(request)).get('sure') !== 'yes') return data({ problem: notSaid }, { status: 422 })
  const deleted = await deleteLead(viewer, ref, new Date())
  if (deleted.ok) return redirect(`${paths.staff.deletedLeads()}#l-${ref}`, 303)
  if (deleted.reason === 'not-found') throw new Response(null, { status: 404 })
  return data({ problem: comingConsultation }, { status: 422 })
}

const notSaid = 'Say that it is to be deleted: press the button below.'
const comingConsultation =
  'A consultation is still to come. Cancel it first: the visitor is told by that, and not by deleting the lead.'

export const meta: MetaFunction<typeof loader> = ({ data: lead }) =>
  describePrivatePage(lead ? `Delete L-${lead.ref}` : 'Delete')

export default function DeletePage() {
  const { ref, title, who, bookings, files } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Delete a lead</h1>
        <span className="label">L-{ref}</span>
      </header>
      <div className="desk-body narrow stack">
        {refused && <Notice tone="alert">{refused.problem}</Notice>}
        <form method="post" className="panel form">
          <h2>
            {title}, {who}
          </h2>
          <p>
            It leaves every list, count and search, and with it its letters, notes and tasks
            {bookings > 0 && `, ${say(bookings, 'consultation')}`}
            {files > 0 && `, ${say(files, 'file')}`}. For 30 days it can be restored whole; then it is erased
            for good. Nobody outside is told.
          </p>
          <p>
            If they only said no, <a href={paths.staff.lead(ref)}>mark it as lost</a>: that keeps the reason
            and counts. If they write again, that is a new lead; if they go on from the page of this request,
            it comes back.
          </p>
          <div className="btn-row">
            <Button tone="danger" name="sure" value="yes">
              Delete L-{ref}
            </Button>
            <a className="btn" href={paths.staff.lead(ref)}>
              Keep it
            </a>
          </div>
        </form>
      </div>
    </>
  )
}

function say(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
