import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { byteOrderMark, csvLines } from '../export/write-csv.server.ts'
import { jobScope } from '../jobs/jobs.server.ts'
import { importAskSchema } from './import-ask.ts'
import { requireImporter } from './import-acts.server.ts'

/**
 * The lines that were not imported, as they stood in the file, each with what is wrong: to be mended in a spreadsheet and
 * imported again. Null when the viewer has no such import.
 */
export async function refusedRows(viewer: Viewer, jobId: string): Promise<string | null> {
  requireImporter(viewer)
  const job = await db.deskJob.findFirst({
    where: { id: jobId, AND: jobScope(viewer), kind: 'import' },
    select: { ask: true },
  })
  if (!job) return null
  const { head } = importAskSchema.parse(job.ask)
  const rows = await db.deskJobRow.findMany({
    where: { jobId, problem: { not: '' } },
    ...{ orderBy: { number: 'asc' }, select: { number: true, cells: true, problem: true } },
  })
  const lines = rows.map(({ number, cells, problem }) => [...cells, String(number), problem])
  return byteOrderMark + csvLines([[...head, 'Line', 'What is wrong'], ...lines])
}
