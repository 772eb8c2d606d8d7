/** Leads that may be the same as another one: found by what two records of one person have in common. */
import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { companyDomainOf } from '../company-domain.ts'
import { leadScope } from '../scope.server.ts'

const { sql, join } = Prisma
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
/** Without the way of writing the country, numbers of one telephone end alike. */
const digitsCompared = 9

export type Duplicate = { ref: number; title: string; who: string; company: string | null; reason: string }

/** `unseen`: how many more there are that the viewer may not see. */
export type Duplicates = { seen: Duplicate[]; unseen: number }

type Known = { id: string; companyId: string | null; person: KnownPerson }
type KnownPerson = { id: string; name: string; phone: string; emails: readonly { email: string }[] }

/** Of a lead that is there. */
export async function findDuplicates(viewer: Viewer, { id, companyId, person }: Known): Promise<Duplicates> {
  // Whoever was erased is like everybody else who was.
  if (person.emails.length === 0) return { seen: [], unseen: 0 }
  const isSomebodyElse = sql`lead.person_id <> ${person.id}::uuid`
  return look(viewer, [
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

/** Of what is being typed in by hand. */
export async function findDuplicatesOf(
  viewer: Viewer,
  { email, phone, name }: { email: string; phone: string; name: string },
): Promise<Duplicates> {
  const domain = companyDomainOf(email)
  return look(viewer, [
    branch('same-address', sql`person_id IN (SELECT person_id FROM person_email WHERE email = ${email})`),
    samePhone(phone, sql`TRUE`),
    domain &&
      branch(
        'same-name-here',
        sql`lead.company_id = (SELECT id FROM company WHERE domain = ${domain}) AND ${isCalled(name)}`,
      ),
  ])
}

function isCalled(name: string): Sql {
  return sql`person_id IN (SELECT id FROM person WHERE lower(name) = ${name.toLowerCase()})`
}

function samePhone(phone: string, besides: Sql): Sql | null {
  const digits = phone.replace(/\D/g, '').slice(-digitsCompared)
  if (digits.length < digitsCompared) return null
  const hasPhone = sql`phone <> '' AND right(regexp_replace(phone, '\\D', '', 'g'), ${digitsCompared}::int) = ${digits}`
  return branch('same-phone', sql`${besides} AND person_id IN (SELECT id FROM person WHERE ${hasPhone})`)
}

function branch(reason: Reason, condition: Sql): Sql {
  return sql`(
    SELECT lead.id, ${reason} AS reason FROM lead
    WHERE ${condition} AND deleted_at IS NULL AND merged_into_id IS NULL AND status <> 'spam'
    ORDER BY created_at DESC LIMIT ${mostOfEach}::int)`
}

async function look(viewer: Viewer, branches: readonly (Sql | null | false | '')[]): Promise<Duplicates> {
  const asked = branches.filter((each) => each instanceof Prisma.Sql)
  const found = await db.$queryRaw<{ id: string; reason: Reason }[]>(join(asked, ' UNION ALL '))
  const best = new Map<string, Reason>()
  for (const { id, reason } of found.toSorted(
    (a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason),
  ))
    if (!best.has(id)) best.set(id, reason)

  const leads = await db.lead.findMany({
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
