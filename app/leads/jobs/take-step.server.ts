import { milliseconds } from 'date-fns'
import { db, type Transaction } from '#app/db.server.ts'
import { log } from '#app/ops/log.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import type { JobKind } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { isWorking } from './job.ts'

/** What a step changes of its job: how far it came, and what it is doing next. */
export type StepResult = Partial<
  Pick<DeskJob, 'state' | 'failure' | 'total' | 'done' | 'changed' | 'position'>
>

/** How far a job is once these rows of it are done; `changed` counts those before them too. */
export function progressAfter(
  job: DeskJob,
  rows: readonly { number: number }[],
  changed: number,
): Required<Pick<StepResult, 'done' | 'changed' | 'position'>> {
  return { done: job.done + rows.length, changed, position: rows.at(-1)?.number ?? job.position }
}

export const mayNotGoOn = {
  state: 'stopped',
  failure: 'Whoever asked for this may not do it any more.',
} as const satisfies StepResult

/** One portion of a job, by the rights that whoever asked for it has at this moment. */
export type Step = (tx: Transaction, job: DeskJob, actor: Viewer, now: Date) => Promise<StepResult>
export type Steps = Record<JobKind, Step>

/** Choosing a million leads takes longer than a page may. */
const longestStep = { timeout: milliseconds({ minutes: 3 }), maxWait: milliseconds({ seconds: 12 }) }
const mostAttempts = 5

/**
 * Takes the job that waited longest one portion on. The row of the job is locked meanwhile and written with the portion:
 * two workers never do the same one, and one that is killed leaves nothing half done.
 */
export async function takeStep(steps: Steps, now: Date): Promise<'nothing' | 'done'> {
  const taken: { id: string | null } = { id: null }
  try {
    return await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('statement_timeout', '150s', true)`
      const job = await lockNext(tx)
      if (!job) return 'nothing'
      taken.id = job.id
      await goOn(tx, steps, job, now)
      return 'done'
    }, longestStep)
  } catch (error) {
    if (taken.id === null) throw error
    log.error({ err: error, job: taken.id }, 'a job could not go on')
    await putOff(taken.id)
    return 'done'
  }
}

/** `run_at` is rounded to whole milliseconds, and may so be a little later than the moment it was set. */
async function lockNext(tx: Transaction): Promise<DeskJob | null> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM desk_job
    WHERE state IN ('preparing', 'running', 'undoing') AND run_at <= now() + interval '1 millisecond'
    ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  return next ? tx.deskJob.findUnique({ where: { id: next.id } }) : null
}

async function goOn(tx: Transaction, steps: Steps, job: DeskJob, now: Date): Promise<void> {
  const actor = await findActor(tx, job.actorId)
  const result = actor ? await steps[job.kind](tx, job, actor, now) : mayNotGoOn
  const isOver = !isWorking(result.state ?? job.state)
  await tx.deskJob.update({
    where: { id: job.id },
    data: { attempts: 0, ...result },
    select: { id: true },
  })
  // Behind the others that wait: every job moves, however long one of them is.
  await tx.$executeRaw`
    UPDATE desk_job SET run_at = clock_timestamp(), finished_at = (CASE WHEN ${isOver} THEN now() END)
    WHERE id = ${job.id}::uuid`
}

async function findActor(tx: Transaction, id: string): Promise<Viewer | null> {
  const staff = await tx.staff.findFirst({
    where: { id, disabledAt: null, role: { not: 'read_only' } },
    select: { id: true, name: true, email: true, role: true, timeZone: true },
  })
  if (!staff || !isTimeZone(staff.timeZone)) return null
  return { ...staff, timeZone: staff.timeZone }
}

/** After a failure it is tried again, later each time; then it is given up with what was done so far. */
async function putOff(id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE desk_job SET
      attempts = attempts + 1, run_at = now() + make_interval(secs => 5 * (attempts + 1)),
      state = (CASE WHEN attempts + 1 >= ${mostAttempts} THEN 'failed' ELSE state::text END)::job_state,
      failure = (CASE WHEN attempts + 1 >= ${mostAttempts}
        THEN 'It failed several times at the same place. What was done before stands.' ELSE '' END),
      finished_at = (CASE WHEN attempts + 1 >= ${mostAttempts} THEN now() END)
    WHERE id = ${id}::uuid AND state IN ('preparing', 'running', 'undoing')`
}
