/** Changes to many leads in words. */
import { count } from '#app/time/say-duration.ts'
import { lostReasonNames, statusNames } from '../lead-status.ts'
import type { BulkAct, BulkRefusal, UndoRefusal } from './bulk-act.ts'

/** After a number: "3 stay as they are: …". */
export const whyNotWords: Record<BulkRefusal | UndoRefusal, string> = {
  'same-status': 'they have this status already',
  'may-not-reopen': 'only a manager can open a closed lead again',
  'needs-event': 'only a logged call or a letter makes a new lead contacted',
  'needs-lost-reason': 'a reason is missing',
  'needs-lost-note': 'a note on the other reason is missing',
  'needs-reopen-note': 'a note on why they are opened again is missing',
  'may-not-reassign': 'they belong to a colleague, and you can give away only your own',
  'same-owner': 'they belong to them already',
  'has-tag': 'they have this tag already',
  'has-no-tag': 'they do not have this tag',
  'too-many-tags': 'they have as many tags as fit',
  'not-closed': 'they are open, and only closed leads go into the archive',
  archived: 'they are in the archive already',
  'not-archived': 'they are not in the archive',
  gone: 'they are gone, or out of your reach by now',
  'changed-since': 'somebody changed them since',
  'owner-left': 'whoever had them before cannot hold leads any more',
}

export function whyNotInWords(reason: string): string {
  return (whyNotWords as Record<string, string>)[reason] ?? reason
}

/** `'Give to Cora'`, `'Move to Lost (budget or rate too high)'`: what is done, without how many. */
export function sayAct(act: BulkAct, ownerName: (id: string) => string): string {
  switch (act.act) {
    case 'owner':
      return act.owner === '' ? 'Owned by nobody' : `Give to ${ownerName(act.owner)}`
    case 'status': {
      const reason = act.lostReason ? ` (${lostReasonNames[act.lostReason].toLowerCase()})` : ''
      return `Move to ${statusNames[act.to]}${reason}`
    }
    case 'tag':
      return `Add the tag “${act.tag}”`
    case 'untag':
      return `Take away the tag “${act.tag}”`
    case 'archive':
      return 'Put into the archive'
    case 'unarchive':
      return 'Take out of the archive'
    default:
      return act satisfies never
  }
}

/** `'1 lead'`, `'12,345 leads'`. */
export function sayLeads(number: number): string {
  return number === 1 ? count(1, 'lead') : `${number.toLocaleString('en-GB')} leads`
}
