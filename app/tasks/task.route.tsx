import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { leadScope, mayEdit, requireEditor } from '#app/leads/scope.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { pageBefore } from '#app/ops/page-before.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import { dateIn, timeIn } from '#app/time/instants.ts'
import { sayMoment } from '#app/time/say.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Status } from '#app/ui/status.tsx'
import { taskScope } from './scope.server.ts'
import { TaskForm, taskFields } from './task-form.tsx'
import { changeTask, setTaskDone } from './task-acts.server.ts'
import { readTask, taskPeople, whyNotTask } from './typed-task.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const task = await getTask(viewer, params.id)
  const zone = timeZoneSchema.parse(task.assignee.timeZone)
  const lead = task.leadId
    ? await db.lead.findFirst({
        where: { id: task.leadId, AND: leadScope(viewer) },
        select: { ref: true, title: true },
      })
    : null
  return {
    title: task.title,
    due: sayMoment(task.dueAt, viewer.timeZone),
    isDone: task.doneAt !== null,
    isLate: task.doneAt === null && task.dueAt <= new Date(),
    assignee: task.assignee.name,
    by: task.createdBy?.name ?? null,
    lead,
    people: mayEdit(viewer) ? await taskPeople() : null,
    typed: {
      title: task.title,
      date: String(dateIn(task.dueAt, zone)),
      time: String(timeIn(task.dueAt, zone)),
      assignee: task.assigneeId,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const { id } = await getTask(viewer, params.id)
  const form = await readForm(request)
  const intent = form.get('intent')
  if (intent === 'done' || intent === 'undo') {
    await setTaskDone(viewer, id, intent === 'done', new Date())
    return redirect(pageBefore(request, paths.staff.tasks()), 303)
  }
  if (intent !== 'save') throw new Response(null, { status: 400 })

  const read = readTask(form)
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 422 })
  const changed = await changeTask(viewer, id, read.planned, new Date())
  if (!changed.ok) return data({ errors: whyNotTask[changed.reason], typed: read.typed }, { status: 422 })
  return redirect(paths.staff.task(id), 303)
}

async function getTask(viewer: Viewer, param: string | undefined) {
  const id = z.uuid().safeParse(param)
  const task = id.success
    ? await db.task.findFirst({
        where: { id: id.data, AND: taskScope(viewer) },
        include: { assignee: true, createdBy: { select: { name: true } } },
      })
    : null
  if (!task) throw new Response(null, { status: 404 })
  return task
}

export const meta: MetaFunction<typeof loader> = ({ data: task }) =>
  describePrivatePage(task?.title ?? 'Task')

export default function TaskPage() {
  const { title, due, isDone, isLate, assignee, by, lead, people, typed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>{title}</h1>
        {isDone && <Status tone="closed">Done</Status>}
        {isLate && <Status tone="alert">Overdue</Status>}
        <div className="bar-end">
          <a href={paths.staff.tasks()}>Tasks</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <ErrorSummary problems={problemsOf(refused?.errors ?? {}, taskFields)} />
        <p>
          For {assignee}, due {due}
          {by && `, given by ${by}`}.{' '}
          {lead && (
            <>
              About{' '}
              <a href={paths.staff.lead(lead.ref)}>
                L-{lead.ref} {lead.title}
              </a>
              .
            </>
          )}
        </p>
        {people && (
          <form method="post">
            <Button name="intent" value={isDone ? 'undo' : 'done'}>
              {isDone ? 'Not done after all' : 'Done'}
            </Button>
          </form>
        )}
        {people && !isDone && (
          <section className="panel" aria-labelledby="change">
            <h2 id="change">Change it</h2>
            <TaskForm
              typed={refused?.typed ?? typed}
              errors={refused?.errors ?? {}}
              people={people}
              button="Save the task"
            />
          </section>
        )}
      </div>
    </>
  )
}
