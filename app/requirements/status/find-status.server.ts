import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import type { Prisma } from '#app/prisma/client.ts'

const shape = {
  lead: {
    select: {
      id: true,
      status: true,
      events: { where: { actorId: { not: null } }, take: 1, select: { id: true } },
      bookings: {
        where: { status: { in: ['confirmed', 'attended'] } },
        orderBy: { startsAt: 'asc' },
        select: { status: true, startsAt: true, visitorTimeZone: true },
      },
    },
  },
} satisfies Prisma.SubmissionInclude
type Row = Prisma.SubmissionGetPayload<{ include: typeof shape }>

/** A request with what became of it. */
export type Followed = Row & { lead: NonNullable<Row['lead']> }

/** The request that a mailed link follows; unknown, revoked and forged links, and what is held, are all the same 404. */
export async function getFollowed(token: string): Promise<Followed> {
  const publicId = publicIdIn(token)
  const submission =
    publicId && (await db.submission.findUnique({ where: { publicId, kind: 'requirement' }, include: shape }))
  if (!submission || !verifyLink('status', token, submission) || !isFollowed(submission)) {
    throw new Response(null, { status: 404 })
  }
  return submission
}

function isFollowed(row: Row): row is Followed {
  return row.lead !== null && row.email !== ''
}
