import { z } from 'zod'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays, calendarDateSchema } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import { sayMoment } from '#app/time/say.ts'
import { auditActions, auditEntities, type AuditAction } from './audit-entry.ts'

const perPage = 50

const filterSchema = z.object({
  actor: z.string().max(60).optional().catch(undefined),
  action: z
    .enum(Object.keys(auditActions) as [AuditAction])
    .optional()
    .catch(undefined),
  entity: z.enum(auditEntities).optional().catch(undefined),
  id: z.string().max(200).optional().catch(undefined),
  from: calendarDateSchema.optional().catch(undefined),
  until: calendarDateSchema.optional().catch(undefined),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .optional()
    .catch(undefined),
})

export type AuditFilter = z.output<typeof filterSchema>

/** What the address asks for; what is not understood is left out. */
export function auditFilterIn(request: Request): AuditFilter {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  return filterSchema.parse(Object.fromEntries(given))
}

/** One page of the log, newest first: by the id of the last row, so that its depth costs nothing. */
export async function listAudit(viewer: Viewer, filter: AuditFilter) {
  const rows = await db.auditEntry.findMany({
    where: { ...whereOf(viewer, filter), ...(filter.before !== undefined && { id: { lt: filter.before } }) },
    orderBy: { id: 'desc' },
    take: perPage + 1,
  })
  const shown = rows.slice(0, perPage)
  const [names, leads] = await Promise.all([namesOf(shown), leadsOf(shown)])
  return {
    rows: shown.map(({ id, at, actorId, action, entity, entityId, before, after, requestId }) => ({
      id: String(id),
      at: sayMoment(at, viewer.timeZone),
      iso: at.toISOString(),
      actor: actorId ? (names.get(actorId) ?? 'Somebody who is gone') : 'Nobody signed in',
      action: isAction(action) ? auditActions[action] : action,
      subject:
        entity === 'staff' ? (names.get(entityId) ?? '') : (leads.get(entityId) ?? shortened(entityId)),
      entity,
      entityId,
      changes: changesIn(before, after),
      requestId,
    })),
    next: rows.length > perPage ? String(shown.at(-1)?.id) : null,
  }
}

function whereOf({ timeZone }: Viewer, filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { actor, action, entity, id, from, until } = filter
  return {
    ...(actor && { actorId: actor }),
    ...(action && { action }),
    ...(entity && { entity }),
    ...(id && { entityId: id }),
    ...((from || until) && {
      at: {
        ...(from && { gte: new Date(startOfDay(from, timeZone)) }),
        ...(until && { lt: new Date(startOfDay(addDays(until, 1), timeZone)) }),
      },
    }),
  }
}

type Row = { actorId: string | null; entity: string; entityId: string }

async function namesOf(rows: readonly Row[]) {
  const ids = rows.flatMap(({ actorId, entity, entityId }) => [
    ...(actorId ? [actorId] : []),
    ...(entity === 'staff' ? [entityId] : []),
  ])
  const staff = await db.staff.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

/** By their numbers, as everywhere else; what is erased has none any more. */
async function leadsOf(rows: readonly Row[]) {
  const ids = rows.flatMap(({ entity, entityId }) => (entity === 'lead' && isId(entityId) ? [entityId] : []))
  const leads = await db.lead.findMany({ where: { id: { in: ids } }, select: { id: true, ref: true } })
  return new Map(leads.map(({ id, ref }) => [id, `L-${ref}`]))
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success
}

/** Enough of an id to tell two apart; its link has all of it. */
function shortened(entityId: string): string {
  return isId(entityId) ? `…${entityId.slice(-8)}` : entityId
}

function isAction(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action)
}

/** `role: consultant → manager`, one line for each field. */
function changesIn(before: unknown, after: unknown): string[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].map((field) => {
    const [from, to] = [was.get(field), is.get(field)]
    return from === undefined ? `${field}: ${to}` : `${field}: ${from} → ${to ?? 'none'}`
  })
}

function fieldsOf(stored: unknown): Map<string, string> {
  const fields = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!fields.success) return new Map()
  return new Map(Object.entries(fields.data).map(([name, value]) => [name, said(value)]))
}

function said(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none'
  return Array.isArray(value) ? value.join(', ') : String(value)
}
