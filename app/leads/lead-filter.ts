/**
 * What the address bar says of the list of leads: `?q=acme&status=new&after=…`. What is unknown or malformed is
 * ignored, so an old link still shows a list.
 */
import { z } from 'zod'
import { leadStatuses } from './lead-status.ts'
import { normalised } from './search-text.ts'

const mostCharacters = 100

/** The last row of the page before: the next one begins after it. */
export type Cursor = { createdAt: Date; id: string }

export const cursorSchema = z
  .string()
  .regex(/^\d{1,14}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): Cursor => {
    const [milliseconds = '', ...id] = text.split('-')
    return { createdAt: new Date(Number(milliseconds)), id: id.join('-') }
  })

/** What is typed into a search box, as far as it can be looked for. */
export const searchedWords = z
  .string()
  .transform((text) =>
    [...text.normalize('NFC').replace(/\p{C}/gu, ' ').trim()].slice(0, mostCharacters).join(''),
  )
  .catch('')

const leadFilterSchema = z.object({
  q: searchedWords,
  status: z.enum(leadStatuses).optional().catch(undefined),
  after: cursorSchema.optional().catch(undefined),
})

export type LeadFilter = z.output<typeof leadFilterSchema>

export function readLeadFilter(query: URLSearchParams): LeadFilter {
  return leadFilterSchema.parse({
    q: query.get('q') ?? '',
    status: query.get('status') ?? undefined,
    after: query.get('after') ?? undefined,
  })
}

export function writeCursor({ createdAt, id }: Cursor): string {
  return `${createdAt.getTime()}-${id}`
}

/** `L-1042` in any case of letters names one lead: its number, else null. */
export function refIn(q: string): number | null {
  const ref = /^l-?(\d{1,9})$/i.exec(q)?.[1]
  return ref ? Number(ref) : null
}

/** The words to look for: normalised, each one on its own, in any order. */
export function wordsIn(q: string): string[] {
  return normalised(q).split(/\s+/).filter(Boolean)
}
