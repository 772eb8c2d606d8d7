import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { leadScope } from './scope.server.ts'

/** What a lead's page shows, but for the parts that there may be many of (read-parts.server.ts). */
const pageShape = {
  id: true,
  ref: true,
  title: true,
  status: true,
  source: true,
  lostReason: true,
  lostNote: true,
  createdAt: true,
  version: true,
  company: { select: { name: true, domain: true } },
  owner: { select: { id: true, name: true } },
  person: {
    select: {
      id: true,
      name: true,
      phone: true,
      timeZone: true,
      emails: { select: { email: true }, orderBy: { isPrimary: 'desc' } },
    },
  },
  suggestions: { orderBy: { createdAt: 'desc' }, select: { id: true, field: true, value: true } },
  stageEnteredAt: true,
  lastActivityAt: true,
  tags: true,
  archivedAt: true,
  closedAt: true,
  responseDueAt: true,
  firstResponseAt: true,
  nextAction: true,
  nextActionAt: true,
  companyId: true,
} satisfies Prisma.LeadSelect

export type LeadPage = Prisma.LeadGetPayload<{ select: typeof pageShape }>

/** The lead of that number; null when there is none that the viewer may see. */
export function findLead(viewer: Viewer, ref: number): Promise<LeadPage | null> {
  return db.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: pageShape })
}

/** The same; 404 when there is none. */
export async function getLead(viewer: Viewer, ref: number): Promise<LeadPage> {
  const lead = await findLead(viewer, ref)
  if (!lead) throw new Response(null, { status: 404 })
  return lead
}

export async function canSee(viewer: Viewer, ref: number): Promise<boolean> {
  const found = await db.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: { id: true } })
  return found !== null
}

/** 404 unless there is one: for the forms of a lead, which say so before they read what was typed. */
export async function requireLead(viewer: Viewer, param: string | undefined): Promise<number> {
  const ref = refFrom(param)
  if (!(await canSee(viewer, ref))) throw new Response(null, { status: 404 })
  return ref
}

/** The number of the newest lead of whoever has that e-mail address, as far as the viewer may see it; else null. */
export async function findNewestOf(viewer: Viewer, email: string): Promise<number | null> {
  const found = await db.lead.findFirst({
    where: { person: { emails: { some: { email } } }, AND: leadScope(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ref: true },
  })
  return found?.ref ?? null
}

/** The person's other leads, newest first, as far as the viewer may see them. */
export function listOtherLeads(viewer: Viewer, { id, person }: Pick<LeadPage, 'id' | 'person'>) {
  return db.lead.findMany({
    where: { personId: person.id, id: { not: id }, AND: leadScope(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { ref: true, title: true, status: true, createdAt: true },
  })
}

/** Leads of other people at the same company, newest first: two colleagues may ask for the same thing. */
export async function listLeadsOfCompany(
  viewer: Viewer,
  { companyId, person }: Pick<LeadPage, 'companyId' | 'person'>,
) {
  if (!companyId) return []
  return db.lead.findMany({
    where: { companyId, personId: { not: person.id }, AND: leadScope(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: { ref: true, title: true, status: true, createdAt: true, person: { select: { name: true } } },
  })
}

/** The number in `/staff/leads/1042`; 404 when it is none. */
export function refFrom(param: string | undefined): number {
  if (!param || !/^[1-9]\d{0,8}$/.test(param)) throw new Response(null, { status: 404 })
  return Number(param)
}
