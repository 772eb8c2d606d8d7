import type { Transaction } from '#app/db.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { paths } from '#app/paths.ts'
import type { Letter } from '#app/prisma/client.ts'
import { isLive } from '../scope.server.ts'
import { listOffice } from './settle-owner.server.ts'

/**
 * Whoever has the lead learns that its person did not get a letter, and will not get the next one: those who hand out work, when
 * nobody has it. Of what is mailed to staff about a lead nobody is told, or a letter that tells of it would come back as well.
 */
export async function tellOfBounce(tx: Transaction, { id, leadId, to }: Letter, now: Date): Promise<void> {
  if (leadId === null || (await tx.staff.count({ where: { email: to } })) > 0) return
  const lead = await tx.lead.findFirst({
    where: { id: leadId, ...isLive },
    select: { ref: true, title: true, owner: { select: { id: true, disabledAt: true } } },
  })
  if (!lead) return
  const { ref, title, owner } = lead
  const isHeld = owner !== null && owner.disabledAt === null
  await notify(
    tx,
    {
      ...{ kind: 'bounced', to: isHeld ? [owner.id] : await listOffice(tx), cause: `bounce ${id}`, leadId },
      ...{ heading: `A letter about L-${ref} came back`, about: title, path: paths.staff.lead(ref) },
    },
    now,
  )
}
