/** What is shown before two leads are made one: where they differ, which of both is proposed, and what moves. */
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { isLive } from '../scope.server.ts'
import { normalised } from '../search-text.ts'
import { isClosed, leadStatuses, lostReasonNames, statusNames } from '../lead-status.ts'
import {
  fieldsOf,
  mergeFieldNames,
  mergeKinds,
  type MergeField,
  type MergeKind,
  type Side,
} from './merge-choices.ts'
import { seenOf, whyNotMerge, type MergeSide, type Pair } from './pair.server.ts'

export async function showMerge(viewer: Viewer, pair: Pair, asked: MergeKind | null) {
  const { kept, other } = pair
  const isOnePerson = kept.personId === other.personId
  const kind = isOnePerson ? 'leads' : (asked ?? likelyKind(pair))
  const fields = fieldsOf(kind).map((field) => compare(field, pair))
  return {
    kind,
    kinds: isOnePerson ? [] : [...mergeKinds],
    seen: seenOf(pair),
    refused: await whyNotMerge(db, viewer, pair, kind),
    kept: describeSide(kept, viewer),
    other: describeSide(other, viewer),
    differing: fields.filter((field) => field.kept !== field.other),
    same: fields.filter((field) => field.kept === field.other && field.kept !== ''),
    moves: await countMoves(pair, kind),
  }
}

/** The same name is likely one person with two addresses; two names at one company are colleagues with one need. */
function likelyKind({ kept, other }: Pair): MergeKind {
  const isNamesake = normalised(kept.person.name) === normalised(other.person.name)
  return !isNamesake && kept.companyId !== null && kept.companyId === other.companyId ? 'leads' : 'both'
}

function describeSide({ ref, title, person, company, createdAt }: MergeSide, viewer: Viewer) {
  return {
    ref,
    title,
    who: [person.name, company?.name].filter(Boolean).join(', '),
    emails: person.emails.map(({ email }) => email),
    received: sayMoment(createdAt, viewer.timeZone),
  }
}

function compare(field: MergeField, { kept, other }: Pair) {
  const values = { kept: valueOf(field, kept), other: valueOf(field, other) }
  return {
    field,
    label: mergeFieldNames[field],
    ...values,
    proposed: propose(field, { kept, other }, values),
  }
}

/** What is filled in wins over what is not; of two statuses the one further on; else the lead that is kept. */
function propose(field: MergeField, { kept, other }: Pair, values: Record<Side, string>): Side {
  if (field === 'status') {
    if (isClosed(kept.status) !== isClosed(other.status)) return isClosed(kept.status) ? 'other' : 'kept'
    return leadStatuses.indexOf(other.status) > leadStatuses.indexOf(kept.status) ? 'other' : 'kept'
  }
  return values.kept === '' || (field === 'owner' && kept.ownerId === null) ? 'other' : 'kept'
}

function valueOf(
  field: MergeField,
  { title, status, lostReason, lostNote, owner, company, person }: MergeSide,
): string {
  switch (field) {
    case 'title':
      return title
    case 'status':
      return [statusNames[status], lostReason && lostReasonNames[lostReason], lostNote]
        .filter(Boolean)
        .join(', ')
    case 'owner':
      return owner?.name ?? 'Nobody'
    case 'leadCompany':
      return company?.name ?? ''
    case 'name':
      return person.name
    case 'email':
      return person.emails[0]?.email ?? ''
    case 'phone':
      return person.phone
    case 'timeZone':
      return person.timeZone ?? ''
    case 'personCompany':
      return person.company?.name ?? ''
    default:
      return field satisfies never
  }
}

type Move = { count: number; one: string; many: string }

async function countMoves({ kept, other }: Pair, kind: MergeKind): Promise<Move[]> {
  const moves = [
    ...(kind === 'people' ? [] : await movesOfLead(other.id)),
    ...(kind === 'leads' || kept.personId === other.personId ? [] : await movesOfPerson(other, kind)),
  ]
  return moves.filter(({ count }) => count > 0)
}

async function movesOfLead(leadId: string): Promise<Move[]> {
  const where = { leadId }
  const [bookings, requirements, submissions, letters, files, tasks, notes, events] = await Promise.all([
    db.booking.count({ where }),
    db.requirement.count({ where }),
    db.submission.count({ where }),
    db.letter.count({ where }),
    db.leadFile.count({ where }),
    db.task.count({ where }),
    db.note.count({ where }),
    db.leadEvent.count({ where }),
  ])
  return [
    { count: bookings, one: 'consultation', many: 'consultations' },
    { count: requirements, one: 'requirement', many: 'requirements' },
    { count: submissions, one: 'form as it came in', many: 'forms as they came in' },
    { count: letters, one: 'letter', many: 'letters' },
    { count: files, one: 'file', many: 'files' },
    { count: tasks, one: 'task', many: 'tasks' },
    { count: notes, one: 'note', many: 'notes' },
    { count: events, one: 'line of the timeline', many: 'lines of the timeline' },
  ]
}

async function movesOfPerson({ id, personId, person }: MergeSide, kind: MergeKind): Promise<Move[]> {
  const besides = kind === 'both' ? { id: { not: id } } : {}
  const leads = await db.lead.count({ where: { personId, ...isLive, ...besides } })
  return [
    { count: person.emails.length, one: 'e-mail address', many: 'e-mail addresses' },
    { count: leads, one: 'lead of this person', many: 'leads of this person' },
  ]
}
