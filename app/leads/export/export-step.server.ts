import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { Prisma, type DeskJob } from '#app/prisma/client.ts'
import { chosenLeads } from '../bulk/chosen-leads.server.ts'
import type { Step } from '../jobs/take-step.server.ts'
import { exportAskSchema } from './export-ask.ts'
import { headOf, lineOf, type ExportedLead } from './export-columns.ts'
import { byteOrderMark, csvLines } from './write-csv.server.ts'

/** What is held in memory at a time, however many leads there are. */
const atOnce = 200

/** Writes the next piece of the file: the leads behind the last one, as far as whoever asked may see them now. */
export const stepExport: Step = async (tx, job, actor, now) => {
  const { chosen, columns } = exportAskSchema.parse(job.ask)
  const { timeZone } = actor
  const fitting = chosenLeads({ viewer: actor, chosen, now: job.createdAt })
  const leads = await readAfter(tx, { fitting, position: job.position, now })
  const head = job.position === 0 ? byteOrderMark + csvLines([headOf(columns, timeZone)]) : ''
  const text = head + csvLines(leads.map((lead) => lineOf(lead, columns, timeZone)))
  if (text !== '') await addPiece(tx, job, text)

  const done = job.done + leads.length
  const progress = { done, changed: done, position: leads.at(-1)?.ref ?? job.position }
  if (leads.length === atOnce) return progress
  await audit(tx, {
    ...{ actorId: actor.id, action: 'exported', entity: 'job', entityId: job.id },
    after: { leads: done, columns },
  })
  return { ...progress, total: done, state: 'done' }
}

/** By number, which no change moves: nobody is left out or exported twice because somebody works on leads meanwhile. */
function readAfter(
  tx: Transaction,
  { fitting, position, now }: { fitting: Prisma.Sql; position: number; now: Date },
): Promise<ExportedLead[]> {
  return tx.$queryRaw<ExportedLead[]>`
    SELECT lead.ref, lead.title, lead.tags, lead.status, lead.lost_reason AS "lostReason", lead.source,
      lead.next_action AS "nextAction", lead.next_action_at AS "nextActionAt", lead.created_at AS "createdAt",
      lead.stage_entered_at AS "stageEnteredAt", lead.last_activity_at AS "lastActivityAt",
      person.name, person.phone, company.name AS company, staff.name AS owner,
      (SELECT email FROM person_email WHERE person_id = person.id ORDER BY is_primary DESC, id LIMIT 1) AS email,
      (SELECT min(starts_at) FROM booking
        WHERE lead_id = lead.id AND booking.status = 'confirmed' AND ends_at > ${now}) AS "consultationAt"
    FROM (SELECT * FROM lead WHERE ref > ${position} AND (${fitting}) ORDER BY ref LIMIT ${atOnce}) AS lead
    JOIN person ON person.id = lead.person_id
    LEFT JOIN company ON company.id = lead.company_id
    LEFT JOIN staff ON staff.id = lead.owner_id
    ORDER BY lead.ref`
}

/** Numbered by the lead it begins behind, so that pieces stand in order. As text: bytes would be packed several times on the way. */
async function addPiece(tx: Transaction, { id, position }: DeskJob, text: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO desk_job_piece (job_id, number, content)
    VALUES (${id}::uuid, ${position}, convert_to(${text}, 'UTF8'))`
}
