import { createHash } from 'node:crypto'
import { subDays } from 'date-fns'
import { hostMeeting } from '#app/booking/letters/booking-meeting.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import type { Host } from '#app/prisma/client.ts'
import { site } from '#app/site.ts'
import { makeBookingsCalendar, type ListedMeeting } from './bookings-calendar.ts'

/** Far enough back to find last quarter's meeting, and to take out a cancelled one wherever it was subscribed to. */
const daysBack = { held: 90, cancelled: 28 }
const mostBookings = 2000

/** The host whose secret address this is; unknown, revoked and forged ones all throw the same 404. */
export async function getHostByFeedToken(token: string): Promise<Host> {
  const publicId = publicIdIn(token)
  const host = publicId && (await db.host.findUnique({ where: { publicId } }))
  if (!host || !verifyLink('feed', token, { publicId: host.publicId, linkVersion: host.feedVersion })) {
    throw new Response(null, { status: 404 })
  }
  return host
}

/** The host's bookings as a calendar file, and a tag that is the same as long as the file is. */
export async function hostFeed(host: Host, now: Date): Promise<{ content: string; etag: string }> {
  const bookings = await findListedBookings(host, now)
  const content = makeBookingsCalendar({
    company: site.name,
    name: `${host.name}, ${site.name}`,
    meetings: bookings.map(listedMeeting),
  })
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22)
  return { content, etag: `"${hash}"` }
}

/** Never a reservation: nobody has booked that yet. */
async function findListedBookings(host: Host, now: Date): Promise<MadeBooking[]> {
  const rows = await db.booking.findMany({
    where: {
      hostId: host.id,
      OR: [
        {
          status: { in: ['confirmed', 'attended', 'no_show'] },
          startsAt: { gte: subDays(now, daysBack.held) },
        },
        { status: 'cancelled', cancelledAt: { gte: subDays(now, daysBack.cancelled) } },
      ],
    },
    include: madeBooking,
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: mostBookings,
  })
  return rows.map(asMade)
}

function listedMeeting(booking: MadeBooking): ListedMeeting {
  const { title, details, location } = hostMeeting(booking)
  return {
    uid: booking.icsUid,
    sequence: booking.sequence,
    isCancelled: booking.status === 'cancelled',
    stamp: booking.cancelledAt ?? booking.createdAt,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    summary: title,
    description: details,
    location,
  }
}
