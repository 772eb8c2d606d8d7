import { db } from '#app/db.server.ts'
import type { TimelineKind } from './timeline-kinds.ts'
import { eventKindsOf, showsLetters } from './timeline-kinds.ts'

const entriesOnAPage = 40

/**
 * One page of what happened on a lead, newest first: events, and letters where they went out or, until then, where they
 * were written. Two lists in one order, so both are read up to a page and cut where the page is full; entries of one
 * moment stay together. `before` is the moment that the next page begins below.
 */
export async function readTimeline(leadId: string, asked: { kind: TimelineKind; before: Date | null }) {
  const { kind, before } = asked
  const kinds = eventKindsOf(kind)
  const [events, letters] = await Promise.all([
    db.leadEvent.findMany({
      where: { leadId, ...(before && { at: { lt: before } }), ...(kinds && { kind: { in: kinds } }) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: entriesOnAPage + 1,
      select: { id: true, at: true, kind: true, detail: true, actor: { select: { name: true } } },
    }),
    showsLetters(kind) ? readLetters(leadId, before) : [],
  ])
  const moments = [...events.map(({ at }) => at), ...letters.map(momentOf)].sort(
    (a, b) => b.getTime() - a.getTime(),
  )
  const last = moments.length > entriesOnAPage ? moments[entriesOnAPage - 1] : undefined
  const isShown = (at: Date) => last === undefined || at >= last
  const shown = events.filter(({ at }) => isShown(at))
  return {
    events: shown,
    letters: letters.filter((letter) => isShown(momentOf(letter))),
    notes: await readNotes(shown),
    next: last ?? null,
  }
}

function momentOf({ sentAt, createdAt }: { sentAt: Date | null; createdAt: Date }): Date {
  return sentAt ?? createdAt
}

function readLetters(leadId: string, before: Date | null) {
  return db.letter.findMany({
    where: {
      leadId,
      ...(before && { OR: [{ sentAt: { lt: before } }, { sentAt: null, createdAt: { lt: before } }] }),
    },
    // Few letters belong to one lead; those planned for later stand where they were written.
    orderBy: [{ createdAt: 'desc' }, { runAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      ...{ id: true, kind: true, to: true, state: true, createdAt: true, sentAt: true, runAt: true },
      props: true,
    },
  })
}

async function readNotes(events: readonly { kind: string; detail: unknown }[]) {
  const ids = events.flatMap(({ kind, detail }) => {
    const id: unknown = kind === 'noted' ? Reflect.get(Object(detail), 'noteId') : null
    return typeof id === 'string' ? [id] : []
  })
  return ids.length === 0
    ? []
    : db.note.findMany({ where: { id: { in: ids } }, select: { id: true, body: true } })
}
