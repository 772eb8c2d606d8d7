import { db } from '#app/db.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import { bulkAskSchema } from '../bulk/bulk-act.ts'
import { sayAct, sayLeads, whyNotInWords } from '../bulk/bulk-words.ts'
import { countOutcomes } from './jobs.server.ts'
import { isWorking } from './job.ts'

/** What became of a job so far: each line a number and its words. */
export type JobReport = { heading: string; lines: { count: number; words: string }[]; undoable: number }

/** The job in a line: `'Give to Cora'`, `'Export of leads'`. */
export async function headingOf(job: DeskJob): Promise<string> {
  if (job.kind === 'export') return 'Export of leads'
  const { act } = bulkAskSchema.parse(job.ask)
  const owner = act.act === 'owner' ? act.owner : ''
  const staff = await db.staff.findUnique({ where: { id: owner }, select: { name: true } })
  return sayAct(act, () => staff?.name ?? 'somebody who left')
}

export async function reportOf(job: DeskJob): Promise<JobReport> {
  const [heading, outcomes] = await Promise.all([headingOf(job), countOutcomes(job.id)])
  const of = (outcome: string) =>
    outcomes.filter((each) => each.outcome === outcome).toSorted((a, b) => b._count - a._count)
  const sum = (outcome: string) => of(outcome).reduce((total, { _count }) => total + _count, 0)
  const line = (count: number, words: string) => (count > 0 ? [{ count, words }] : [])
  const isUndone = job.state === 'undoing' || job.state === 'undone'
  return {
    heading,
    lines: [
      ...line(sum('restored'), 'put back as before'),
      ...line(sum('changed'), isUndone ? 'still changed' : 'changed'),
      ...[...of('kept'), ...of('skipped')].map(({ reason, _count }) => ({
        count: _count,
        words: `left as ${_count === 1 ? 'it is' : 'they are'}: ${whyNotInWords(reason)}`,
      })),
    ],
    undoable: isWorking(job.state) || job.state === 'undone' ? 0 : sum('changed'),
  }
}

/** The first of those that were left alone, to be looked at. */
export async function listLeftAlone(jobId: string) {
  const rows = await db.deskJobLead.findMany({
    where: { jobId, outcome: { in: ['skipped', 'kept'] } },
    ...{ orderBy: { number: 'asc' }, take: 50 },
    select: { reason: true, lead: { select: { ref: true } } },
  })
  return rows.map(({ reason, lead }) => ({ ref: lead.ref, reason: whyNotInWords(reason) }))
}

/** `'12 of 345'`, which a progress bar says too. */
export function sayProgress({ done, total }: Pick<DeskJob, 'done' | 'total'>): string {
  return `${done.toLocaleString('en-GB')} of ${sayLeads(Math.max(done, total))}`
}
