/** The two leads of a merge as they are now, for whoever may write both. */
import type { Reader } from '#app/db.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { isLive, leadScope, seesAllLeads } from '../scope.server.ts'
import { mergesLeads, mergesPeople, type MergeKind } from './merge-choices.ts'

const side = {
  id: true,
  ref: true,
  title: true,
  status: true,
  lostReason: true,
  lostNote: true,
  createdAt: true,
  closedAt: true,
  companyId: true,
  company: { select: { name: true } },
  ownerId: true,
  owner: { select: { name: true } },
  personId: true,
  person: {
    select: {
      id: true,
      name: true,
      phone: true,
      timeZone: true,
      companyId: true,
      company: { select: { name: true } },
      emails: { select: { id: true, email: true, isPrimary: true }, orderBy: { isPrimary: 'desc' } },
    },
  },
} satisfies Prisma.LeadSelect

export type MergeSide = Prisma.LeadGetPayload<{ select: typeof side }>
export type Pair = { kept: MergeSide; other: MergeSide }

/** Null when one of them is not there for the viewer, or both are one. */
export async function findPair(
  reader: Reader,
  viewer: Viewer,
  { ref, other }: { ref: number; other: number },
): Promise<Pair | null> {
  const found = await reader.lead.findMany({
    where: { ref: { in: [ref, other] }, AND: leadScope(viewer) },
    select: side,
  })
  const [first, second] = [ref, other].map((number) => found.find((lead) => lead.ref === number))
  return first && second && first.id !== second.id ? { kept: first, other: second } : null
}

/** What was shown of the two, in short: tells whether they are still as they were. */
export function seenOf(pair: Pair): string {
  return requestHash(pair).slice(0, 24)
}

export type PairRefusal = 'two-owners' | 'unseen-leads' | 'one-person'

/**
 * Why these two cannot be made one by this viewer. A consultant does not take a colleague's lead by merging it, and makes
 * one of two people only who sees all that belongs to both.
 */
export async function whyNotMerge(
  reader: Reader,
  viewer: Viewer,
  { kept, other }: Pair,
  kind: MergeKind,
): Promise<PairRefusal | null> {
  if (kind === 'people' && kept.personId === other.personId) return 'one-person'
  if (seesAllLeads(viewer)) return null
  const isMine = (ownerId: string | null) => ownerId === null || ownerId === viewer.id
  if (mergesLeads(kind) && kept.ownerId !== other.ownerId && ![kept.ownerId, other.ownerId].every(isMine))
    return 'two-owners'
  if (!mergesPeople(kind) || kept.personId === other.personId) return null
  const theirs = { personId: { in: [kept.personId, other.personId] }, ...isLive }
  const [all, seen] = await Promise.all([
    reader.lead.count({ where: theirs }),
    reader.lead.count({ where: { ...theirs, AND: leadScope(viewer) } }),
  ])
  return all === seen ? null : 'unseen-leads'
}
