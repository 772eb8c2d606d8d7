/** Reminders are decided when they are due: a task that is done, moved or given to somebody else by then is not old news. */
import { milliseconds, subDays } from 'date-fns'
import { db, type Transaction } from '#app/db.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { paths } from '#app/paths.ts'

const lookEvery = milliseconds({ seconds: 20 })

type DueTask = { id: string; title: string; assigneeId: string; leadId: string | null; isLate: boolean }

/**
 * Tells the assignee of the task that is due longest, once when it is due and once when it is a day late. Any number of
 * processes may do this at once: each takes a task that no other holds.
 */
export async function remindNextDue(now: Date): Promise<'done' | 'nothing'> {
  const dayAgo = subDays(now, 1)
  return db.$transaction(async (tx) => {
    const [task] = await tx.$queryRaw<DueTask[]>`
      SELECT id, title, assignee_id AS "assigneeId", lead_id AS "leadId", due_at <= ${dayAgo} AS "isLate" FROM task
      WHERE done_at IS NULL AND due_at <= ${now}
        AND (reminded_at IS NULL OR (overdue_at IS NULL AND due_at <= ${dayAgo}))
        AND (lead_id IS NULL OR EXISTS (SELECT FROM lead WHERE id = lead_id AND deleted_at IS NULL))
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!task) return 'nothing'
    await remind(tx, task, now)
    return 'done'
  })
}

async function remind(tx: Transaction, task: DueTask, now: Date): Promise<void> {
  const { id, title, assigneeId, leadId, isLate } = task
  await tx.task.update({ where: { id }, data: { remindedAt: now, ...(isLate && { overdueAt: now }) } })
  await notify(
    tx,
    {
      kind: isLate ? 'overdue' : 'due',
      to: [assigneeId],
      cause: `${isLate ? 'overdue' : 'due'} ${id} ${now.toISOString()}`,
      ...(leadId && { leadId }),
      taskId: id,
      heading: isLate ? 'A day late' : 'Due now',
      about: title,
      path: paths.staff.task(id),
    },
    now,
  )
}

/** Reminds as tasks fall due, until it is stopped. */
export function startReminding(): { stop(): Promise<void> } {
  const rest = makeRest()
  const work = keepReminding(rest)
  return {
    async stop() {
      rest.end()
      await work
    },
  }
}

async function keepReminding(rest: Rest): Promise<void> {
  while (!rest.isOver()) {
    if ((await attempt()) === 'nothing') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the reminders. */
async function attempt(): Promise<'done' | 'nothing'> {
  try {
    return await remindNextDue(new Date())
  } catch (error) {
    log.error({ err: error }, 'nobody can be reminded of tasks at the moment')
    return 'nothing'
  }
}
