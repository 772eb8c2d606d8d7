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

/** What came with it and after it from the same address: the files, and the answers that were sent last, if these are not. */
export async function listSince({ id, email, createdAt, lead }: Followed) {
  const ofThem = { leadId: lead.id, email, kind: 'requirement' as const }
  const [files, newest] = await Promise.all([
    db.leadFile.findMany({
      where: { submission: { is: ofThem } },
      orderBy: { createdAt: 'asc' },
      select: { name: true },
    }),
    db.submission.findFirst({
      where: { ...ofThem, id: { not: id }, createdAt: { gt: createdAt } },
      orderBy: { createdAt: 'desc' },
      select: { publicId: true, linkVersion: true, createdAt: true },
    }),
  ])
  return { files, newest }
}
