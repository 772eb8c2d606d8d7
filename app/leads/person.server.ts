import type { Transaction } from '#app/db.server.ts'
import { companyDomainOf } from './company-domain.ts'

/** What somebody says of themselves in a form; the e-mail address is in lower case. */
export type PersonTold = { name: string; email: string; phone?: string; company?: string; timeZone?: string }

/** The person we hold, and where the form says otherwise. */
export type KnownPerson = {
  id: string
  name: string
  companyId: string | null
  differences: { field: 'name' | 'phone' | 'company'; value: string }[]
}

/** Finds a person by e-mail address or adds one. Gaps are filled; nothing that is known is changed. */
export async function findOrAddPerson(tx: Transaction, told: PersonTold): Promise<KnownPerson> {
  const known = await tx.personEmail.findUnique({
    where: { email: told.email },
    select: { person: { include: { company: true } } },
  })
  if (!known) return addPerson(tx, told)

  const { person } = known
  const companyId = person.companyId ?? (await findOrAddCompany(tx, told))
  await tx.person.update({
    where: { id: person.id },
    data: {
      phone: person.phone || (told.phone ?? ''),
      timeZone: person.timeZone ?? told.timeZone ?? null,
      companyId,
    },
  })
  return {
    id: person.id,
    name: person.name,
    companyId,
    differences: [
      ...difference('name', person.name, told.name),
      ...difference('phone', person.phone, told.phone),
      ...difference('company', person.company?.name, told.company),
    ],
  }
}

async function addPerson(tx: Transaction, told: PersonTold): Promise<KnownPerson> {
  const companyId = await findOrAddCompany(tx, told)
  const { id } = await tx.person.create({
    data: {
      name: told.name,
      phone: told.phone ?? '',
      timeZone: told.timeZone ?? null,
      companyId,
      emails: { create: { email: told.email } },
    },
    select: { id: true },
  })
  return { id, name: told.name, companyId, differences: [] }
}

function difference(
  field: 'name' | 'phone' | 'company',
  known: string | undefined,
  told: string | undefined,
) {
  const differs = known && told && known.toLowerCase() !== told.toLowerCase()
  return differs ? [{ field, value: told }] : []
}

/**
 * The company is known by the e-mail address's domain; a free-mail address says nothing of one, and a name alone could
 * be anybody's, so a company named with such an address is a new one.
 */
export async function findOrAddCompany(
  tx: Transaction,
  told: Pick<PersonTold, 'email' | 'company'>,
): Promise<string | null> {
  const domain = companyDomainOf(told.email)
  if (!domain) return told.company ? (await tx.company.create({ data: { name: told.company } })).id : null

  await tx.$executeRaw`
    INSERT INTO company (id, name, domain) VALUES (gen_random_uuid(), ${told.company || domain}, ${domain})
    ON CONFLICT (domain) DO NOTHING`
  const company = await tx.company.findUniqueOrThrow({
    where: { domain },
    select: { id: true },
  })
  return company.id
}
