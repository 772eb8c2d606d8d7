import { audit } from '#app/audit/audit.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { mayHold } from '../give-lead.server.ts'
import { addJob, jobScope } from '../jobs/jobs.server.ts'
import { seesEverything } from '../scope.server.ts'
import { importAskSchema, type ImportAsk } from './import-ask.ts'
import { guessFields } from './import-fields.ts'
import type { CsvFile } from './read-csv.server.ts'

/** Throws 403 for whoever does not answer for all leads: a file brings in other people's too. */
export function requireImporter(viewer: Viewer): void {
  if (!seesEverything(viewer)) throw new Response('Managers import leads.', { status: 403 })
}

const rowsAtOnce = 1000

/** Keeps the lines of a file; nothing is made of them yet. The same form sent twice is one import. */
export async function keepFile(
  viewer: Viewer,
  { key, name, file }: { key: string; name: string; file: CsvFile },
): Promise<{ id: string }> {
  requireImporter(viewer)
  const ask: ImportAsk = {
    ...{ fileName: shown(name), head: file.head, fields: guessFields(file.head) },
    ...{ title: '', owner: viewer.id, known: 'add' },
  }
  return db.$transaction(async (tx) => {
    const job = await addJob(tx, viewer, {
      kind: 'import',
      state: 'waiting',
      key,
      ask,
      total: file.rows.length,
    })
    if (job.isNew) await addRows(tx, job.id, file.rows)
    return { id: job.id }
  })
}

/** A name as it is shown and kept: whoever sends it may put anything in it, and JSON in the database takes less. */
function shown(name: string): string {
  return [...name.replace(/\p{C}/gu, '')].slice(0, 200).join('')
}

async function addRows(tx: Transaction, jobId: string, rows: readonly string[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    // As a spreadsheet counts: the heads are line 1.
    const numbered = some.map((cells, index) => ({ jobId, cells, number: from + index + 2 }))
    await tx.deskJobRow.createMany({ data: numbered })
  }
}

/** The import while its columns can still be chosen; null once it has begun. */
export async function findOpenImport(viewer: Viewer, id: string) {
  requireImporter(viewer)
  const job = await db.deskJob.findFirst({
    where: { id, AND: jobScope(viewer), kind: 'import', state: { in: ['waiting', 'checked'] } },
    select: {
      id: true,
      ask: true,
      total: true,
      rows: { orderBy: { number: 'asc' }, take: 20, select: { cells: true } },
    },
  })
  return job && { ...job, ask: importAskSchema.parse(job.ask) }
}

export type Choice = Pick<ImportAsk, 'fields' | 'title' | 'owner' | 'known'>

/** Says what the columns are, and has the lines checked: a dry run, in which nothing is made. */
export async function checkImport(
  viewer: Viewer,
  id: string,
  choice: Choice,
): Promise<Outcome<null, 'not-open' | 'no-such-owner'>> {
  const job = await findOpenImport(viewer, id)
  if (!job) return refused('not-open')
  return db.$transaction(async (tx): Promise<Outcome<null, 'not-open' | 'no-such-owner'>> => {
    if (!(await mayHold(tx, choice.owner))) return refused('no-such-owner')
    const begun = await tx.deskJob.updateMany({
      where: { id, state: { in: ['waiting', 'checked'] } },
      data: { ...fromTheStart, state: 'preparing', actorId: viewer.id, ask: { ...job.ask, ...choice } },
    })
    if (begun.count === 0) return refused('not-open')
    await tx.deskJobRow.updateMany({ where: { jobId: id }, data: { plan: '', problem: '', alike: '' } })
    return done(null)
  })
}

/** Lets a checked import go on. */
export async function runImport(viewer: Viewer, id: string): Promise<Outcome<null, 'not-checked'>> {
  requireImporter(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, 'not-checked'>> => {
    const right = await tx.deskJobRow.count({ where: { jobId: id, plan: { in: ['new', 'known'] } } })
    if (right === 0) return refused('not-checked')
    const begun = await tx.deskJob.updateMany({
      where: { id, AND: jobScope(viewer), kind: 'import', state: 'checked' },
      data: { ...fromTheStart, state: 'running', actorId: viewer.id },
    })
    if (begun.count === 0) return refused('not-checked')
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'import.asked', entity: 'job', entityId: id },
      after: { leads: right },
    })
    return done(null)
  })
}

const fromTheStart = { done: 0, changed: 0, position: 0, attempts: 0, failure: '' }
