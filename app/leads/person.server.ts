import { randomUUID } from 'node:crypto'
import type { Transaction } from '#app/db.server.ts'
import { companyDomainOf } from './company-domain.ts'

/** What somebody says of themselves in a form; the e-mail address is in lower case. */
export type PersonTold = { name: string; email: string; phone?: string; company?: string; timeZone?: string }

/** The person we hold, and where the form says otherwise. */
export type KnownPerson = {
  id: string
  name: string
  company: KnownCompany | null
  /** Added just now: there is nothing else of theirs to look for. */
  isNew: boolean
  differences: { field: 'name' | 'phone' | 'company'; value: string }[]
}

type KnownCompany = { id: string; name: string; domain: string | null }

/** Finds a person by e-mail address or adds one. Gaps are filled; nothing that is known is changed. */
export async function findOrAddPerson(tx: Transaction, told: PersonTold): Promise<KnownPerson> {
  const known = await tx.personEmail.findUnique({
    where: { email: told.email },
    select: { person: { include: { company: true } } },
  })
  if (!known) return addPerson(tx, told)

  const { person } = known
  const company = person.company ?? (await findOrAddCompany(tx, told))
  await tx.person.update({
    where: { id: person.id },
    data: {
      phone: person.phone || (told.phone ?? ''),
      timeZone: person.timeZone ?? told.timeZone ?? null,
      companyId: company?.id ?? null,
    },
  })
  return {
    id: person.id,
    name: person.name,
    company,
    isNew: false,
    differences: [
      ...difference('name', person.name, told.name),
      ...difference('phone', person.phone, told.phone),
      ...difference('company', person.company?.name, told.company),
    ],
  }
}

/** The person and their address in one statement: Prisma would send three. */
async function addPerson(tx: Transaction, told: PersonTold): Promise<KnownPerson> {
  const company = await findOrAddCompany(tx, told)
  const id = randomUUID()
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO person (id, name, phone, time_zone, company_id)
      VALUES (${id}::uuid, ${told.name}, ${told.phone ?? ''}, ${told.timeZone ?? null}, ${company?.id ?? null}::uuid))
    INSERT INTO person_email (id, person_id, email) VALUES (gen_random_uuid(), ${id}::uuid, ${told.email})`
  return { id, name: told.name, company, isNew: true, differences: [] }
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
 * be anybody's, so a company named with such an address is a new one. A known one is given the name that it has: unlike
 * DO NOTHING that returns its row, also when somebody else is adding it at this moment.
 */
export async function findOrAddCompany(
  tx: Transaction,
  told: Pick<PersonTold, 'email' | 'company'>,
): Promise<KnownCompany | null> {
  const domain = companyDomainOf(told.email)
  const name = told.company || domain
  if (!name) return null

  const [company] = await tx.$queryRaw<KnownCompany[]>`
    INSERT INTO company (id, name, domain) VALUES (gen_random_uuid(), ${name}, ${domain})
    ON CONFLICT (domain) DO UPDATE SET name = company.name
    RETURNING id, name, domain`
  return company ?? null
}
