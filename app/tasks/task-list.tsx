import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Status } from '#app/ui/status.tsx'
import type { TaskRow } from './list-tasks.server.ts'

/** Tasks, each with its tick for those who may set it. */
export function TaskList({ rows, mayEdit }: { rows: readonly TaskRow[]; mayEdit: boolean }) {
  return (
    <ul className="plain-list ruled">
      {rows.map((row) => (
        <li key={row.id} className="spread">
          <div>
            <a href={paths.staff.task(row.id)}>{row.isDone ? <s>{row.title}</s> : row.title}</a>{' '}
            {row.isLate && <Status tone="alert">Overdue</Status>}
            {row.isDone && <Status tone="closed">Done</Status>}
            <br />
            <span className="beside">
              <time dateTime={row.iso}>{row.due}</time> · {row.assignee}
              {row.lead && (
                <>
                  {' · '}
                  <a href={paths.staff.lead(row.lead.ref)}>
                    L-{row.lead.ref} {row.lead.title}
                  </a>
                </>
              )}
            </span>
          </div>
          {mayEdit && (
            <form method="post" action={paths.staff.task(row.id)}>
              <Button small name="intent" value={row.isDone ? 'undo' : 'done'}>
                {row.isDone ? 'Not done' : 'Done'}
                <span className="said">: {row.title}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The tasks of one lead, for its page. */
export function TaskPanel({
  tasks,
  leadRef,
  mayEdit,
}: {
  tasks: readonly TaskRow[]
  leadRef: number
  mayEdit: boolean
}) {
  return (
    <section className="panel" aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      {tasks.length > 0 ? <TaskList rows={tasks} mayEdit={mayEdit} /> : <p>Nothing planned.</p>}
      {mayEdit && <a href={paths.staff.newTask({ lead: String(leadRef) })}>Add a task</a>}
    </section>
  )
}
