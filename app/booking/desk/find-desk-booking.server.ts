import { isMade, type MadeBooking } from '#app/booking/made-booking.server.ts'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookingScope } from './scope.server.ts'

/** What its page shows of a booking, besides the booking. */
const pageShape = {
  host: { include: { staff: true } },
  type: true,
  lead: { select: { ref: true } },
  bookedBy: { select: { name: true } },
  letters: {
    // Newest first; of those written at once, the one that goes out last.
    orderBy: [{ createdAt: 'desc' }, { runAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      ...{ id: true, kind: true, to: true, state: true, dedupeKey: true, notAfter: true },
      ...{ createdAt: true, sentAt: true, runAt: true },
    },
  },
} satisfies Prisma.BookingInclude

export type DeskBooking = MadeBooking & Prisma.BookingGetPayload<{ include: typeof pageShape }>

/** The booking of that reference; 404 when there is none that the viewer may see. */
export async function getDeskBooking(viewer: Viewer, param: string | undefined): Promise<DeskBooking> {
  const row = await db.booking.findFirst({
    where: { reference: referenceFrom(param), AND: bookingScope(viewer) },
    include: pageShape,
  })
  if (!row || !isMade(row)) throw new Response(null, { status: 404 })
  return row
}

/** Whether the viewer may see the booking of that reference, if there is one. */
export async function isInScope(viewer: Viewer, reference: string): Promise<boolean> {
  const where = { reference, AND: bookingScope(viewer) }
  return (await db.booking.findFirst({ where, select: { id: true } })) !== null
}

/** What happened to it, newest first, as the lead's timeline keeps it. */
export function listEventsOf({ id, leadId }: DeskBooking) {
  return db.leadEvent.findMany({
    where: { leadId, detail: { path: ['bookingId'], equals: id } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, at: true, kind: true, detail: true, actor: { select: { name: true } } },
  })
}

/** The reference in `/staff/bookings/B-7K3QXMP`, in any case of letters; 404 when it is none. */
export function referenceFrom(param: string | undefined): string {
  if (!param || !/^b-[2-9a-z]{7}$/i.test(param)) throw new Response(null, { status: 404 })
  return param.toUpperCase()
}
