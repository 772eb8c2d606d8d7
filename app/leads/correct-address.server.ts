import type { Transaction } from '#app/db.server.ts'
import { companyDomainOf } from './company-domain.ts'
import { findOrAddCompany } from './person.server.ts'
import { addToSearch } from './record-lead.server.ts'

type Correction = { personId: string; leadId: string; from: string; to: string; company: string }

/**
 * What becomes of a person whose booking was made under a mistyped address. When that booking is all we know them by and
 * nobody has the right address, it is theirs. In every other case nobody is changed or merged: staff get a suggestion.
 */
export async function correctAddress(tx: Transaction, correction: Correction): Promise<void> {
  const { personId, leadId, from, to } = correction
  await addToSearch(tx, leadId, to)
  const isKnown = (await tx.personEmail.count({ where: { email: to } })) > 0
  if (isKnown || !(await isNewWith(tx, correction))) {
    await tx.suggestion.create({ data: { leadId, field: 'email', value: to } })
    return
  }
  await tx.personEmail.update({ where: { email: from }, data: { email: to } })
  if (companyDomainOf(from) === companyDomainOf(to)) return
  const company = await findOrAddCompany(tx, { email: to, company: correction.company })
  const companyId = company?.id ?? null
  const { companyId: before } = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  await tx.person.update({ where: { id: personId }, data: { companyId } })
  await tx.lead.updateMany({ where: { id: leadId, personId }, data: { companyId } })
  // A company that was only a slip of the keyboard.
  if (before)
    await tx.company.deleteMany({ where: { id: before, people: { none: {} }, leads: { none: {} } } })
}

/** One address, one booking, one submission, and no lead but the booking's: this booking made them. */
async function isNewWith(tx: Transaction, { personId, leadId, from }: Correction): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      emails: { select: { email: true } },
      leads: { select: { id: true } },
      _count: { select: { bookings: true } },
    },
  })
  const submissions = await tx.submission.count({ where: { email: from } })
  return (
    person.emails.every(({ email }) => email === from) &&
    person.leads.every(({ id }) => id === leadId) &&
    person._count.bookings === 1 &&
    submissions === 1
  )
}
