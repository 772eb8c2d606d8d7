/** The filter in words: a chip for each thing that narrows the list. */
import { sayDayAndYear } from '#app/time/say.ts'
import { answerNames } from '../answer-kind.ts'
import { sourceNames } from '../lead-source.ts'
import { lostReasonNames, statusNames } from '../lead-status.ts'
import {
  narrowingSort,
  type FilterName,
  type LeadFilter,
  type Sort,
  type Span,
  type Column,
} from './filter.ts'

export const sortNames: Record<Sort, string> = {
  activity: 'Last activity',
  created: 'Newest',
  next: 'Next action',
  response: 'Answer due',
}

export const columnNames: Record<Column, string> = {
  status: 'Status',
  owner: 'Owner',
  next: 'Next',
  source: 'Source',
  stage: 'In stage',
  activity: 'Last activity',
  created: 'Received',
  consultation: 'Consultation',
}

export type Chip = { name: FilterName; term: string; value: string }

/** What stands for ids and slugs. */
export type Names = { owners: ReadonlyMap<string, string>; role: (slug: string) => string }

export function chipsOf(filter: LeadFilter, names: Names): Chip[] {
  const { q, status, owner, source, role, skill, tag, archived, created, activity, late, stale } = filter
  const owners = owner?.map((id) => ownerWords(id, names.owners))
  return [
    ...chip('q', 'Words', q ? [`“${q}”`] : undefined),
    ...chip('status', 'Status', statusWords(filter, status)),
    ...chip('owner', 'Owner', owners),
    ...chip(
      'source',
      'Source',
      source?.map((each) => sourceNames[each].toLowerCase()),
    ),
    ...chip(
      'role',
      'Role',
      role?.map((slug) => names.role(slug)),
    ),
    ...chip('skill', 'Skills', skill, ' and '),
    ...chip('tag', 'Tags', tag),
    ...chip('archived', archived === 'any' ? 'With' : 'Only', archived && ['the archive']),
    ...chip('created', 'Received', created && [spanWords(created)]),
    ...chip('activity', 'Last activity', activity && [spanWords(activity)]),
    ...chip('late', 'Overdue', late && [late === 'response' ? 'first response' : 'next action']),
    ...chip('stale', 'Quiet', stale && ['for too long']),
    ...measureChips(filter),
    ...sortChip(filter),
  ]
}

/** An order that leaves leads out says which it keeps. */
function sortChip(filter: LeadFilter): Chip[] {
  const sort = narrowingSort(filter)
  const kept = { next: 'those with a next action', response: 'those that wait for an answer' }
  return chip('sort', 'Only', sort !== null && [kept[sort]])
}

/** What a chart of the dashboard leads to. */
function measureChips({ reached, lost, answer }: LeadFilter): Chip[] {
  return [
    ...chip('reached', 'Came as far as', reached && [statusNames[reached].toLowerCase()]),
    ...chip(
      'lost',
      'Lost',
      lost?.map((reason) => lostReasonNames[reason].toLowerCase()),
    ),
    ...chip(
      'answer',
      'First answer',
      answer?.map((kind) => answerNames[kind].toLowerCase()),
    ),
  ]
}

function chip(
  name: FilterName,
  term: string,
  values: readonly string[] | undefined | false,
  or = ' or ',
): Chip[] {
  return values ? [{ name, term, value: values.join(or) }] : []
}

function statusWords({ q, archived }: LeadFilter, status: LeadFilter['status']): string[] | undefined {
  if (status === 'any' || (status === undefined && (q !== '' || archived))) return undefined
  if (status === 'open' || status === undefined) return ['open']
  return status.map((each) => statusNames[each].toLowerCase())
}

function ownerWords(id: string, owners: ReadonlyMap<string, string>): string {
  if (id === 'me') return 'me'
  return id === 'unassigned' ? 'nobody' : (owners.get(id) ?? 'somebody who left')
}

function spanWords(span: Span): string {
  if ('days' in span) return span.days === 1 ? 'today' : `in the last ${span.days} days`
  const { from, until } = span
  if (from && until) return `${sayDayAndYear(from)} to ${sayDayAndYear(until)}`
  return from ? `since ${sayDayAndYear(from)}` : until ? `until ${sayDayAndYear(until)}` : ''
}
