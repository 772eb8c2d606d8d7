import { db, type Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { JobKind, JobState } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { mayEdit, seesEverything } from '../scope.server.ts'
import { workingStates } from './job.ts'

/** One's own jobs; those who answer for all leads also see what others changed at once, and can undo it. */
export function jobScope(viewer: Viewer): Prisma.DeskJobWhereInput {
  if (!seesEverything(viewer)) return { staffId: viewer.id }
  return { OR: [{ staffId: viewer.id }, { kind: { in: ['bulk', 'import'] } }] }
}

export type NewJob = {
  kind: JobKind
  state: JobState
  key: string
  ask: Prisma.InputJsonObject
  total?: number
}

/** The job of that form: a new one, or the one that it made when it was sent before. */
export async function addJob(
  tx: Transaction,
  viewer: Viewer,
  { key, ...job }: NewJob,
): Promise<{ id: string; isNew: boolean }> {
  const ofViewer = `${viewer.id} ${key}`
  const before = await tx.deskJob.findUnique({ where: { key: ofViewer }, select: { id: true } })
  if (before) return { id: before.id, isNew: false }
  const added = await tx.deskJob.createManyAndReturn({
    data: [{ ...job, key: ofViewer, staffId: viewer.id, actorId: viewer.id }],
    skipDuplicates: true,
    select: { id: true },
  })
  const [mine] = added
  if (mine) return { id: mine.id, isNew: true }
  const { id } = await tx.deskJob.findUniqueOrThrow({ where: { key: ofViewer }, select: { id: true } })
  return { id, isNew: false }
}

export async function getJob(viewer: Viewer, id: string | undefined) {
  const isId = id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const job =
    isId && (await db.deskJob.findFirst({ where: { id, AND: jobScope(viewer) }, include: withStaff }))
  if (!job) throw new Response(null, { status: 404 })
  return job
}

const withStaff = { staff: { select: { name: true } }, actor: { select: { name: true } } } as const

export function listJobs(viewer: Viewer) {
  return db.deskJob.findMany({
    where: jobScope(viewer),
    ...{ orderBy: { createdAt: 'desc' }, take: 50, include: withStaff },
  })
}

/** How many came out how, and why. */
export function countOutcomes(jobId: string) {
  return db.deskJobLead.groupBy({
    by: ['outcome', 'reason'],
    where: { jobId, outcome: { not: null } },
    _count: true,
  })
}

/** Ends a job after the portion in hand; what was done stands. */
export async function stopJob(viewer: Viewer, id: string): Promise<Outcome<null, 'not-working'>> {
  const stopped = await db.deskJob.updateMany({
    where: { id, AND: jobScope(viewer), state: { in: [...workingStates] } },
    data: { state: 'stopped', failure: '', finishedAt: new Date() },
  })
  return stopped.count > 0 ? done(null) : refused('not-working')
}

/** Begins to put back what a job changed, by the rights of whoever undoes it. Once. */
export async function undoJob(viewer: Viewer, id: string): Promise<Outcome<null, 'not-undoable'>> {
  if (!mayEdit(viewer)) return refused('not-undoable')
  return db.$transaction(async (tx): Promise<Outcome<null, 'not-undoable'>> => {
    const changed = { where: { jobId: id, outcome: 'changed' as const } }
    // Of a change the leads, of an import the lines: a job has either.
    const total = (await tx.deskJobLead.count(changed)) + (await tx.deskJobRow.count(changed))
    if (total === 0) return refused('not-undoable')
    const begun = await tx.deskJob.updateMany({
      where: {
        ...{ id, AND: jobScope(viewer), kind: { not: 'export' } },
        state: { in: ['done', 'stopped', 'failed'] },
      },
      data: {
        ...{ state: 'undoing', actorId: viewer.id, total, done: 0, changed: 0, position: 0 },
        ...{ failure: '', attempts: 0, finishedAt: null },
      },
    })
    return begun.count > 0 ? done(null) : refused('not-undoable')
  })
}
