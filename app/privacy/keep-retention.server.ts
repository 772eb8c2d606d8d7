import { db, type Transaction } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { retentionRules, type RetentionRule } from './retention-rules.server.ts'

const rowsAtOnce = 200

export type RetentionState = {
  name: string
  what: string
  keeps: string
  /** How many rows would go now. */
  due: number
  /** When the next one is due, if none is now; null when there is none at all. */
  next: Date | null
  lastAt: Date | null
  lastCount: number
}

/** What would go if it ran now, rule by rule: nothing is changed. */
export async function describeRetention(now: Date): Promise<RetentionState[]> {
  const runs = await db.retentionRun.findMany()
  return Promise.all(
    retentionRules.map(async (rule) => {
      const run = runs.find((each) => each.rule === rule.name)
      const { name, what, keeps } = rule
      return {
        name,
        what,
        keeps,
        ...(await lookAhead(rule, now)),
        lastAt: run?.at ?? null,
        lastCount: run?.count ?? 0,
      }
    }),
  )
}

async function lookAhead(rule: RetentionRule, now: Date): Promise<{ due: number; next: Date | null }> {
  const { table, since, interval, only } = rule
  const [found] = await db.$queryRaw<{ due: number; next: Date | null }[]>`
    SELECT
      count(*) FILTER (WHERE ${since} <= ${now}::timestamptz - ${interval}::interval)::int AS due,
      min(${since} + ${interval}::interval) FILTER (WHERE ${since} > ${now}::timestamptz - ${interval}::interval) AS next
    FROM ${table} WHERE ${only}`
  return found ?? { due: 0, next: null }
}

/**
 * Clears what is kept no longer, in small portions, and notes how much went. One process does it at a time, at most once
 * a day; says false when another has done it, or is about to.
 */
export async function keepRetention(now: Date): Promise<boolean> {
  if (!(await isTurn(now))) return false
  for (const rule of retentionRules) {
    const count = await clearAll(rule, now)
    await db.retentionRun.upsert({
      where: { rule: rule.name },
      create: { rule: rule.name, at: now, count },
      update: { at: now, count },
    })
  }
  return true
}

/** Whoever moves the mark of the day forward does the work: the database lets one of them. */
async function isTurn(now: Date): Promise<boolean> {
  const moved = await db.$executeRaw`
    INSERT INTO retention_run (rule, at, count) VALUES ('turn', ${now}::timestamptz, 0)
    ON CONFLICT (rule) DO UPDATE SET at = excluded.at WHERE retention_run.at <= excluded.at - interval '23 hours'`
  return moved === 1
}

async function clearAll(rule: RetentionRule, now: Date): Promise<number> {
  for (let total = 0; ;) {
    const cleared = await db.$transaction((tx) => clearSome(tx, rule, now))
    total += cleared
    if (cleared < rowsAtOnce) return total
  }
}

async function clearSome(tx: Transaction, rule: RetentionRule, now: Date): Promise<number> {
  const due = dueRows(rule, now)
  switch (rule.clear) {
    case 'delete':
      if (rule.name === 'held') await deleteFilesOf(tx, due)
      return tx.$executeRaw`DELETE FROM ${rule.table} WHERE ctid IN (SELECT ctid FROM ${due})`
    case 'empty':
      await deleteFilesOf(tx, due)
      return tx.$executeRaw`
        UPDATE submission SET payload = '{}', email = '', title = '', ip_hash = NULL, origin = NULL
        WHERE ctid IN (SELECT ctid FROM ${due})`
    case 'leads':
      return clearLeads(tx, due)
    case 'regroupings':
      return clearRegroupings(tx, due)
    default:
      return rule.clear satisfies never
  }
}

function dueRows({ table, since, interval, only }: RetentionRule, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT ctid, * FROM ${table}
    WHERE ${only} AND ${since} <= ${now}::timestamptz - ${interval}::interval
    LIMIT ${rowsAtOnce} FOR UPDATE SKIP LOCKED) AS due`
}

async function deleteFilesOf(tx: Transaction, due: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`DELETE FROM lead_file WHERE submission_id IN (SELECT id FROM ${due})`
}

/** Who was merged into somebody else goes when that cannot be undone any more. */
async function clearRegroupings(tx: Transaction, due: Prisma.Sql): Promise<number> {
  const cleared = await tx.$executeRaw`DELETE FROM regrouping WHERE ctid IN (SELECT ctid FROM ${due})`
  await tx.$executeRaw`
    DELETE FROM person
    WHERE merged_into_id IS NOT NULL AND NOT EXISTS (SELECT FROM regrouping WHERE other_person_id = person.id)`
  return cleared
}

/** A lead goes with its letters, bookings and submissions, and its person when nothing else is left of them. */
async function clearLeads(tx: Transaction, due: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; person_id: string; company_id: string | null }[]>`
    SELECT id, person_id, company_id FROM ${due}`
  const ids = rows.map(({ id }) => id)
  const people = rows.map(({ person_id }) => person_id)
  const companies = rows.flatMap(({ company_id }) => company_id ?? [])
  await tx.letter.deleteMany({
    where: { OR: [{ leadId: { in: ids } }, { booking: { leadId: { in: ids } } }] },
  })
  await tx.booking.deleteMany({ where: { leadId: { in: ids } } })
  await tx.leadFile.deleteMany({
    where: { OR: [{ leadId: { in: ids } }, { submission: { leadId: { in: ids } } }] },
  })
  await tx.requirement.deleteMany({ where: { leadId: { in: ids } } })
  await tx.submission.deleteMany({ where: { leadId: { in: ids } } })
  await tx.lead.deleteMany({ where: { id: { in: ids } } })
  const nothingLeft = { leads: { none: {} }, bookings: { none: {} } }
  await tx.person.deleteMany({ where: { id: { in: people }, ...nothingLeft } })
  await tx.company.deleteMany({
    where: { id: { in: companies }, people: { none: {} }, leads: { none: {} } },
  })
  return ids.length
}
