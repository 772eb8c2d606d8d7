import type { Transaction } from '#app/db.server.ts'
import { audit } from '#app/audit/audit.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { paths } from '#app/paths.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { holdOpenTasks } from '../give-tasks.server.ts'
import { progressAfter, type Step, type StepResult } from '../jobs/take-step.server.ts'
import { bulkAskSchema, type BulkAct } from './bulk-act.ts'
import { sayLeads } from './bulk-words.ts'
import { beforeSchema, changeOne } from './change-one.server.ts'
import { chosenLeads } from './chosen-leads.server.ts'
import { undoOne } from './undo-one.server.ts'

/** Few enough that nobody waits for a lead of the portion. */
const atOnce = 20

/** Writes down which leads it is about, then changes them portion by portion; or puts them back the same way. */
export const stepBulk: Step = async (tx, job, actor, now) => {
  const { chosen, act } = bulkAskSchema.parse(job.ask)
  switch (job.state) {
    case 'preparing':
      // Days, and what is late, mean what they meant when it was asked for.
      return choose(tx, job, chosenLeads({ viewer: actor, chosen, now: job.createdAt }))
    case 'undoing':
      return undoSome(tx, job, { actor, act }, now)
    default:
      return changeSome(tx, job, { actor, act }, now)
  }
}

async function choose(
  tx: Transaction,
  job: DeskJob,
  condition: ReturnType<typeof chosenLeads>,
): Promise<StepResult> {
  const total = await tx.$executeRaw`
    INSERT INTO desk_job_lead (job_id, number, lead_id)
    SELECT ${job.id}::uuid, row_number() OVER (ORDER BY ref), id FROM lead WHERE ${condition}`
  return { total, state: total === 0 ? 'done' : 'running' }
}

type Doing = { actor: Viewer; act: BulkAct }

async function changeSome(tx: Transaction, job: DeskJob, doing: Doing, now: Date): Promise<StepResult> {
  const { actor, act } = doing
  const rows = await tx.deskJobLead.findMany({
    where: { jobId: job.id, number: { gt: job.position } },
    ...{ orderBy: { number: 'asc' }, take: atOnce, select: { number: true, leadId: true } },
  })
  await lockLeads(tx, rows, act)
  let changed = job.changed
  for (const { number, leadId } of rows) {
    const result = await changeOne(tx, actor, { leadId, act }, now)
    if (result.ok) changed += 1
    await tx.deskJobLead.update({
      where: { jobId_number: { jobId: job.id, number } },
      data: result.ok
        ? { outcome: 'changed', before: result.before }
        : { outcome: 'skipped', reason: result.reason },
      select: { number: true },
    })
  }
  const progress = progressAfter(job, rows, changed)
  if (rows.length === atOnce) return progress
  await finish(tx, job, { ...doing, changed, done: progress.done }, now)
  return { ...progress, state: 'done' }
}

async function undoSome(tx: Transaction, job: DeskJob, doing: Doing, now: Date): Promise<StepResult> {
  const { actor, act } = doing
  const rows = await tx.deskJobLead.findMany({
    where: { jobId: job.id, number: { gt: job.position }, outcome: 'changed' },
    ...{ orderBy: { number: 'asc' }, take: atOnce },
  })
  await lockLeads(tx, rows, act)
  let changed = job.changed
  for (const { number, leadId, before } of rows) {
    const why = await undoOne(tx, actor, { leadId, act, before: beforeSchema.parse(before) }, now)
    if (!why) changed += 1
    await tx.deskJobLead.update({
      where: { jobId_number: { jobId: job.id, number } },
      data: why ? { outcome: 'kept', reason: why } : { outcome: 'restored' },
      select: { number: true },
    })
  }
  const progress = progressAfter(job, rows, changed)
  if (rows.length === atOnce) return progress
  await audit(tx, {
    ...{ actorId: actor.id, action: 'bulk.undone', entity: 'job', entityId: job.id },
    after: { act: act.act, restored: changed, kept: progress.done - changed },
  })
  return { ...progress, state: 'undone' }
}

/** All of a portion in the order in which everybody takes several, whatever order they are changed in. */
async function lockLeads(
  tx: Transaction,
  rows: readonly { leadId: string }[],
  { act }: BulkAct,
): Promise<void> {
  const leadIds = rows.map(({ leadId }) => leadId)
  if (act === 'owner') await holdOpenTasks(tx, leadIds)
  await tx.$queryRaw`
    SELECT FROM lead WHERE id = ANY (${leadIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}

/** One notification for all of them, where a single change sends one for each. */
async function finish(
  tx: Transaction,
  job: DeskJob,
  { actor, act, changed, done }: Doing & { changed: number; done: number },
  now: Date,
): Promise<void> {
  await audit(tx, {
    ...{ actorId: actor.id, action: 'bulk.changed', entity: 'job', entityId: job.id },
    after: { act: act.act, changed, skipped: done - changed },
  })
  if (act.act !== 'owner' || act.owner === '' || act.owner === actor.id || changed === 0) return
  await notify(
    tx,
    {
      ...{ kind: 'assigned', to: [act.owner], actorId: actor.id, cause: `job ${job.id}` },
      heading: changed === 1 ? '1 lead is yours' : `${sayLeads(changed)} are yours`,
      about: `Given by ${actor.name} at once`,
      path: paths.staff.leads({ owner: 'me' }),
    },
    now,
  )
}
