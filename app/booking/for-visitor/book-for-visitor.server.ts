import { bookSlot } from '#app/booking/book-slot.server.ts'
import { db } from '#app/db.server.ts'
import { leadScope, requireEditor } from '#app/leads/scope.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { NewBooking } from './new-booking.ts'

/**
 * Books for somebody who asked a member of staff: by the visitors' own act, under the same locks and the same
 * constraint. A lead out of the viewer's scope is a 404.
 */
export async function bookForVisitor(viewer: Viewer, form: NewBooking, now: Date) {
  requireEditor(viewer)
  const { lead, instead, anyway, key, ...request } = form
  return bookSlot(
    { ...request, start: instead ?? request.start, idempotencyKey: `staff:${viewer.id}:${key}` },
    {
      now,
      attachTo: lead === undefined ? undefined : (await findLead(viewer, lead)).id,
      staff: { id: viewer.id, anyway },
    },
  )
}

/** The lead that a booking is made for, and what its form is filled in with; 404 out of the viewer's scope. */
export async function findLead(viewer: Viewer, ref: number) {
  const lead = await db.lead.findFirst({
    where: { ref, AND: leadScope(viewer) },
    select: {
      id: true,
      ref: true,
      title: true,
      company: { select: { name: true } },
      person: {
        select: {
          ...{ name: true, phone: true, timeZone: true },
          emails: { select: { email: true }, orderBy: { isPrimary: 'desc' }, take: 1 },
        },
      },
    },
  })
  if (!lead) throw new Response(null, { status: 404 })
  return lead
}
