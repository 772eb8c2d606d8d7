/**
 * The one filter of the list, the board and every link to them, as the address bar says it:
 * `?status=new,contacted&owner=me&role=backend-developer&created=30d&q=acme`. Values such as `me`, `open` and `30d` are
 * kept as words, so a link means the right thing to each reader on each day. What is unknown or malformed is ignored, so
 * an old link still shows a list.
 */
import { z } from 'zod'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { isCalendarDate } from '#app/time/calendar-dates.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { answerKinds } from '../answer-kind.ts'
import { cursorSchema, writeCursor } from '../keyset.ts'
import { leadSources } from '../lead-source.ts'
import { furthestStatuses, leadStatuses, lostReasons, openStatuses } from '../lead-status.ts'
import { searchedWords } from '../search-words.ts'
import { tagName } from '../tags.ts'

export const sorts = ['activity', 'created', 'next', 'response'] as const
export type Sort = (typeof sorts)[number]

/** What is late: nobody answered in time, or the next action's time is over. */
export const lateKinds = ['response', 'action'] as const

/** Of the list; who it is and what it is about are always shown. */
export const columns = [
  'status',
  'owner',
  'next',
  'source',
  'stage',
  'activity',
  'created',
  'consultation',
] as const
export type Column = (typeof columns)[number]
export const usualColumns: readonly Column[] = ['status', 'owner', 'next']

/** The last so many days, today included; or from and until a date, both included and either left open. */
export type Span = { days: number } | { from: CalendarDate | null; until: CalendarDate | null }
const mostValues = 20

/** `a,b,c`: those that are known, once each; undefined when none is. */
function listOf<Value extends string>(one: z.ZodType<Value>) {
  return z
    .string()
    .transform((text) => {
      const values = text.split(',').flatMap((part) => {
        const read = one.safeParse(part)
        return read.success ? [read.data] : []
      })
      return values.length > 0 ? [...new Set(values)].slice(0, mostValues) : undefined
    })
    .optional()
}

const spanSchema = z.string().transform(readSpan).optional()

/** Several requirements' skills have these signs: "c++", "node.js", ".net". */
const skill = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .refine((text) => text !== '' && text.length <= 60 && !/\p{C}/u.test(text))

const leadFilterSchema = z.object({
  q: searchedWords,
  /**
   * `open` and `any` beside the names; without it the list shows open leads and a search looks through all. The form sends
   * `any` before the names that are ticked: with none of them it stays, as the one that says so.
   */
  status: z.union([z.enum(['open', 'any']), listOf(z.enum(leadStatuses))]).optional(),
  owner: listOf(z.string().regex(/^[A-Za-z0-9-]{1,40}$/)),
  source: listOf(z.enum(leadSources)),
  role: listOf(z.string().regex(/^[a-z0-9-]{1,60}$/)),
  skill: listOf(skill),
  tag: listOf(tagName),
  /** The archive alone, or with the others; without it that is left out. */
  archived: z.enum(['1', 'any']).optional().catch(undefined),
  created: spanSchema,
  activity: spanSchema,
  late: z.enum(lateKinds).optional().catch(undefined),
  stale: z.literal('1').optional().catch(undefined),
  /** That far or further, wherever it stands now. */
  reached: z.enum(furthestStatuses).optional().catch(undefined),
  lost: listOf(z.enum(lostReasons)),
  answer: listOf(z.enum(answerKinds)),
  sort: z.enum(sorts).optional().catch(undefined),
  columns: listOf(z.enum(columns)),
  after: cursorSchema.optional().catch(undefined),
})

export type LeadFilter = z.output<typeof leadFilterSchema>
export type FilterName = Exclude<keyof LeadFilter, 'columns' | 'after'>

export const filterNames = leadFilterSchema.keyof().options

