import { db } from '#app/db.server.ts'
import type { DeskJob } from '#app/prisma/client.ts'
import { importAskSchema } from './import-ask.ts'

/** The import in a line: `'Import of fair.csv'`. */
export function headingOfImport({ ask }: Pick<DeskJob, 'ask'>): string {
  return `Import of ${importAskSchema.parse(ask).fileName || 'a file'}`
}

/** What was found, or became, of the lines: each line a number and its words. */
export async function reportOfImport(job: DeskJob) {
  const groups = await db.deskJobRow.groupBy({
    by: ['plan', 'outcome', 'reason'],
    where: { jobId: job.id },
    _count: true,
  })
  const sum = (fits: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((total, { _count }) => total + _count, 0)
  const line = (count: number, words: string) => (count > 0 ? [{ count, words }] : [])
  const [right, imported] = [
    sum(({ plan }) => plan === 'new' || plan === 'known'),
    sum(({ outcome }) => outcome === 'changed'),
  ]
  const wasRun = groups.some(({ outcome }) => outcome !== null)
  const lines = wasRun
    ? [
        ...line(
          sum(({ outcome }) => outcome === 'restored'),
          'removed again',
        ),
        ...line(imported, 'imported'),
        ...line(
          sum(({ reason }) => reason === 'touched'),
          'kept: somebody worked on them since',
        ),
        ...line(
          sum(({ reason }) => reason === 'gone'),
          'gone before',
        ),
        ...line(
          sum(({ outcome }) => outcome === 'skipped'),
          'not imported: see below',
        ),
      ]
    : [
        ...line(
          sum(({ plan }) => plan === 'new'),
          'of people who are new',
        ),
        ...line(
          sum(({ plan }) => plan === 'known'),
          'of people whom we know: they get another lead',
        ),
        ...line(
          sum(({ plan }) => plan === 'refused'),
          'cannot be imported: see below',
        ),
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
