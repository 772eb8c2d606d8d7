/**
 * Changes that remember what they changed. Each is kept as rows that went from one lead or person to another, or as
 * fields that were one thing and became another; undone backwards, a change takes back only what is still as it left it.
 */
import { z } from 'zod'
import type { Transaction } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { leadBelongings, personBelongings, rowOf, type Belonging } from './belongings.ts'

const { sql, raw, join } = Prisma

const columns = [...leadBelongings, ...personBelongings].map(({ table, column }) => `${table}.${column}`)
const fieldTables = ['lead', 'person', 'person_email'] as const
/** As a row of that table reads in JSON. */
export type Fields = Record<string, z.core.util.JSONType>
const fieldsSchema = z.record(z.string().regex(/^[a-z_]+$/), z.json())

export const changesSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('moved'),
      column: z.string().refine((name) => columns.includes(name)),
      from: z.uuid(),
      to: z.uuid(),
      rows: z.array(z.string()),
    }),
    z.object({
      kind: z.literal('set'),
      table: z.enum(fieldTables),
      id: z.uuid(),
      was: fieldsSchema,
      became: fieldsSchema,
    }),
  ]),
)
export type Changes = z.output<typeof changesSchema>
type Moved = Extract<Changes[number], { kind: 'moved' }>

/** Gives what belongs to one to the other; `only` leaves the rest where it is. */
export async function moveRows(
  tx: Transaction,
  { table, column, row }: Belonging,
  { from, to, only = sql`TRUE` }: { from: string; to: string; only?: Prisma.Sql },
): Promise<Changes> {
  const moved = await tx.$queryRaw<{ row: string }[]>`
    UPDATE ${raw(table)} SET ${raw(column)} = ${to}::uuid
    WHERE ${raw(column)} = ${from}::uuid AND ${only} RETURNING (${raw(row)})::text AS row`
  if (moved.length === 0) return []
  return [{ kind: 'moved', column: `${table}.${column}`, from, to, rows: moved.map((each) => each.row) }]
}

type Row = { table: (typeof fieldTables)[number]; id: string }

export async function readFields(tx: Transaction, { table, id }: Row): Promise<Fields> {
  const [found] = await tx.$queryRaw<{ fields: unknown }[]>`
    SELECT to_jsonb(each) AS fields FROM ${raw(table)} AS each WHERE id = ${id}::uuid`
  return fieldsSchema.parse(found?.fields)
}

/** What the database counts when a lead's status changes. */
const measures = ['reached', 'stage_minutes']

/** Sets fields that belong together: they are taken back together, or not at all. */
export async function setFields(tx: Transaction, row: Row, fields: Fields): Promise<Changes> {
  const names = Object.keys(fields)
  if (row.table === 'lead' && names.includes('status')) names.push(...measures)
  const was = pick(await readFields(tx, row), names)
  await writeFields(tx, row, fields, sql`TRUE`)
  const became = pick(await readFields(tx, row), names)
  return JSON.stringify(was) === JSON.stringify(became) ? [] : [{ kind: 'set', ...row, was, became }]
}

export function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}

async function writeFields(tx: Transaction, { table, id }: Row, fields: Fields, only: Prisma.Sql) {
  const set = join(Object.keys(fields).map((name) => sql`${raw(name)} = given.${raw(name)}`))
  return tx.$executeRaw`
    UPDATE ${raw(table)} AS held SET ${set}
    FROM jsonb_populate_record(NULL::${raw(table)}, ${JSON.stringify(fields)}::jsonb) AS given
    WHERE held.id = ${id}::uuid AND ${only}`
}

/** Says which of the fields could not be taken back, because somebody changed them since. */
export async function undoChanges(tx: Transaction, changes: Changes): Promise<{ kept: string[] }> {
  const kept: string[] = []
  for (const change of changes.toReversed()) {
    if (change.kind === 'moved') await moveBack(tx, change)
    else if (!(await setBack(tx, change))) kept.push(...Object.keys(change.was))
  }
  return { kept }
}

async function moveBack(tx: Transaction, { column: name, from, to, rows }: Moved): Promise<void> {
  const [table = '', column = ''] = name.split('.')
  await tx.$executeRaw`
    UPDATE ${raw(table)} SET ${raw(column)} = ${from}::uuid
    WHERE ${raw(column)} = ${to}::uuid AND (${raw(rowOf(table))})::text = ANY (${rows}::text[])`
}

async function setBack(
  tx: Transaction,
  { table, id, was, became }: Extract<Changes[number], { kind: 'set' }>,
) {
  const unchanged = Object.keys(became).map(
    (name) => sql`held.${raw(name)} IS NOT DISTINCT FROM left_as.${raw(name)}`,
  )
  const asLeft = sql`EXISTS (
    SELECT FROM jsonb_populate_record(NULL::${raw(table)}, ${JSON.stringify(became)}::jsonb) AS left_as
    WHERE ${join(unchanged, ' AND ')})`
  if ((await writeFields(tx, { table, id }, was, asLeft)) !== 1) return false
  // Taking back a status is none that counts: what was counted for it is taken back as well.
  if ('stage_minutes' in was) await writeFields(tx, { table, id }, pick(was, measures), sql`TRUE`)
  return true
}
