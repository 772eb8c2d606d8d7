import { db } from '#app/db.server.ts'
import type { SubmissionKind } from '#app/prisma/enums.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'

const submissionNames: Record<SubmissionKind, string> = {
  requirement: 'Requirement',
  booking: 'Booking form',
  manual: 'Typed by staff',
  message: 'Message',
  import: 'Imported row',
}

/** What a lead is made of, each a choice of a list, the newest first. */
export async function listParts(leadId: string, zone: TimeZone): Promise<{ value: string; label: string }[]> {
  const [submissions, bookings] = await Promise.all([
    db.submission.findMany({
      where: { leadId },
      orderBy: { createdAt: 'desc' },
      select: { id: true, kind: true, title: true, createdAt: true, idempotencyKey: true },
    }),
    db.booking.findMany({
      where: { leadId },
      orderBy: { startsAt: 'desc' },
      select: { id: true, reference: true, visitorName: true, startsAt: true, idempotencyKey: true },
    }),
  ])
  const booked = new Set(bookings.map(({ idempotencyKey }) => `booking ${idempotencyKey}`))
  return [
    ...submissions
      .filter(({ idempotencyKey }) => !booked.has(idempotencyKey))
      .map(({ id, kind, title, createdAt }) => ({
        value: id,
        label: `${submissionNames[kind]}: ${title}, ${sayMoment(createdAt, zone)}`,
      })),
    ...bookings.map(({ id, reference, visitorName, startsAt }) => ({
      value: id,
      label: `Consultation ${reference} with ${visitorName}, ${sayMoment(startsAt, zone)}`,
    })),
  ]
}
