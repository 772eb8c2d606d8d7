/** What a lead is made of, for whoever takes some of it away: a page at a time, and everything of one sender as one choice. */
import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { SubmissionKind } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { writeCursor, type Cursor } from '../keyset.ts'

const { sql } = Prisma

const partsOnAPage = 10
const mostSenders = 10

const submissionNames: Record<SubmissionKind, string> = {
  requirement: 'Requirement',
  booking: 'Booking form',
  manual: 'Typed by staff',
  message: 'Message',
  import: 'Imported row',
}

type PartChoice = { value: string; label: string }
export type PartsPage = {
  /** What was ticked on other pages; it stays in sight. */
  ticked: PartChoice[]
  parts: PartChoice[]
  /** Of which everything may go at once; none when all came from one. */
  senders: PartChoice[]
  total: number
  /** Where those before these begin. */
  earlier: string | null
}

type Asked = { ticked: readonly string[]; after: Cursor | null }

/** The newest first; a consultation and the form that it was booked with are one. */
export async function listParts(
  leadId: string,
  { ticked, after }: Asked,
  viewer: Viewer,
): Promise<PartsPage> {
  const [rows, tickedRows, senders] = await Promise.all([
    readRows(leadId, after ? sql`(at, id) < (${after.at}, ${after.id}::uuid)` : sql`TRUE`, partsOnAPage + 1),
    readRows(leadId, sql`id = ANY (${[...ticked]}::uuid[])`, ticked.length),
    listSenders(leadId),
  ])
  const shown = rows.slice(0, partsOnAPage)
  const last = shown.at(-1)
  const elsewhere = tickedRows.filter(({ id }) => shown.every((row) => row.id !== id))
  const choice = (row: Row) => ({ value: row.id, label: sayPart(row, viewer) })
  return {
    ticked: elsewhere.map(choice),
    parts: shown.map(choice),
    senders: senders.length > 1 ? senders.slice(0, mostSenders).map(sayAll) : [],
    total: senders.reduce((sum, { count }) => sum + count, 0),
    earlier: rows.length > partsOnAPage && last ? writeCursor(last) : null,
  }
}

type Row = { id: string; at: Date; title: string } & (
  { kind: SubmissionKind; startsAt: null } | { kind: null; startsAt: Date }
)

/** `sender` is `''` for what staff typed without an address. */
function partsOf(leadId: string): Prisma.Sql {
  return sql`
    SELECT id, kind, title, created_at AS at, NULL AS starts_at, lower(email) AS sender
    FROM submission WHERE lead_id = ${leadId}::uuid AND NOT EXISTS (
      SELECT FROM booking WHERE lead_id = ${leadId}::uuid AND 'booking ' || booking.idempotency_key = submission.idempotency_key)
    UNION ALL
    SELECT id, NULL, reference || ' with ' || visitor_name, created_at, starts_at, lower(visitor_email)
    FROM booking WHERE lead_id = ${leadId}::uuid`
}

function readRows(leadId: string, condition: Prisma.Sql, most: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT id, kind, title, at, starts_at AS "startsAt" FROM (${partsOf(leadId)}) AS part
    WHERE ${condition} ORDER BY at DESC, id DESC LIMIT ${most}`
}

type Sender = { sender: string; newest: string; count: number }

/** Who sent most of it first. `newest` is one of their parts: by it they are named, and no address stands in the page's own. */
function listSenders(leadId: string): Promise<Sender[]> {
  return db.$queryRaw<Sender[]>`
    SELECT sender, (array_agg(id ORDER BY at DESC, id DESC))[1] AS newest, count(*)::int
    FROM (${partsOf(leadId)}) AS part GROUP BY sender ORDER BY count(*) DESC, sender`
}

function sayPart({ kind, title, at, startsAt }: Row, { timeZone }: Viewer): string {
  const name = kind === null ? `Consultation ${title}` : `${submissionNames[kind]}: ${title}`
  return `${name}, ${sayMoment(startsAt ?? at, timeZone)}`
}

function sayAll({ sender, newest, count }: Sender): PartChoice {
  return { value: newest, label: `${sender || 'Without an address'} (${count})` }
}
