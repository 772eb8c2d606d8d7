import { db } from '#app/db.server.ts'
import { Prisma, type Letter } from '#app/prisma/client.ts'
import type { TimelineKind } from './timeline-kinds.ts'
import { eventKindsOf, showsLetters } from './timeline-kinds.ts'
import type { TimelinePlace } from './timeline-place.ts'

const { sql } = Prisma
const entriesOnAPage = 40

type Asked = { kind: TimelineKind; before: TimelinePlace | null }

/**
 * One page of what happened on a lead, newest first: events, and letters where they went out or, until then, where they
 * were written. Two lists in one order, so both are read up to a page and cut where the page is full. `before` is the
 * entry that the page before ended with.
 */
export async function readTimeline(leadId: string, { kind, before }: Asked) {
  const [events, letters] = await Promise.all([
    readEvents(leadId, kind, before),
    showsLetters(kind) ? readLetters(leadId, before) : [],
  ])
  // Sorting keeps the order of equals: of one moment events stand above letters.
  const entries = [
    ...events.map((event) => ({ at: event.at, event })),
    ...letters.map((letter) => ({ at: letter.sentAt ?? letter.createdAt, letter })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  const page = entries.slice(0, entriesOnAPage)
  const last = page.at(-1)
  const shown = page.flatMap((entry) => ('event' in entry ? [entry.event] : []))
  return {
    events: shown,
    letters: inTheOrderOfGoingOut(page.flatMap((entry) => ('letter' in entry ? [entry.letter] : []))),
    ...(await readWords(shown)),
    next: last && entries.length > page.length ? placeOf(last) : null,
  }
}

type Entry = { at: Date } & ({ event: { id: bigint } } | { letter: { id: string } })

function placeOf(entry: Entry): TimelinePlace {
  const { at } = entry
  return 'event' in entry ? { at, event: entry.event.id } : { at, letter: entry.letter.id }
}

function readEvents(leadId: string, kind: TimelineKind, before: TimelinePlace | null) {
  const kinds = eventKindsOf(kind)
  return db.leadEvent.findMany({
    where: { leadId, ...(kinds && { kind: { in: kinds } }), ...(before && eventsBelow(before)) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: entriesOnAPage + 1,
    select: { id: true, at: true, kind: true, detail: true, actor: { select: { name: true } } },
  })
}

/** The first clause says nothing new, but turns the second from a filter into a range of the index. */
function eventsBelow(place: TimelinePlace): Prisma.LeadEventWhereInput {
  const { at } = place
  if ('letter' in place) return { at: { lt: at } }
  return { AND: [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { at, id: { lt: place.event } }] }] }
}

type ShownLetter = Pick<Letter, 'id' | 'kind' | 'to' | 'state' | 'createdAt' | 'sentAt' | 'runAt' | 'props'>

function readLetters(leadId: string, before: TimelinePlace | null) {
  return db.$queryRaw<ShownLetter[]>`
    SELECT id, kind, "to", state, created_at AS "createdAt", sent_at AS "sentAt", run_at AS "runAt",
      CASE WHEN kind = 'lead-message' THEN props END AS props
    FROM letter
    WHERE lead_id = ${leadId}::uuid AND ${before ? lettersBelow(before) : sql`TRUE`}
    ORDER BY coalesce(sent_at, created_at) DESC, id DESC LIMIT ${entriesOnAPage + 1}`
}

function lettersBelow(place: TimelinePlace): Prisma.Sql {
  if ('event' in place) return sql`coalesce(sent_at, created_at) <= ${place.at}`
  return sql`(coalesce(sent_at, created_at), id) < (${place.at}, ${place.letter}::uuid)`
}

/** Those written at once stand in the order in which they go out. */
function inTheOrderOfGoingOut(letters: readonly ShownLetter[]): ShownLetter[] {
  return letters.toSorted((a, b) => b.runAt.getTime() - a.runAt.getTime())
}

/** What the events name and do not hold. */
async function readWords(events: readonly { kind: string; detail: unknown }[]) {
  const named = (kind: string, name: string) =>
    events.flatMap((event) => {
      const id: unknown = event.kind === kind ? Reflect.get(Object(event.detail), name) : null
      return typeof id === 'string' ? [id] : []
    })
  const [noteIds, taskIds] = [named('noted', 'noteId'), named('task', 'taskId')]
  const [notes, tasks] = await Promise.all([
    noteIds.length === 0
      ? []
      : db.note.findMany({ where: { id: { in: noteIds } }, select: { id: true, body: true } }),
    taskIds.length === 0
      ? []
      : db.task.findMany({ where: { id: { in: taskIds } }, select: { id: true, title: true } }),
  ])
  return { notes, tasks }
}
