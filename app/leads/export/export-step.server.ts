import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { Prisma, type DeskJob } from '#app/prisma/client.ts'
import { chosenLeads } from '../bulk/chosen-leads.server.ts'
import type { Step } from '../jobs/take-step.server.ts'
import { limit } from '../list/lead-sql.server.ts'
import { exportAskSchema } from './export-ask.ts'
import { cellsOfLine, headOf } from './export-columns.server.ts'
import { byteOrderMark, csvLineOf, csvLines } from './write-csv.server.ts'

/** How many leads make a piece, which is what a download holds in memory at a time. */
const atOnce = 1000

/** Writes the next piece of the file: the leads behind the last one, as far as whoever asked may see them now. */
export const stepExport: Step = async (tx, job, actor, now) => {
  const { chosen, columns } = exportAskSchema.parse(job.ask)
  const { timeZone } = actor
  const { written, last } = await addPiece(tx, job, {
    head: job.position === 0 ? byteOrderMark + csvLines([headOf(columns, timeZone)]) : '',
    line: csvLineOf(cellsOfLine(columns, timeZone)),
    fitting: chosenLeads({ viewer: actor, chosen, now: job.createdAt }),
    now,
  })
  const done = job.done + written
  const progress = { done, changed: done, position: last ?? job.position }
  if (written === atOnce) return progress
  await audit(tx, {
    ...{ actorId: actor.id, action: 'exported', entity: 'job', entityId: job.id },
    after: { leads: done, columns },
  })
  return { ...progress, total: done, state: 'done' }
}

type Piece = { head: string; line: Prisma.Sql; fitting: Prisma.Sql; now: Date }

/**
 * The database writes the text itself, and nothing of the leads comes into this process. By number, which no change moves:
 * nobody is left out or exported twice because somebody works on leads meanwhile. A piece bears the number of the lead that
 * it begins behind, so that pieces stand in order.
 */
async function addPiece(
  tx: Transaction,
  { id, position }: DeskJob,
  { head, line, fitting, now }: Piece,
): Promise<{ written: number; last: number | null }> {
  const [piece] = await tx.$queryRaw<[{ written: number; last: number | null }]>`
    WITH line AS (
      SELECT ref, ${line} AS text
      FROM (
        SELECT lead.*, person.name, person.phone, company.name AS company, staff.name AS owner,
          (SELECT email FROM person_email WHERE person_id = person.id ORDER BY is_primary DESC, id LIMIT 1) AS email,
          (SELECT min(starts_at) FROM booking
            WHERE lead_id = lead.id AND booking.status = 'confirmed' AND ends_at > ${now}) AS consultation_at
        FROM (SELECT * FROM lead WHERE ref > ${position} AND (${fitting}) ORDER BY ref ${limit(atOnce)}) AS lead
        JOIN person ON person.id = lead.person_id
        LEFT JOIN company ON company.id = lead.company_id
        LEFT JOIN staff ON staff.id = lead.owner_id) AS exported
    ), piece AS (
      INSERT INTO desk_job_piece (job_id, number, content)
      SELECT ${id}::uuid, ${position}, convert_to(${head} || coalesce(string_agg(text, '' ORDER BY ref), ''), 'UTF8')
      FROM line HAVING count(*) > 0 OR ${head} <> ''
    )
    SELECT count(*)::int AS written, max(ref) AS last FROM line`
  return piece
}
