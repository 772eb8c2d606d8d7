/** Whose leads a list is made of, each with where an index has them in the list's own order. */
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { seesAllLeads } from '../scope.server.ts'
import { sortOf, type LeadFilter, type Sort } from './filter.ts'

const { sql, join, raw } = Prisma
type Sql = Prisma.Sql

const owner = sql`coalesce(owner_id, '')`
const nobody = ''

/** `ids`: what `from` narrows, for where all leads are looked through. */
type OwnerBranch = { from: Sql; ids: Sql | null; condition: Sql | null; isEverybodys: boolean }

const allLeads = { from: sql`lead`, ids: null, isEverybodys: false }

/** A consultant's three kinds of lead (own, nobody's, a colleague's whose consultation they hold), or whoever was asked for. */
export function ownersOf(viewer: Viewer, filter: LeadFilter): OwnerBranch[] {
  const chosen = filter.owner?.map((each) =>
    each === 'me' ? viewer.id : each === 'unassigned' ? nobody : each,
  )
  const one = (id: string): OwnerBranch => ({ ...allLeads, condition: sql`${owner} = ${id}` })
  if (seesAllLeads(viewer))
    return chosen ? [...new Set(chosen)].map(one) : [{ ...allLeads, condition: null, isEverybodys: true }]

  const theirs = [viewer.id, nobody]
  const others = chosen?.filter((id) => !theirs.includes(id))
  return [
    ...theirs.filter((id) => !chosen || chosen.includes(id)).map(one),
    ...(others?.length === 0 ? [] : [{ ...hostedBy(viewer, filter), condition: ownedBy(others) }]),
  ]
}

/**
 * The same for all that a viewer sees, where no order is read: a consultant's own leads and nobody's are one branch, by the
 * column alone, of which the planner knows how common each owner is.
 */
export function countedOwners(viewer: Viewer, filter: LeadFilter): Pick<OwnerBranch, 'from' | 'condition'>[] {
  if (seesAllLeads(viewer)) return [{ ...allLeads, condition: null }]
  return [
    { ...allLeads, condition: sql`(owner_id = ${viewer.id} OR owner_id IS NULL)` },
    { ...hostedBy(viewer, filter), condition: null },
  ]
}

/**
 * Colleagues' leads whose consultation the viewer holds. What the list is sorted by is read from the copy, which has it in
 * order; everything else from the lead, looked up inside LATERAL by itself, or a plan might read all leads.
 */
function hostedBy({ id }: Viewer, filter: LeadFilter) {
  const hosted = sql`hosted_lead WHERE staff_id = ${id} AND is_colleagues`
  const inOrder = copied[sortOf(filter)]
  const columns = [
    ...inOrder.map((column) => `hosted.${column}`),
    ...readByConditions.filter((column) => !inOrder.includes(column)).map((column) => `lead.${column}`),
  ]
  return {
    isEverybodys: false,
    ids: sql`id IN (SELECT lead_id FROM ${hosted}) AND ${owner} NOT IN (${id}, ${nobody})`,
    from: sql`(
      SELECT lead_id AS id, ${join(columns.map((column) => raw(column)))}
      FROM (SELECT * FROM ${hosted}) AS hosted
      CROSS JOIN LATERAL (SELECT * FROM lead WHERE lead.id = lead_id LIMIT 1) AS lead) AS lead`,
  }
}

/** The columns of the indexes of the copy, for each order. */
const copied: Record<Sort, readonly string[]> = {
  activity: ['status', 'last_activity_at'],
  created: ['created_at'],
  next: ['next_action_at'],
  response: ['response_due_at'],
}

/** What a list is narrowed by and measured in, besides the id. */
const readByConditions = [
  ...[
    'owner_id',
    'status',
    'source',
    'roles',
    'skills',
    'tags',
    'search_text',
    'created_at',
    'last_activity_at',
  ],
  ...['next_action_at', 'response_due_at', 'first_response_at', 'closed_at', 'deleted_at', 'merged_into_id'],
  ...['lost_reason', 'reached', 'response_minutes', 'stays', 'archived_at'],
]

function ownedBy(ids: readonly string[] | undefined): Sql | null {
  return ids ? sql`owner_id IN (${join(ids)})` : null
}
