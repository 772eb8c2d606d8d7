import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { workOff } from '../jobs/work-off.fixture.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import type { BulkAct, Chosen } from './bulk-act.ts'
import { startBulk } from './start-bulk.server.ts'

export const now = new Date('2026-11-23T10:00:00Z')
export const later = new Date('2026-11-23T11:00:00Z')
export const lost: BulkAct = { act: 'status', to: 'lost', lostReason: 'budget', note: '' }

export function member(role: StaffRole): Promise<Viewer> {
  return addStaff({ email: `${randomUUID()}@firm.example`, role })
}

type Recorded = { leadId: string; ref: number }

export function receiveMany(count: number, about?: Parameters<typeof receiveLead>[0]): Promise<Recorded[]> {
  return Promise.all(Array.from({ length: count }, () => receiveLead(about)))
}

/** Asks for the change and has it done. */
export async function carryOut(viewer: Viewer, chosen: Chosen, act: BulkAct, at = now) {
  const { id } = await startBulk(viewer, { chosen, act, key: randomUUID() }, at)
  await workOff(at)
  return db.deskJob.findUniqueOrThrow({ where: { id } })
}

export function refsOf(leads: readonly Recorded[]): Chosen {
  return { refs: leads.map(({ ref }) => ref) }
}

export async function statusOf(id: string) {
  const { status, lostReason, closedAt } = await db.lead.findUniqueOrThrow({ where: { id } })
  return { status, lostReason, isClosed: closedAt !== null }
}

/** Why leads of the job stayed as they were. */
export async function reasonsOf(jobId: string): Promise<string[]> {
  const rows = await db.deskJobLead.findMany({ where: { jobId, NOT: { reason: '' } } })
  return rows.map(({ reason }) => reason).toSorted()
}
