/**
 * A lead's history, newest day first: what happened (events), what was written down (notes) and the letters with their
 * real state. Everything comes in as stored and goes out in words, times in the reader's zone.
 */
import { z } from 'zod'
import { letterName, letterStateWords } from '#app/mail/letter-state.ts'
import type { LetterState } from '#app/prisma/enums.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayClearTime, sayDate, sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { leadEventSchema, type LeadEventEntry } from './lead-event.ts'
import { lostReasonNames, statusNames } from './lead-status.ts'
import { personField } from './lead-view.ts'

type StoredEvent = { id: bigint; at: Date; kind: string; detail: unknown; actor: { name: string } | null }
type StoredLetter = {
  id: string
  kind: string
  to: string
  state: LetterState
  createdAt: Date
  runAt: Date
  sentAt: Date | null
  /** As its kind has them; of an erased one nothing is left. */
  props: unknown
}
type StoredNote = { id: string; body: string }
type StoredTask = { id: string; title: string }

export type TimelineTone = 'soft' | 'signal' | 'alert'
export type HistoryEntry = {
  key: string
  iso: string
  time: string
  title: string
  by: string | null
  /** As typed by a person. */
  words: string | null
  tone: TimelineTone
  /** `goesOut`: when a letter that is planned for later will go out. */
  letter: { id: string; state: LetterState; goesOut: string | null } | null
}
export type HistoryDay = { date: string; heading: string; entries: HistoryEntry[] }

type History = {
  events: readonly StoredEvent[]
  notes: readonly StoredNote[]
  tasks: readonly StoredTask[]
  letters: readonly StoredLetter[]
}

export function historyOf(stored: History, zone: TimeZone, now: Date): HistoryDay[] {
  const kept: Kept = {
    notes: new Map(stored.notes.map(({ id, body }) => [id, body])),
    tasks: new Map(stored.tasks.map(({ id, title }) => [id, title])),
  }
  const moments = [
    ...stored.events.map((event) => ({ at: event.at, entry: eventEntry(event, kept, zone) })),
    ...stored.letters.map((letter) => ({ at: momentOf(letter), entry: letterEntry(letter, zone, now) })),
  ]
  // Sorting keeps the order of equals, so of one moment the later event stays above the earlier one.
  return inDays(
    moments.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    zone,
    now,
  )
}

function inDays(
  moments: readonly { at: Date; entry: HistoryEntry }[],
  zone: TimeZone,
  now: Date,
): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const { at, entry } of moments) {
    const date = dateIn(at, zone)
    const today = days.at(-1)
    if (today?.date === date) today.entries.push(entry)
    else days.push({ date, heading: sayDate(at, zone, now), entries: [entry] })
  }
  return days
}

/** Words that stand elsewhere, by the ids that events name. */
type Kept = { notes: Map<string, string>; tasks: Map<string, string> }

function eventEntry(stored: StoredEvent, kept: Kept, zone: TimeZone): HistoryEntry {
  const event = leadEventSchema.parse({ ...Object(stored.detail), kind: stored.kind })
  return {
    key: `event-${stored.id}`,
    iso: stored.at.toISOString(),
    time: sayClearTime(stored.at, zone),
    by: stored.actor?.name ?? null,
    letter: null,
    tone: 'soft',
    words: null,
    ...sayEvent(event, kept, zone),
  }
}

type Said = Pick<HistoryEntry, 'title'> & Partial<Pick<HistoryEntry, 'words' | 'tone'>>

