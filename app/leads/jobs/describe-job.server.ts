import { db } from '#app/db.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import { bulkAskSchema } from '../bulk/bulk-act.ts'
import { sayAct, sayLeads, whyNotInWords } from '../bulk/bulk-words.ts'
import { headingOfImport, listRefused, reportOfImport } from '../import/report-import.server.ts'
import { countOutcomes } from './jobs.server.ts'
import { isWorking } from './job.ts'

/** What became of a job so far: each line a number and its words. */
export type JobReport = {
  heading: string
  lines: { count: number; words: string }[]
  /** How many undoing would put back. */
  undoable: number
  /** Of a checked import: how many lines would be imported. */
  ready: number
}

/** The job in a line: `'Give to Cora'`, `'Export of leads'`, `'Import of fair.csv'`. */
export async function headingOf(job: DeskJob): Promise<string> {
  switch (job.kind) {
    case 'export':
      return 'Export of leads'
    case 'import':
      return headingOfImport(job)
    case 'bulk': {
      const { act } = bulkAskSchema.parse(job.ask)
      const owner = act.act === 'owner' ? act.owner : ''
      const staff = await db.staff.findUnique({ where: { id: owner }, select: { name: true } })
      return sayAct(act, () => staff?.name ?? 'somebody who left')
    }
    default:
      return job.kind satisfies never
  }
}

export async function reportOf(job: DeskJob): Promise<JobReport> {
  const heading = await headingOf(job)
  const isOver = !isWorking(job.state) && job.state !== 'undone'
  if (job.kind === 'import') {
    const { lines, right, imported } = await reportOfImport(job)
    const ready = job.state === 'checked' ? right : 0
    return { heading, lines: lines.filter(isAny), ready, undoable: isOver ? imported : 0 }
  }
  const { lines, changed } = await reportOfBulk(job)
  return { heading, lines: lines.filter(isAny), ready: 0, undoable: isOver ? changed : 0 }
}

function isAny({ count }: { count: number }): boolean {
  return count > 0
}

async function reportOfBulk(job: DeskJob) {
  const outcomes = await countOutcomes(job.id)
  const of = (outcome: string) =>
    outcomes.filter((each) => each.outcome === outcome).toSorted((a, b) => b._count - a._count)
  const sum = (outcome: string) => of(outcome).reduce((total, { _count }) => total + _count, 0)
  const isUndone = job.state === 'undoing' || job.state === 'undone'
  const lines = [
    { count: sum('restored'), words: 'put back as before' },
    { count: sum('changed'), words: isUndone ? 'still changed' : 'changed' },
    ...[...of('kept'), ...of('skipped')].map(({ reason, _count }) => ({
      count: _count,
      words: `left as ${_count === 1 ? 'it is' : 'they are'}: ${whyNotInWords(reason)}`,
    })),
  ]
  return { lines, changed: sum('changed') }
}

/** The first of those that were left alone, to be looked at. */
export async function listLeftAlone(
  job: DeskJob,
): Promise<{ words: string; ref: number | null; why: string }[]> {
  if (job.kind === 'import') {
    const refused = await listRefused(job.id)
    return refused.map(({ line, problem }) => ({ words: `Line ${line}`, ref: null, why: problem }))
  }
  const rows = await db.deskJobLead.findMany({
    where: { jobId: job.id, outcome: { in: ['skipped', 'kept'] } },
    ...{ orderBy: { number: 'asc' }, take: 50 },
    select: { reason: true, lead: { select: { ref: true } } },
  })
  return rows.map(({ reason, lead: { ref } }) => ({ words: `L-${ref}`, ref, why: whyNotInWords(reason) }))
}

/** `'12 of 345 leads'`, which a progress bar says too. */
export function sayProgress({ done, total, kind }: Pick<DeskJob, 'done' | 'total' | 'kind'>): string {
  const whole = Math.max(done, total)
  const words = kind === 'import' ? `${whole.toLocaleString('en-GB')} lines` : sayLeads(whole)
  return `${done.toLocaleString('en-GB')} of ${words}`
}