export function readLeadFilter(query: URLSearchParams): LeadFilter {
  // A form sends a name once for each box that is ticked; an address joins them.
  const given = filterNames.map((name) => [name, query.getAll(name).filter(Boolean).join(',') || undefined])
  const filter = leadFilterSchema.parse({
    ...Object.fromEntries(given),
    q: query.get('q') ?? '',
    ...datesTyped(query, 'created'),
    ...datesTyped(query, 'activity'),
  })
  return { ...filter, status: shortest(filter) }
}

/** Every open status is `open`, and `open` is what a list shows unasked: what means the same is written the same. */
function shortest({ status, q, archived }: LeadFilter): LeadFilter['status'] {
  const isOpen = status === 'open' || (Array.isArray(status) && sameSet(status, openStatuses))
  if (!isOpen) return status
  return q === '' && !archived ? undefined : 'open'
}

function sameSet(some: readonly LeadStatus[], others: readonly LeadStatus[]): boolean {
  return some.length === others.length && others.every((each) => some.includes(each))
}

/** A form has two fields for a span, an address one word. */
function datesTyped(query: URLSearchParams, name: 'created' | 'activity'): { [name: string]: string } {
  const [from, until] = [query.get(`${name}From`), query.get(`${name}Until`)]
  return from || until ? { [name]: `${from ?? ''}..${until ?? ''}` } : {}
}

/** As an address says it, in the same order whoever asks; what says nothing is left out. */
export function writeLeadFilter(filter: Partial<LeadFilter>): [name: string, value: string][] {
  return filterNames.flatMap((name): [string, string][] => {
    const value = written(filter, name)
    return value ? [[name, value]] : []
  })
}

function written(filter: Partial<LeadFilter>, name: keyof LeadFilter): string {
  if (name === 'after') return filter.after ? writeCursor(filter.after) : ''
  if (name === 'created' || name === 'activity') return filter[name] ? writeSpan(filter[name]) : ''
  const value = filter[name]
  return typeof value === 'string' ? value : (value ?? []).join(',')
}

/** The statuses to show, or null for all. */
export function statusesOf(
  filter: Pick<LeadFilter, 'status' | 'q' | 'archived'>,
): readonly LeadStatus[] | null {
  const { status, q, archived } = filter
  if (status === 'any' || (status === undefined && (q !== '' || archived))) return null
  return status === undefined || status === 'open' ? openStatuses : status
}

/**
 * What is late is sorted by how late it is, and what came in a span of days by when it came, unless another order was asked
 * for: the last activity of leads that came long ago is anywhere.
 */
export function sortOf({ sort, late, created }: Pick<LeadFilter, 'sort' | 'late' | 'created'>): Sort {
  if (sort) return sort
  if (late === 'response') return 'response'
  if (late === 'action') return 'next'
  return created ? 'created' : 'activity'
}

export function columnsOf(filter: Pick<LeadFilter, 'columns'>): readonly Column[] {
  return filter.columns ? columns.filter((column) => filter.columns?.includes(column)) : usualColumns
}

/** Leads without a next action, or that wait for no answer, have no place in the order by it: such an order narrows a list. */
export function narrowingSort({ sort, late }: Pick<LeadFilter, 'sort' | 'late'>): 'next' | 'response' | null {
  if (sort === 'next' && late !== 'action') return sort
  return sort === 'response' && late !== 'response' ? sort : null
}

/** Whether there may be leads that the list leaves out. */
export function isFiltered(filter: LeadFilter): boolean {
  const { sort: _sort, columns: _columns, after: _after, ...narrowing } = filter
  return writeLeadFilter(narrowing).length > 0 || narrowingSort(filter) !== null
}

function readSpan(text: string): Span | undefined {
  const days = /^([1-9]\d{0,2})d$/.exec(text)?.[1]
  if (days) return { days: Number(days) }
  const [from = '', until = '', ...more] = text.split('..')
  if (more.length > 0 || !text.includes('..')) return undefined
  const span = { from: isCalendarDate(from) ? from : null, until: isCalendarDate(until) ? until : null }
  return span.from || span.until ? span : undefined
}

function writeSpan(span: Span): string {
  return 'days' in span ? `${span.days}d` : `${span.from ?? ''}..${span.until ?? ''}`
}
