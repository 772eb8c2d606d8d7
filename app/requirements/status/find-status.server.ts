import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { editedIn } from '../stored-answers.ts'

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

/** What came with it and after it from the same address: the files, and the request that was sent last, if it is not this one. */
export async function listSince(followed: Followed) {
  const { email, lead } = followed
  const [files, later] = await Promise.all([
    db.leadFile.findMany({
      where: { submission: { is: { leadId: lead.id, email, kind: 'requirement' } } },
      orderBy: { createdAt: 'asc' },
      select: { name: true },
    }),
    listLater(db, followed),
  ])
  return { files, newest: later.at(-1) ?? null, changedTo: lastChangeIn(later, followed.id) }
}

/** The answers that those of this request were changed to; null while they hold. */
export async function findLastChange(tx: Transaction, followed: Followed) {
  return lastChangeIn(await listLater(tx, followed), followed.id)
}

function listLater(reader: Reader, { id, email, createdAt, lead }: Followed) {
  return reader.submission.findMany({
    where: { leadId: lead.id, email, kind: 'requirement', id: { not: id }, createdAt: { gte: createdAt } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, publicId: true, linkVersion: true, payload: true },
  })
}

/** What was changed may have been changed again. */
function lastChangeIn(later: Awaited<ReturnType<typeof listLater>>, id: string) {
  const changes = new Set([id])
  for (const { id: laterId, payload } of later) {
    const edits = editedIn(payload)
    if (edits !== null && changes.has(edits)) changes.add(laterId)
  }
  return later.findLast((submission) => changes.has(submission.id)) ?? null
}
