import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { changeLine } from './change-line.server.ts'
import type { NewStatus } from './change-status.server.ts'
import { recordLead } from './record-lead.server.ts'

/** A lead that came in by the requirement form. */
export async function receiveLead(
  about: {
    email?: string
    name?: string
    company?: string
    title?: string
    ownerId?: string
    at?: Date
  } = {},
) {
  const { email = `${randomUUID()}@acme.example`, name = 'Dana Doe', title = 'Backend developer' } = about
  const at = about.at ?? new Date('2026-11-23T09:00:00Z')
  const recorded = await db.$transaction((tx) =>
    recordLead(
      tx,
      {
        kind: 'requirement',
        person: { name, email, ...(about.company && { company: about.company }) },
        title,
        payload: { title },
        idempotencyKey: randomUUID(),
        requestHash: 'none',
      },
      at,
    ),
  )
  if (about.ownerId) {
    await db.lead.update({ where: { id: recorded.leadId }, data: { ownerId: about.ownerId } })
  }
  return recorded
}

/** A consultation about a lead, held by a member of staff. */
export async function bookWith(
  hostStaffId: string,
  lead: { leadId: string; personId: string },
  startsAt: Date,
) {
  const host = await db.host.create({
    data: {
      slug: randomUUID(),
      publicId: randomUUID(),
      name: 'Hiring consultant',
      timeZone: 'Asia/Kolkata',
      staffId: hostStaffId,
    },
  })
  const type = await db.consultationType.create({
    data: {
      slug: randomUUID(),
      name: 'Call',
      minutes: 30,
      stepMinutes: 30,
      noticeMinutes: 0,
      windowDays: 30,
    },
  })
  const endsAt = addMinutes(startsAt, 30)
  return db.booking.create({
    data: {
      reference: `B-${randomUUID().slice(0, 6)}`,
      publicId: randomUUID(),
      typeId: type.id,
      hostId: host.id,
      leadId: lead.leadId,
      personId: lead.personId,
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil: endsAt,
      visitorTimeZone: 'Europe/Berlin',
      visitorName: 'Dana Doe',
      visitorEmail: 'dana@acme.example',
      location: 'https://meet.example/room',
      icsUid: randomUUID(),
      idempotencyKey: randomUUID(),
      requestHash: 'none',
    },
  })
}

/** Another status and nothing else, as a line of the list asks for it; `was` is what the line showed. */
export function changeStatus(
  viewer: Viewer,
  ref: number,
  status: Omit<NewStatus, 'note'> & { was?: LeadStatus; note?: string },
  now: Date,
) {
  const change = { was: 'new' as const, note: '', ...status }
  return changeLine(viewer, ref, { status: change, owner: null, next: null }, now)
}