function sayEvent(event: LeadEventEntry, { notes, tasks }: Kept, zone: TimeZone): Said {
  const at = (iso: string) => sayMoment(new Date(iso), zone)
  switch (event.kind) {
    case 'submitted':
      return { title: `${arrivals[event.submission]}: ${event.title}`, tone: 'signal' }
    case 'booked':
      return { title: `Consultation ${event.reference} booked for ${at(event.startsAt)}`, tone: 'signal' }
    case 'rescheduled':
      return {
        title: `Consultation ${event.reference} moved by ${movers[event.by]} from ${at(event.from)} to ${at(event.to)}`,
      }
    case 'cancelled':
      return {
        title: `Consultation ${event.reference} on ${at(event.startsAt)} cancelled by ${movers[event.by]}`,
        words: event.reason || null,
        tone: 'alert',
      }
    case 'reassigned':
      return {
        title: `Consultation ${event.reference} on ${at(event.startsAt)} given to ${event.to}, before with ${event.from}`,
      }
    case 'reopened':
      return {
        title: `Consultation ${event.reference} on ${at(event.startsAt)} opened again`,
        tone: 'signal',
      }
    case 'marked':
      return {
        title: `Consultation ${event.reference} on ${at(event.startsAt)}: ${marks[event.as].words}`,
        tone: marks[event.as].tone,
      }
    case 'address-corrected':
      return {
        title: `E-mail address of ${event.reference} corrected by the visitor`,
        words: `${event.from} → ${event.to}`,
      }
    case 'guests-changed':
      return { title: `Guests of ${event.reference} changed by the visitor: ${event.guests} invited` }
    case 'status':
      return sayStatusChange(event)
    case 'visitor-noted':
      return { title: 'Added by the visitor', words: event.words, tone: 'signal' }
    case 'visitor-attached':
      return { title: 'File attached by the visitor', words: event.name, tone: 'signal' }
    case 'withdrawn':
      return { title: 'Withdrawn by the visitor', words: event.reason || null, tone: 'alert' }
    case 'erased':
      return { title: 'The person had all their data erased' }
    case 'released':
      return { title: 'Released: it had been held because it looked like abuse' }
    case 'called':
      return { title: 'Call logged', words: event.words }
    case 'noted':
      return { title: 'Note', words: notes.get(event.noteId) ?? null }
    case 'task': {
      const { what, assignee, dueAt } = event
      const planned = [assignee && `For ${assignee}`, dueAt && `due ${at(dueAt)}`].filter(Boolean)
      return {
        title: `${tasksSaid[what]}: ${tasks.get(event.taskId) ?? 'a task that is gone'}`,
        words: planned.join(', ') || null,
      }
    }
    case 'suggested':
      return { title: `A form says another ${personField(event.field)}`, words: event.value }
    case 'edited':
      return {
        title: `Changed ${event.changes.map(({ field }) => personField(field)).join(', ')}`,
        words: event.changes.map(({ from, to }) => `${from || '(empty)'} → ${to || '(empty)'}`).join('\n'),
      }
    case 'merged':
      return {
        title: merges[event.what](event.lead),
        tone: 'signal',
      }
    case 'split':
      return { title: `A part became L-${event.lead}`, tone: 'signal' }
    case 'split-from':
      return { title: `Split off from L-${event.lead}`, tone: 'signal' }
    case 'deleted':
      return { title: 'Deleted', tone: 'alert' }
    case 'restored':
      return {
        title: event.by === 'staff' ? 'Restored' : 'Restored, because the visitor went on with it',
        tone: 'signal',
      }
    case 'tagged':
      return { title: sayTags(event) }
    case 'archived':
      return { title: event.archived ? 'Put into the archive' : 'Taken out of the archive' }
    case 'decided':
      return {
        title: `Another ${personField(event.field)} from a form ${event.accepted ? 'accepted' : 'declined'}`,
        words: event.value,
      }
    case 'owner':
      return {
        title: event.to ? `Given to ${event.to}` : 'Owned by nobody',
        words: event.from ? `Before: ${event.from}` : null,
      }
    default:
      return event satisfies never
  }
}

function sayTags({ added, removed }: { added: string[]; removed: string[] }): string {
  const words = [
    ...added.map((tag) => `tag “${tag}” added`),
    ...removed.map((tag) => `tag “${tag}” taken away`),
  ].join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const tasksSaid = {
  added: 'Task added',
  changed: 'Task changed',
  done: 'Task done',
  undone: 'Task not done after all',
}

const movers = { visitor: 'the visitor', staff: 'staff' }

const marks = {
  attended: { words: 'the visitor came', tone: 'signal' },
  no_show: { words: 'the visitor did not come', tone: 'alert' },
} as const

const merges = {
  both: (ref: number) => `L-${ref} and its person merged into this lead`,
  leads: (ref: number) => `L-${ref} merged into this lead`,
  people: (ref: number) => `The person of L-${ref} merged into this one`,
}

const arrivals = {
  requirement: 'Requirement received',
  booking: 'Consultation asked for',
  manual: 'Added by hand',
  message: 'Message received',
  import: 'Imported',
}

const reasonsToMove = {
  chosen: '',
  called: ', after a call',
  attended: ', after the consultation',
  mailed: ', after our letter',
  undone: ', undone',
}

function sayStatusChange(event: Extract<LeadEventEntry, { kind: 'status' }>): Said {
  const reason = event.lostReason ? ` (${nameIn(lostReasonNames, event.lostReason).toLowerCase()})` : ''
  const because = reasonsToMove[event.because]
  return {
    title: `${nameIn(statusNames, event.from)} → ${nameIn(statusNames, event.to)}${reason}${because}`,
    words: event.note ?? null,
    tone: event.to === 'lost' || event.to === 'spam' ? 'alert' : 'signal',
  }
}

/** History keeps codes that later lists may no longer have. */
function nameIn(names: Record<string, string>, code: string): string {
  return names[code] ?? code
}

/** A letter stands where it went out; until then, where it was written. */
function momentOf({ sentAt, createdAt }: StoredLetter): Date {
  return sentAt ?? createdAt
}

/** What a member of staff wrote by hand; the others are known by their kind. */
const writtenSchema = z.object({ subject: z.string(), body: z.string(), sender: z.string() })
/** As much as tells what it was about; the letter's own page has the rest. */
const mostWords = 400

function letterEntry(letter: StoredLetter, zone: TimeZone, now: Date): HistoryEntry {
  const { id, kind, to, state, runAt, props } = letter
  const written = kind === 'lead-message' ? (writtenSchema.safeParse(props).data ?? null) : null
  const isPlanned = (state === 'queued' || state === 'retry') && runAt > now
  return {
    key: `letter-${id}`,
    iso: momentOf(letter).toISOString(),
    time: sayClearTime(momentOf(letter), zone),
    title: `Letter to ${to}: ${written?.subject ?? letterName(kind)}`,
    by: written?.sender ?? null,
    words: written && shortened(written.body),
    tone: letterStateWords[state].tone === 'alert' ? 'alert' : 'soft',
    letter: {
      id,
      state,
      goesOut: isPlanned ? `${sayDate(runAt, zone, now)}, ${sayClearTime(runAt, zone)}` : null,
    },
  }
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > mostWords ? `${characters.slice(0, mostWords).join('')} …` : text
}
