import { db } from '#app/db.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import { importAskSchema } from './import-ask.ts'

/** The import in a line: `'Import of fair.csv'`. */
export function headingOfImport({ ask }: Pick<DeskJob, 'ask'>): string {
  return `Import of ${importAskSchema.parse(ask).fileName || 'a file'}`
}

/** What was found, or became, of the lines: each a number, which may be none, and its words. */
export async function reportOfImport(job: DeskJob) {
  const groups = await db.deskJobRow.groupBy({
    by: ['plan', 'outcome', 'reason'],
    where: { jobId: job.id },
    _count: true,
  })
  const sum = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((total, { _count }) => total + _count, 0)
  const right = sum(({ plan }) => plan === 'new' || plan === 'known')
  const imported = sum(({ outcome }) => outcome === 'changed')
  const wasRun = groups.some(({ outcome }) => outcome !== null)
  const lines = wasRun
    ? [
        { count: sum(({ outcome }) => outcome === 'restored'), words: 'removed again' },
        { count: imported, words: 'imported' },
        { count: sum(({ reason }) => reason === 'touched'), words: 'kept: somebody worked on them since' },
        { count: sum(({ reason }) => reason === 'gone'), words: 'gone before' },
        { count: sum(({ outcome }) => outcome === 'skipped'), words: 'not imported: see below' },
      ]
    : [
        { count: sum(({ plan }) => plan === 'new'), words: 'of people who are new' },
        {
          count: sum(({ plan }) => plan === 'known'),
          words: 'of people whom we know: they get another lead',
        },
        { count: sum(({ plan }) => plan === 'refused'), words: 'cannot be imported: see below' },
      ]
  return { lines, right, imported }
}

/** The first lines that were refused, and why. */
export async function listRefused(jobId: string) {
  const rows = await db.deskJobRow.findMany({
    where: { jobId, problem: { not: '' } },
    ...{ orderBy: { number: 'asc' }, take: 50, select: { number: true, problem: true } },
  })
  return rows.map(({ number, problem }) => ({ line: number, problem }))
}
