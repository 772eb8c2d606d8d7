/**
 * Whose a lead becomes that came in by itself: of whoever holds the booking; else of whoever had the person's lead
 * before, unless they left or are away; else by turn; else it waits unassigned, and those who hand out work are told.
 */
import type { Transaction } from '#app/db.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { paths } from '#app/paths.ts'
import { recordEvent } from '../record-event.server.ts'
import { nextInTurn } from './next-in-turn.server.ts'

export type ArrivedLead = {
  id: string
  ref: number
  title: string
  isNew: boolean
  /** The calendar in which a consultation was booked; null when something else came in. */
  hostId: string | null
}

type Known = {
  ownerId: string | null
  ownerName: string | null
  /** Not whoever left, or may only look by now. */
  ownerWorks: boolean
  /** Who has the person's lead before this one. */
  previousOwnerId: string | null
  /** Who holds the calendar. */
  hostStaffId: string | null
}

export async function settleOwner(tx: Transaction, lead: ArrivedLead, now: Date): Promise<void> {
  const [known] = await tx.$queryRaw<[Known]>`
    SELECT lead.owner_id AS "ownerId", owner.name AS "ownerName",
      coalesce(owner.disabled_at IS NULL AND owner.role <> 'read_only', false) AS "ownerWorks", previous.owner_id AS "previousOwnerId",
      (SELECT staff_id FROM host WHERE id = ${lead.hostId}::uuid) AS "hostStaffId"
    FROM lead LEFT JOIN lead AS previous ON previous.id = lead.previous_lead_id
      LEFT JOIN staff AS owner ON owner.id = lead.owner_id
    WHERE lead.id = ${lead.id}::uuid`
  const { ownerId, ownerName, ownerWorks } = known
  if (ownerId !== null && ownerWorks) {
    if (!lead.isNew) await tellOfReply(tx, lead, [ownerId], now)
    return
  }
  // Whose owner left is given like a new one: nobody would read what came in.
  const isLeft = ownerId !== null
  const owner = await chooseOwner(tx, { ...known, isNew: lead.isNew || isLeft }, now)
  if (owner) await giveTo(tx, lead, { from: ownerName, to: owner }, now)
  else if (lead.isNew) await tellOffice(tx, lead, now)
  else if (isLeft) await tellOfReply(tx, lead, await listOffice(tx), now)
}

/** The same of what a visitor adds to a lead, or takes back, on the page of their own request. */
export async function settleContinued(tx: Transaction, leadId: string, now: Date): Promise<void> {
  const lead = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { id: true, ref: true, title: true },
  })
  await settleOwner(tx, { ...lead, isNew: false, hostId: null }, now)
}

type Owner = { id: string; name: string }

async function chooseOwner(
  tx: Transaction,
  { hostStaffId, previousOwnerId, isNew }: Known & { isNew: boolean },
  now: Date,
): Promise<Owner | null> {
  const host = hostStaffId && (await findWorker(tx, hostStaffId))
  if (host) return host
  if (!isNew) return null
  const before =
    previousOwnerId && !(await isAway(tx, previousOwnerId, now)) && (await findWorker(tx, previousOwnerId))
  if (before) return before
  const next = await nextInTurn(tx, now)
  return next ? findWorker(tx, next) : null
}

/** Somebody who may hold leads. */
function findWorker(tx: Transaction, id: string): Promise<Owner | null> {
  return tx.staff.findFirst({
    where: { id, disabledAt: null, role: { not: 'read_only' } },
    select: { id: true, name: true },
  })
}

async function isAway(tx: Transaction, staffId: string, now: Date): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ away: boolean }]>`
    SELECT EXISTS (
      SELECT FROM staff_away JOIN staff ON staff.id = staff_id
      WHERE staff_id = ${staffId}
        AND (${now}::timestamptz AT TIME ZONE time_zone)::date BETWEEN "from" AND "until") AS away`
  return found.away
}

async function giveTo(
  tx: Transaction,
  lead: ArrivedLead,
  { from, to }: { from: string | null; to: Owner },
  now: Date,
): Promise<void> {
  await tx.lead.update({ where: { id: lead.id }, data: { ownerId: to.id } })
  const event = { kind: 'owner' as const, ...(from && { from }), to: to.name }
  await recordEvent(tx, { leadId: lead.id, at: now, event })
  await tellOwner(tx, { lead, ownerId: to.id }, now)
}

/** Tells somebody that a lead is theirs now; `by` is left out when nobody in particular gave it. */
export function tellOwner(
  tx: Transaction,
  { lead, ownerId, by }: { lead: Pick<ArrivedLead, 'id' | 'ref' | 'title'>; ownerId: string; by?: string },
  now: Date,
): Promise<void> {
  if (ownerId === by) return Promise.resolve()
  return notify(
    tx,
    {
      kind: 'assigned',
      to: [ownerId],
      cause: `owner ${lead.id} ${now.toISOString()}`,
      leadId: lead.id,
      ...(by && { actorId: by }),
      ...{ heading: `L-${lead.ref} is yours`, about: lead.title, path: paths.staff.lead(lead.ref) },
    },
    now,
  )
}

function tellOfReply(
  tx: Transaction,
  { id, ref, title }: ArrivedLead,
  to: readonly string[],
  now: Date,
): Promise<void> {
  return notify(
    tx,
    {
      ...{ kind: 'reply', to, cause: `reply ${id} ${now.toISOString()}`, leadId: id },
      ...{ heading: `More came in on L-${ref}`, about: title, path: paths.staff.lead(ref) },
    },
    now,
  )
}

async function tellOffice(tx: Transaction, { id, ref, title }: ArrivedLead, now: Date): Promise<void> {
  await notify(
    tx,
    {
      ...{ kind: 'new_lead', to: await listOffice(tx), cause: `new ${id}`, leadId: id },
      ...{ heading: `L-${ref} waits for an owner`, about: title, path: paths.staff.lead(ref) },
    },
    now,
  )
}

/** Those who hand out work. */
export async function listOffice(tx: Transaction): Promise<string[]> {
  const office = await tx.staff.findMany({
    where: { role: { in: ['admin', 'manager'] }, disabledAt: null },
    select: { id: true },
  })
  return office.map(({ id }) => id)
}
