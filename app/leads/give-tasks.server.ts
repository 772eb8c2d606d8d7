import type { Transaction } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { recordTask } from './record-task.server.ts'

const { sql } = Prisma

type Given = { id: string; title: string; assigneeId: string; dueAt: Date; was: string }

/** Whoever left, or may only look by now. */
export const ofLeavers = sql`(disabled_at IS NOT NULL OR role = 'read_only')`

/** Whoever does not see a lead of that owner: it would be done by nobody, and reminded of by a link that leads nowhere. */
export function ofThoseWhoCannotSee(ownerId: string): Prisma.Sql {
  return sql`role = 'consultant' AND staff.id <> ${ownerId}
    AND NOT EXISTS (SELECT FROM hosted_lead WHERE staff_id = staff.id AND hosted_lead.lead_id = task.lead_id)`
}

/** Gives the open tasks of some about a lead to somebody, and gives back which. Whoever calls holds the tasks. */
export async function giveTasks(
  tx: Transaction,
  viewer: Viewer,
  { leadId, of, to }: { leadId: string; of: Prisma.Sql; to: string },
  now: Date,
): Promise<Given[]> {
  const given = await tx.$queryRaw<Given[]>`
    UPDATE task SET assignee_id = ${to} FROM staff
    WHERE staff.id = assignee_id AND ${of} AND task.lead_id = ${leadId}::uuid AND done_at IS NULL
    RETURNING task.id, title, assignee_id AS "assigneeId", due_at AS "dueAt", staff.id AS was`
  for (const { was, ...after } of given) {
    const before = { assigneeId: was, dueAt: after.dueAt }
    await recordTask(tx, viewer, { task: { id: after.id, leadId }, what: 'changed', before, after }, now)
  }
  return given
}

/** Held before the leads, as by everybody who takes both: nobody waits in a circle. */
export async function holdOpenTasks(tx: Transaction, leadIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM task WHERE lead_id = ANY (${[...leadIds]}::uuid[]) AND done_at IS NULL ORDER BY id FOR UPDATE`
}
