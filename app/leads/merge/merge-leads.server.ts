/**
 * Makes one of two leads, of two people, or of both. Everything that belongs to the other one moves; of fields that differ
 * the chosen ones win; and all of it is written down as it was, so that it can be undone for 30 days.
 */
import { db, type Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { waitedMinutes } from '../office-calendar.server.ts'
import { recordEvent } from '../record-event.server.ts'
import { normalised } from '../search-text.ts'
import { mostTags } from '../tags.ts'
import { requireEditor } from '../scope.server.ts'
import { leadBelongings, personBelongings } from './belongings.ts'
import { moveRows, pick, readFields, setFields, type Changes, type Fields } from './changes.server.ts'
import { holdLeads } from './hold-leads.server.ts'
import {
  columnsOf,
  fieldsOf,
  leadFields,
  mergesLeads,
  mergesPeople,
  personFields,
  type MergeField,
  type MergeRequest,
} from './merge-choices.ts'
import { findPair, seenOf, whyNotMerge, type Pair, type PairRefusal } from './pair.server.ts'

export type MergeRefusal = PairRefusal | 'not-found' | 'changed-meanwhile'

export async function mergeLeads(
  viewer: Viewer,
  ref: number,
  request: MergeRequest,
  now: Date,
): Promise<Outcome<null, MergeRefusal>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, MergeRefusal>> => {
    const refs = { ref, other: request.with }
    const found = await findPair(tx, viewer, refs)
    if (!found) return refused('not-found')
    const both = [found.kept, found.other]
    await holdLeads(
      tx,
      both.map(({ id }) => id),
      both.map(({ personId }) => personId),
    )
    // What was merged, or changed, while this waited.
    const pair = await findPair(tx, viewer, refs)
    if (!pair) return refused('not-found')
    if (seenOf(pair) !== request.seen) return refused('changed-meanwhile')
    const refusal = await whyNotMerge(tx, viewer, pair, request.kind)
    if (refusal) return refused(refusal)

    await regroup(tx, viewer, { pair, request }, now)
    return done(null)
  })
}

type Merge = { pair: Pair; request: MergeRequest }

async function regroup(tx: Transaction, viewer: Viewer, { pair, request }: Merge, now: Date): Promise<void> {
  const { kept, other } = pair
  const { kind } = request
  const areTwoPeople = mergesPeople(kind) && kept.personId !== other.personId
  // Two leads of one person are only leads.
  const what = areTwoPeople ? kind : 'leads'
  const taken = takenFrom(request)
  const changes: Changes = [
    ...(mergesLeads(kind) ? await mergeLeadRows(tx, pair, taken) : []),
    ...(areTwoPeople ? await mergePeopleRows(tx, pair, taken) : []),
    ...(await touch(tx, pair, now)),
  ]
  await recordEvent(tx, {
    leadId: kept.id,
    at: now,
    actorId: viewer.id,
    event: { kind: 'merged', what, lead: other.ref, fields: taken },
  })
  await tx.regrouping.create({
    data: {
      kind: what,
      leadId: kept.id,
      otherLeadId: other.id,
      ...(areTwoPeople && { personId: kept.personId, otherPersonId: other.personId }),
      changes,
      at: now,
      staffId: viewer.id,
    },
  })
}

/** The fields of which the other one's wins. */
function takenFrom(request: MergeRequest): MergeField[] {
  return fieldsOf(request.kind).filter((field) => request[field] === 'other')
}

async function mergeLeadRows(tx: Transaction, { kept, other }: Pair, taken: readonly MergeField[]) {
  const [row, otherRow] = [{ table: 'lead', id: kept.id } as const, { table: 'lead', id: other.id } as const]
  const [held, others] = [await readFields(tx, row), await readFields(tx, otherRow)]
  const changes: Changes = []
  for (const belonging of leadBelongings) {
    const only = belonging.table === 'lead_draft' ? hasNoDraft(kept.id) : undefined
    changes.push(...(await moveRows(tx, belonging, { from: other.id, to: kept.id, ...(only && { only }) })))
  }
  for (const field of leadFields) {
    if (!taken.includes(field)) continue
    changes.push(...(await setFields(tx, row, pick(others, columnsOf[field]))))
  }
  changes.push(
    ...(await setFields(tx, row, await clocksOf(tx, held, others))),
    ...(await setFields(tx, row, { tags: tagsOf(held, others) })),
    ...(await setFields(tx, row, { search_text: words(held.search_text, others.search_text) })),
    ...(await setFields(tx, otherRow, { merged_into_id: kept.id })),
  )
  return changes
}

