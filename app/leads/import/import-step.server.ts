import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { paths } from '#app/paths.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayLeads } from '../bulk/bulk-words.ts'
import { mayNotGoOn, progressAfter, type Step, type StepResult } from '../jobs/take-step.server.ts'
import { recordLead } from '../record-lead.server.ts'
import { seesEverything } from '../scope.server.ts'
import { importAskSchema, type ImportAsk } from './import-ask.ts'
import { findHolders, judgeRow, type WasErased } from './judge-row.server.ts'
import { alikeOf, type ReadRow } from './read-row.server.ts'
import { takeBackSome } from './take-back.server.ts'

const checkedAtOnce = 100
const importedAtOnce = 20

/** Checks the lines of a file, imports those that are right, or takes back what was imported: portion by portion. */
export function stepImport(wasErased: WasErased): Step {
  return async (tx, job, actor, now) => {
    if (!seesEverything(actor)) return mayNotGoOn
    const ask = importAskSchema.parse(job.ask)
    switch (job.state) {
      case 'preparing':
        return checkSome(tx, job, { ask, wasErased })
      case 'undoing':
        return takeBackSome(tx, job, actor)
      default:
        return importSome(tx, job, { ask, wasErased, actor }, now)
    }
  }
}

type Checking = { ask: ImportAsk; wasErased: WasErased }

async function checkSome(tx: Transaction, job: DeskJob, { ask, wasErased }: Checking): Promise<StepResult> {
  const rows = await rowsAfter(tx, job, checkedAtOnce)
  const holders = await findHolders(tx)
  let right = job.changed
  for (const { number, cells } of rows) {
    const judged = await judgeRow(tx, cells, { ask, holders, wasErased })
    const alike = judged.row ? alikeOf(judged.row) : ''
    const first = alike && (await firstAlike(tx, job, { number, alike }))
    const found = first ? { plan: 'refused', problem: `It is the same as line ${first}.` } : judged
    if (found.plan !== 'refused') right += 1
    await tx.deskJobRow.update({
      where: { jobId_number: { jobId: job.id, number } },
      data: { plan: found.plan, problem: found.problem, alike },
      select: { number: true },
    })
  }
  const progress = progressAfter(job, rows, right)
  return rows.length < checkedAtOnce ? { ...progress, state: 'checked' } : progress
}

async function firstAlike(
  tx: Transaction,
  { id }: DeskJob,
  { number, alike }: { number: number; alike: string },
): Promise<number | null> {
  const first = await tx.deskJobRow.findFirst({
    where: { jobId: id, alike, number: { lt: number } },
    ...{ orderBy: { number: 'asc' }, select: { number: true } },
  })
  return first?.number ?? null
}

function rowsAfter(tx: Transaction, { id, position }: DeskJob, take: number) {
  return tx.deskJobRow.findMany({
    where: { jobId: id, number: { gt: position } },
    ...{ orderBy: { number: 'asc' }, take, select: { number: true, cells: true, plan: true } },
  })
}

async function importSome(
  tx: Transaction,
  job: DeskJob,
  { ask, wasErased, actor }: Checking & { actor: Viewer },
  now: Date,
): Promise<StepResult> {
  const rows = await rowsAfter(tx, job, importedAtOnce)
  const holders = await findHolders(tx)
  let imported = job.changed
  for (const { number, cells, plan } of rows) {
    if (plan === 'refused') {
      await keep(tx, job, number, { outcome: 'skipped' })
      continue
    }
    // What was right when it was checked may not be any more.
    const judged = await judgeRow(tx, cells, { ask, holders, wasErased })
    if (judged.plan === 'refused') {
      await keep(tx, job, number, { outcome: 'skipped', problem: judged.problem })
      continue
    }
    const leadId = await addLead(tx, job, { actor, number, row: judged.row, ownerId: judged.ownerId }, now)
    await keep(tx, job, number, { outcome: 'changed', leadId, addedPerson: judged.plan === 'new' })
    imported += 1
  }
  const progress = progressAfter(job, rows, imported)
  if (rows.length === importedAtOnce) return progress
  await finish(tx, job, { actor, imported, left: progress.done - imported }, now)
  return { ...progress, state: 'done' }
}

type Outcome = {
  outcome: 'changed' | 'skipped'
  problem?: string
  leadId?: string
  addedPerson?: boolean
}

async function keep(
  tx: Transaction,
  { id: jobId }: DeskJob,
  number: number,
  outcome: Outcome,
): Promise<void> {
  await tx.deskJobRow.update({
    where: { jobId_number: { jobId, number } },
    data: outcome,
    select: { number: true },
  })
}

async function addLead(
  tx: Transaction,
  job: DeskJob,
  { actor, number, row, ownerId }: { actor: Viewer; number: number; row: ReadRow; ownerId: string },
  now: Date,
): Promise<string> {
  const { name, email, company, phone, title, tags } = row
  const { leadId } = await recordLead(
    tx,
    {
      ...{ kind: 'import', title, payload: row, actorId: actor.id },
      person: { name, email, company, phone },
      idempotencyKey: `import:${job.id}:${number}`,
      requestHash: requestHash(row),
    },
    now,
  )
  await tx.lead.update({
    where: { id: leadId },
    data: { ownerId: ownerId || null, tags },
    select: { id: true },
  })
  return leadId
}

/** One notification for all that somebody is given, as with any change to many leads. */
async function finish(
  tx: Transaction,
  job: DeskJob,
  { actor, imported, left }: { actor: Viewer; imported: number; left: number },
  now: Date,
): Promise<void> {
  await audit(tx, {
    ...{ actorId: actor.id, action: 'imported', entity: 'job', entityId: job.id },
    after: { leads: imported, left },
  })
  const given = await tx.$queryRaw<{ ownerId: string; count: bigint }[]>`
    SELECT owner_id AS "ownerId", count(*) FROM desk_job_row JOIN lead ON lead.id = lead_id
    WHERE job_id = ${job.id}::uuid AND owner_id IS NOT NULL AND owner_id <> ${actor.id} GROUP BY 1`
  for (const { ownerId, count } of given) {
    await notify(
      tx,
      {
        ...{ kind: 'assigned', to: [ownerId], actorId: actor.id, cause: `job ${job.id}` },
        heading: count === 1n ? '1 lead is yours' : `${sayLeads(Number(count))} are yours`,
        about: `Imported by ${actor.name}`,
        path: paths.staff.leads({ owner: 'me' }),
      },
      now,
    )
  }
}
