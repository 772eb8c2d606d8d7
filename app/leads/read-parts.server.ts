import { db } from '#app/db.server.ts'
import { isAfter, writeCursor, type Cursor } from './keyset.ts'
import type { LeadPart, PagesOfPart, Turned } from './lead-part.ts'

export const rowsOfAPart = 10

/** Which submission one changes, by what it says. */
type EditedIn = (payload: unknown) => string | null

/** What a lead consists of, as its page shows it: so many of each part, the newest first. */
export async function readParts(leadId: string, turned: Turned, editedIn: EditedIn) {
  const created = (part: LeadPart) => ({
    where: { leadId, ...(turned?.part === part && isAfter(turned.after)) },
    orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
    take: rowsOfAPart + 1,
  })
  const [requirements, files, bookings, submissions, counts] = await Promise.all([
    db.requirement.findMany({ ...created('requirements'), include: requirementShape }),
    db.leadFile.findMany({
      ...created('files'),
      select: { id: true, name: true, size: true, createdAt: true },
    }),
    readBookings(leadId, turned?.part === 'bookings' ? turned.after : null),
    db.submission.findMany({
      ...created('submissions'),
      select: { id: true, kind: true, payload: true, createdAt: true, noticeVersion: true },
    }),
    countParts(leadId),
  ])
  const page = <Row extends { id: string }>(part: LeadPart, found: Row[], momentOf: (row: Row) => Date) => {
    const rows = found.slice(0, rowsOfAPart)
    const last = rows.at(-1)
    const pages: PagesOfPart = {
      ...{ count: counts[part], shown: rows.length, isOlder: turned?.part === part },
      older: last && found.length > rows.length ? writeCursor({ at: momentOf(last), id: last.id }) : null,
    }
    return { rows, pages }
  }
  const required = page('requirements', requirements, ({ createdAt }) => createdAt)
  return {
    requirements: { ...required, edited: await readEdited(leadId, required.rows, editedIn) },
    files: page('files', files, ({ createdAt }) => createdAt),
    bookings: page('bookings', bookings, ({ startsAt }) => startsAt),
    submissions: page('submissions', submissions, ({ createdAt }) => createdAt),
  }
}

const requirementShape = {
  roles: { orderBy: { position: 'asc' as const } },
  submission: { select: { payload: true } },
}

function readBookings(leadId: string, after: Cursor | null) {
  return db.booking.findMany({
    where: {
      leadId,
      ...(after && {
        OR: [{ startsAt: { lt: after.at } }, { startsAt: after.at, id: { lt: after.id } }],
      }),
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: rowsOfAPart + 1,
    select: {
      ...{ id: true, reference: true, status: true, startsAt: true, visitorTimeZone: true },
      ...{ location: true, message: true, answers: true, phone: true },
      host: { select: { name: true } },
    },
  })
}

export async function countParts(leadId: string): Promise<Record<LeadPart, number>> {
  const where = { leadId }
  const [requirements, files, bookings, submissions] = await Promise.all([
    db.requirement.count({ where }),
    db.leadFile.count({ where }),
    db.booking.count({ where }),
    db.submission.count({ where }),
  ])
  return { requirements, files, bookings, submissions }
}

type Required = { submissionId: string | null; submission: { payload: unknown } | null }

/** Those that the shown ones change, where they stand further down; one that was split off is another lead's. */
async function readEdited(leadId: string, shown: readonly Required[], editedIn: EditedIn) {
  const seen = shown.map(({ submissionId }) => submissionId)
  const edited = shown.flatMap(({ submission }) => editedIn(submission?.payload) ?? [])
  const missing = edited.filter((id) => !seen.includes(id))
  if (missing.length === 0) return []
  return db.requirement.findMany({
    where: { leadId, submissionId: { in: missing } },
    include: requirementShape,
  })
}
