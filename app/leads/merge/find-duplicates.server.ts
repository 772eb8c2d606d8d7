/** Leads that may be the same as another one: found by what two records of one person have in common. */
import { db, type Reader } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { companyDomainOf } from '../company-domain.ts'
import { limit } from '../list/lead-sql.server.ts'
import { isLiveRow, leadScope } from '../scope.server.ts'

const { sql, join, raw } = Prisma
type Sql = Prisma.Sql

/** The surest first. */
export const duplicateReasons = {
  'same-person': 'Another open lead of this person',
  'same-address': 'Has this e-mail address',
  'same-phone': 'Same telephone number',
  'same-name-here': 'Same name at the same company',
  'same-name': 'Same name',
} as const
type Reason = keyof typeof duplicateReasons
const reasons = Object.keys(duplicateReasons) as Reason[]

/** More than these nobody compares. */
const mostOfEach = 5
/** Without the way of writing the country, numbers of one telephone end alike; the index of them has as many digits. */
const digitsCompared = 9

export type Duplicate = { ref: number; title: string; who: string; company: string | null; reason: string }

/** `unseen`: how many more there are that the viewer may not see. */
export type Duplicates = { seen: Duplicate[]; unseen: number }

type Known = { id: string; companyId: string | null; person: KnownPerson }
type Typed = { email: string; phone: string; name: string }
type KnownPerson = { id: string; name: string; phone: string; emails: readonly { email: string }[] }

/** Of a lead that is there. */
export async function findDuplicates(viewer: Viewer, lead: Known): Promise<Duplicates> {
  // Whoever was erased is like everybody else who was.
  if (lead.person.emails.length === 0) return { seen: [], unseen: 0 }
  return look(db, viewer, sameAsLead(lead))
}

/** Of what is being typed in by hand. */
export function findDuplicatesOf(viewer: Viewer, typed: Typed, reader: Reader = db): Promise<Duplicates> {
  return look(reader, viewer, sameAsTyped(typed))
}

export function sameAsLead({ id, companyId, person }: Known): Sql {
  const isSomebodyElse = sql`lead.person_id <> ${person.id}::uuid`
  return together([
    branch(
      'same-person',
      sql`person_id = ${person.id}::uuid AND lead.id <> ${id}::uuid AND closed_at IS NULL`,
    ),
    branch(
      'same-address',
      sql`${isSomebodyElse} AND person_id IN (
        SELECT person_email.person_id FROM suggestion JOIN person_email ON email = lower(value)
        WHERE suggestion.lead_id = ${id}::uuid AND field = 'email')`,
    ),
    samePhone(person.phone, isSomebodyElse),
    companyId &&
      branch(
        'same-name-here',
        sql`${isSomebodyElse} AND lead.company_id = ${companyId}::uuid AND ${isCalled(person.name)}`,
      ),
    // One word is half the town.
    person.name.includes(' ') &&
      branch('same-name', sql`${isSomebodyElse} AND closed_at IS NULL AND ${isCalled(person.name)}`),
  ])
}

export function sameAsTyped({ email, phone, name }: Typed): Sql {
  const domain = companyDomainOf(email)
  return together([
    branch('same-address', sql`person_id IN (SELECT person_id FROM person_email WHERE email = ${email})`),
    samePhone(phone, sql`TRUE`),
    domain &&
      branch(
        'same-name-here',
        sql`lead.company_id = (SELECT id FROM company WHERE domain = ${domain}) AND ${isCalled(name)}`,
      ),
  ])
}

function together(branches: readonly (Sql | null | false | '')[]): Sql {
  return join(
    branches.filter((each) => each instanceof Prisma.Sql),
    ' UNION ALL ',
  )
}

function isCalled(name: string): Sql {
  return sql`person_id IN (SELECT id FROM person WHERE lower(name) = ${name.toLowerCase()})`
}

function samePhone(phone: string, besides: Sql): Sql | null {
  const digits = phone.replace(/\D/g, '').slice(-digitsCompared)
  if (digits.length < digitsCompared) return null
  // Written out, or it is not the expression of the index.
  const count = raw(String(digitsCompared))
  const hasPhone = sql`phone <> '' AND right(regexp_replace(phone, '\\D', '', 'g'), ${count}) = ${digits}`
  return branch('same-phone', sql`${besides} AND person_id IN (SELECT id FROM person WHERE ${hasPhone})`)
}

function branch(reason: Reason, condition: Sql): Sql {
  return sql`(
    SELECT lead.id, ${reason} AS reason FROM lead
    WHERE ${condition} AND ${isLiveRow} AND status <> 'spam'
    ORDER BY created_at DESC ${limit(mostOfEach)})`
}

async function look(reader: Reader, viewer: Viewer, query: Sql): Promise<Duplicates> {
  const found = await reader.$queryRaw<{ id: string; reason: Reason }[]>(query)
  const best = new Map<string, Reason>()
  for (const { id, reason } of found.toSorted(
    (a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason),
  ))
    if (!best.has(id)) best.set(id, reason)

  const leads = await reader.lead.findMany({
    where: { id: { in: [...best.keys()] }, AND: leadScope(viewer) },
    select: {
      ...{ id: true, ref: true, title: true },
      person: { select: { name: true } },
      company: { select: { name: true } },
    },
  })
  const seen = [...best].flatMap(([id, reason]) => {
    const lead = leads.find((each) => each.id === id)
    if (!lead) return []
    const { ref, title, person, company } = lead
    return [
      { ref, title, who: person.name, company: company?.name ?? null, reason: duplicateReasons[reason] },
    ]
  })
  return { seen, unseen: best.size - seen.length }
}
