import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { mayEdit } from '../scope.server.ts'
import { exportKeptHours } from './export-ask.ts'

/**
 * The file of an export, for nobody but whoever asked for it, while it is kept: read piece by piece, as fast as it is
 * taken. Null when there is none for them.
 */
export async function openExport(
  viewer: Viewer,
  jobId: string,
): Promise<{ body: ReadableStream<Uint8Array>; bytes: number } | null> {
  if (!mayEdit(viewer)) return null
  const [file] = await db.$queryRaw<{ bytes: bigint | null }[]>`
    SELECT (SELECT sum(octet_length(content)) FROM desk_job_piece WHERE job_id = desk_job.id) AS bytes FROM desk_job
    WHERE id = ${jobId}::uuid AND staff_id = ${viewer.id} AND kind = 'export' AND state = 'done'
      AND finished_at > now() - make_interval(hours => ${exportKeptHours})`
  if (!file) return null
  await audit(db, { actorId: viewer.id, action: 'export.fetched', entity: 'job', entityId: jobId })
  return { body: pieces(jobId), bytes: Number(file.bytes ?? 0) }
}

function pieces(jobId: string): ReadableStream<Uint8Array> {
  let last = -1
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await db.deskJobPiece.findFirst({
        where: { jobId, number: { gt: last } },
        orderBy: { number: 'asc' },
      })
      if (!piece) return controller.close()
      last = piece.number
      controller.enqueue(piece.content)
    },
  })
}

/** Deletes the files that nobody can fetch any more. */
export async function forgetOldExports(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM desk_job
    WHERE kind = 'export' AND state IN ('done', 'stopped', 'failed')
      AND finished_at < now() - make_interval(hours => ${exportKeptHours})`
}
