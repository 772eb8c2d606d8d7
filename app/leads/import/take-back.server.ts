import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { progressAfter, type StepResult } from '../jobs/take-step.server.ts'
import { leadScope } from '../scope.server.ts'

const atOnce = 20

/** Removes what an import made and nobody touched since; the rest stays, and says why. */
export async function takeBackSome(tx: Transaction, job: DeskJob, actor: Viewer): Promise<StepResult> {
  const rows = await tx.deskJobRow.findMany({
    where: { jobId: job.id, number: { gt: job.position }, outcome: 'changed' },
    ...{
      orderBy: { number: 'asc' },
      take: atOnce,
      select: { number: true, leadId: true, addedPerson: true },
    },
  })
  let removed = job.changed
  for (const { number, leadId, addedPerson } of rows) {
    const why = leadId ? await takeBack(tx, actor, { job, leadId, addedPerson }) : 'gone'
    if (!why) removed += 1
    await tx.deskJobRow.update({
      where: { jobId_number: { jobId: job.id, number } },
      data: why ? { outcome: 'kept', reason: why } : { outcome: 'restored' },
      select: { number: true },
    })
  }
  const progress = progressAfter(job, rows, removed)
  if (rows.length === atOnce) return progress
  await audit(tx, {
    ...{ actorId: actor.id, action: 'import.undone', entity: 'job', entityId: job.id },
    after: { removed, kept: progress.done - removed },
  })
  return { ...progress, state: 'undone' }
}

type Taking = { job: DeskJob; leadId: string; addedPerson: boolean }

async function takeBack(
  tx: Transaction,
  actor: Viewer,
  { job, leadId, addedPerson }: Taking,
): Promise<'touched' | 'gone' | null> {
  await tx.$queryRaw`SELECT FROM lead WHERE id = ${leadId}::uuid FOR UPDATE`
  const lead = await tx.lead.findFirst({
    where: { id: leadId, AND: leadScope(actor) },
    select: { personId: true, companyId: true, version: true, ...countsOfWork },
  })
  if (!lead) return 'gone'
  const { events, submissions, ...work } = lead._count
  const isUntouched = lead.version === 1 && events === 1 && submissions === 1
  if (!isUntouched || Object.values(work).some((count) => count > 0)) return 'touched'

  await tx.submission.deleteMany({ where: { leadId } })
  await tx.lead.delete({ where: { id: leadId }, select: { id: true } })
  if (addedPerson) await removePerson(tx, { job, personId: lead.personId, companyId: lead.companyId })
  return null
}

/** Everything that somebody can do to a lead leaves one of these behind. */
const countsOfWork = {
  _count: {
    select: {
      ...{ events: true, submissions: true, notes: true, tasks: true, letters: true, bookings: true },
      ...{ files: true, requirements: true, drafts: true, laterLeads: true, mergedLeads: true, jobs: true },
    },
  },
} as const

/** With their company, if the import made that too and nobody else is of it. */
async function removePerson(
  tx: Transaction,
  { job, personId, companyId }: { job: DeskJob; personId: string; companyId: string | null },
): Promise<void> {
  await tx.person.deleteMany({ where: { id: personId, leads: { none: {} }, bookings: { none: {} } } })
  if (companyId === null) return
  await tx.company.deleteMany({
    where: { id: companyId, createdAt: { gte: job.createdAt }, people: { none: {} }, leads: { none: {} } },
  })
}
