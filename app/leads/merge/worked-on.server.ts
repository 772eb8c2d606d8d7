import type { Transaction } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { leadBelongings } from './belongings.ts'
import type { Changes } from './changes.server.ts'

const { sql, raw, join } = Prisma

/**
 * Whether anything was done on a lead since it was split off: something is its own that did not come with it, or what it
 * says was changed. Such a lead does not simply vanish; it can be merged back.
 */
export async function isWorkedOn(tx: Transaction, leadId: string, changes: Changes): Promise<boolean> {
  const { version } = await tx.lead.findUniqueOrThrow({ where: { id: leadId }, select: { version: true } })
  if (version !== 1) return true
  const came = (name: string) =>
    changes.flatMap((change) => (change.kind === 'moved' && change.column === name ? change.rows : []))
  const others = leadBelongings.map(
    ({ table, column, row }) => sql`
      SELECT FROM ${raw(table)} WHERE ${raw(column)} = ${leadId}::uuid
        AND NOT (${raw(row)})::text = ANY (${came(`${table}.${column}`)}::text[])
        ${table === 'lead_event' ? sql`AND kind <> 'split-from'` : Prisma.empty}`,
  )
  const [found] = await tx.$queryRaw<[{ any: boolean }]>`
    SELECT EXISTS (${join(
      others.map((each) => sql`(${each})`),
      ' UNION ALL ',
    )}) AS any`
  return found.any
}
