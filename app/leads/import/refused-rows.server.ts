import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { byteOrderMark, csvLines } from '../export/write-csv.server.ts'
import { jobScope } from '../jobs/jobs.server.ts'
import { importAskSchema } from './import-ask.ts'
import { requireImporter } from './import-acts.server.ts'

/** Of up to ten thousand lines, so many are in memory at once. */
export const rowsOfAPortion = 200

/**
 * The lines that were not imported, as they stood in the file, each with what is wrong: to be mended in a spreadsheet and
 * imported again. Read portion by portion, as fast as it is taken. Null when the viewer has no such import.
 */
export async function openRefused(viewer: Viewer, jobId: string): Promise<ReadableStream<Uint8Array> | null> {
  requireImporter(viewer)
  const job = await db.deskJob.findFirst({
    where: { id: jobId, AND: jobScope(viewer), kind: 'import' },
    select: { ask: true },
  })
  return job && portions(jobId, importAskSchema.parse(job.ask).head)
}

function portions(jobId: string, head: readonly string[]): ReadableStream<Uint8Array> {
  const text = new TextEncoder()
  let last = 0
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(text.encode(byteOrderMark + csvLines([[...head, 'Line', 'What is wrong']])))
    },
    async pull(controller) {
      const rows = await db.deskJobRow.findMany({
        where: { jobId, number: { gt: last }, problem: { not: '' } },
        ...{ orderBy: { number: 'asc' }, take: rowsOfAPortion },
        select: { number: true, cells: true, problem: true },
      })
      const end = rows.at(-1)
      if (!end) return controller.close()
      last = end.number
      const lines = rows.map(({ number, cells, problem }) => [...cells, String(number), problem])
      controller.enqueue(text.encode(csvLines(lines)))
    },
  })
}