/** What somebody began to write on both stays where it is, on each. */
function hasNoDraft(leadId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM lead_draft AS begun
    WHERE begun.lead_id = ${leadId}::uuid AND begun.staff_id = lead_draft.staff_id AND begun.kind = lead_draft.kind)`
}

/** The clock of the first response runs since the first of both asked, and is stopped by the first answer to either. */
async function clocksOf(tx: Transaction, held: Fields, others: Fields): Promise<Fields> {
  const inOrder = (name: string, of = [held, others]) =>
    of.flatMap((fields) => momentIn(fields[name])).toSorted((a, b) => a.getTime() - b.getTime())
  const waited = [held, others].filter(({ response_due_at: due }) => due !== null)
  const [asked] = inOrder('created_at', waited)
  const [answered] = inOrder('first_response_at')
  const minutes = asked && answered ? await waitedMinutes(tx, { from: asked, until: answered }) : null
  return {
    response_due_at: inOrder('response_due_at')[0]?.toISOString() ?? null,
    first_response_at: answered?.toISOString() ?? null,
    response_minutes: minutes,
    last_inbound_at: inOrder('last_inbound_at').at(-1)?.toISOString() ?? null,
  }
}

function momentIn(value: unknown): Date[] {
  return typeof value === 'string' ? [new Date(value)] : []
}

/** Of both, in their order, as many as a lead may have. */
function tagsOf(held: Fields, others: Fields): string[] {
  const tags = [held.tags, others.tags].flat().filter((tag) => typeof tag === 'string')
  return [...new Set(tags)].toSorted().slice(0, mostTags)
}

async function mergePeopleRows(tx: Transaction, { kept, other }: Pair, taken: readonly MergeField[]) {
  const [to, from] = [kept.personId, other.personId]
  const row = { table: 'person', id: to } as const
  const others = await readFields(tx, { table: 'person', id: from })
  const changes: Changes = []
  for (const { id } of losingPrimaries({ kept, other }, taken.includes('email'))) {
    changes.push(...(await setFields(tx, { table: 'person_email', id }, { is_primary: false })))
  }
  for (const belonging of personBelongings) changes.push(...(await moveRows(tx, belonging, { from, to })))
  for (const field of personFields) {
    if (field === 'email' || !taken.includes(field)) continue
    changes.push(...(await setFields(tx, row, pick(others, columnsOf[field]))))
  }
  changes.push(
    ...(await nameOnLeads(tx, { kept, other })),
    ...(await setFields(tx, { table: 'person', id: from }, { merged_into_id: to })),
  )
  return changes
}

/** The address that letters go to is one: the other one's steps back, unless there is nothing to step back for. */
function losingPrimaries({ kept, other }: Pair, isOthers: boolean) {
  const [winner, loser] = isOthers ? [other.person, kept.person] : [kept.person, other.person]
  return winner.emails.length > 0 ? loser.emails.filter(({ isPrimary }) => isPrimary) : []
}

/** Every lead of the one person is found by the names and addresses of both. */
async function nameOnLeads(tx: Transaction, { kept, other }: Pair): Promise<Changes> {
  const leads = await tx.lead.findMany({ where: { personId: kept.personId }, select: { id: true } })
  const both = [kept, other].flatMap(({ person }) => [
    person.name,
    ...person.emails.map(({ email }) => email),
  ])
  const changes: Changes = []
  for (const { id } of leads) {
    const { search_text: before } = await readFields(tx, { table: 'lead', id })
    changes.push(...(await setFields(tx, { table: 'lead', id }, { search_text: words(before, ...both) })))
  }
  return changes
}

/** Both leads were worked on at this moment; undoing takes that back too, unless more was done since. */
async function touch(tx: Transaction, { kept }: Pair, now: Date): Promise<Changes> {
  await tx.lead.update({ where: { id: kept.id }, data: { version: { increment: 1 } } })
  return setFields(tx, { table: 'lead', id: kept.id }, { last_activity_at: now.toISOString() })
}

/** Each word once, in the order in which they come. */
function words(...texts: readonly unknown[]): string {
  return [...new Set(texts.flatMap((text) => normalised(String(text)).split(' ')))].join(' ')
}
