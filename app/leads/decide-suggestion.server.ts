import type { Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { holdWithPerson, onLead } from './on-lead.server.ts'
import { addToSearch } from './record-lead.server.ts'
import { recordEvent } from './record-event.server.ts'

/** What a form said otherwise becomes what we hold, or is put away; either way the timeline tells. */
export async function decideSuggestion(
  viewer: Viewer,
  ref: number,
  { id, accept }: { id: string; accept: boolean },
  now: Date,
): Promise<Outcome<null, 'not-found' | 'email-taken'>> {
  return onLead<null, 'email-taken'>(
    viewer,
    ref,
    async (tx, leadId) => {
      const suggestion = await tx.suggestion.findFirst({ where: { id, leadId } })
      // Decided by a colleague meanwhile: there is nothing left to do.
      if (!suggestion) return done(null)
      const { field, value } = suggestion
      if (accept && !(await apply(tx, leadId, { field, value }))) return refused('email-taken')

      await tx.suggestion.delete({ where: { id } })
      if (accept) await addToSearch(tx, leadId, value)
      await recordEvent(tx, {
        leadId,
        at: now,
        actorId: viewer.id,
        event: { kind: 'decided', field, value, accepted: accept },
      })
      return done(null)
    },
    holdWithPerson,
  )
}

/** False when the address is another person's already. */
async function apply(
  tx: Transaction,
  leadId: string,
  { field, value }: { field: string; value: string },
): Promise<boolean> {
  const { personId, companyId } = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { personId: true, companyId: true },
  })
  switch (field) {
    case 'name':
    case 'phone':
      await tx.person.update({ where: { id: personId }, data: { [field]: value } })
      return true
    case 'company':
      if (companyId) await tx.company.update({ where: { id: companyId }, data: { name: value } })
      return true
    case 'email': {
      const known = await tx.personEmail.findUnique({ where: { email: value }, select: { personId: true } })
      if (known) return known.personId === personId
      await tx.personEmail.create({ data: { personId, email: value, isPrimary: false } })
      return true
    }
    default:
      return true
  }
}
