import type { Transaction } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { notify } from './notify.server.ts'

/** Whoever gives a task to themselves is told nothing. */
export async function tellAssignee(
  tx: Transaction,
  viewer: Viewer,
  task: { id: string; leadId: string | null; title: string; assigneeId: string },
  now: Date,
): Promise<void> {
  if (task.assigneeId === viewer.id) return
  await notify(
    tx,
    {
      kind: 'assigned',
      to: [task.assigneeId],
      cause: `task ${task.id} ${now.toISOString()}`,
      ...(task.leadId && { leadId: task.leadId }),
      ...{ taskId: task.id, actorId: viewer.id },
      ...{ heading: `${viewer.name} gave you a task`, about: task.title, path: paths.staff.task(task.id) },
    },
    now,
  )
}
