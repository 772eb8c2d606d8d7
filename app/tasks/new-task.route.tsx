import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canSee, refFrom } from '#app/leads/find-lead.server.ts'
import { requireEditor } from '#app/leads/scope.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TaskForm, taskFields } from './task-form.tsx'
import { addTask } from './task-acts.server.ts'
import { newTask, readTask, taskPeople, whyNotTask } from './typed-task.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const ref = await leadAsked(viewer, request)
  return { ref, people: await taskPeople(), typed: newTask(viewer, new Date()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const ref = await leadAsked(viewer, request)
  const read = readTask(await readForm(request))
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 422 })

  const added = await addTask(viewer, { ...read.planned, ref }, new Date())
  if (!added.ok) return data({ errors: whyNotTask[added.reason], typed: read.typed }, { status: 422 })
  return redirect(ref === null ? paths.staff.tasks({ show: 'all' }) : paths.staff.lead(ref), 303)
}

/** The number of the lead that the task is about (`?lead=`), null when it stands alone; 404 out of scope. */
async function leadAsked(viewer: Viewer, request: Request): Promise<number | null> {
  const asked = new URL(request.url).searchParams.get('lead')
  if (asked === null) return null
  const ref = refFrom(asked)
  if (!(await canSee(viewer, ref))) throw new Response(null, { status: 404 })
  return ref
}

export const meta: MetaFunction = () => describePrivatePage('Add a task')

export default function NewTaskPage() {
  const { ref, people, typed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>Add a task</h1>
        {ref !== null && <span className="label">L-{ref}</span>}
        <div className="bar-end">
          <a href={ref === null ? paths.staff.tasks() : paths.staff.lead(ref)}>Back</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(refused?.errors ?? {}, taskFields)} />
        <TaskForm
          typed={refused?.typed ?? typed}
          errors={refused?.errors ?? {}}
          people={people}
          button="Add the task"
        />
      </div>
    </>
  )
}
