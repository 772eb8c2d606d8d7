import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayEdit } from '#app/leads/scope.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { isTaskView, listTasks, taskViews } from './list-tasks.server.ts'
import { TaskList } from './task-list.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const query = new URL(request.url).searchParams
  const asked = query.get('show')
  const show = isTaskView(asked) ? asked : 'mine'
  const after = z.uuid().safeParse(query.get('after'))
  const listed = await listTasks(viewer, { show, after: after.data, now: new Date() })
  const views = Object.entries(taskViews).map(([key, name]) => ({ key, name }))
  return { ...listed, show, views, isFirst: !after.success, mayEdit: mayEdit(viewer) }
}

export const meta: MetaFunction = () => describePrivatePage('Tasks')

export default function TasksPage() {
  const { rows, next, show, views, isFirst, mayEdit } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Tasks</h1>
        <Chips label="Which tasks">
          {views.map(({ key, name }) => (
            <Chip key={key} href={paths.staff.tasks({ show: key })} isHere={key === show}>
              {name}
            </Chip>
          ))}
        </Chips>
        <div className="bar-end">{mayEdit && <a href={paths.staff.newTask()}>Add a task</a>}</div>
      </header>
      <div className="desk-body narrow">
        {rows.length === 0 ? (
          <EmptyState heading={show === 'done' ? 'Nothing done yet' : 'Nothing to do here'}>
            <p>A task has a due time: when it comes, its owner is told in the app and by mail.</p>
          </EmptyState>
        ) : (
          <TaskList rows={rows} mayEdit={mayEdit} />
        )}
        <Pager
          newer={isFirst ? null : { href: paths.staff.tasks({ show }), label: '← First page' }}
          older={next ? { href: paths.staff.tasks({ show, after: next }), label: 'More →' } : null}
        />
      </div>
    </>
  )
}
