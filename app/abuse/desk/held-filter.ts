import { z } from 'zod'

export const heldTabs = ['held', 'spam', 'blocked'] as const
export type HeldTab = (typeof heldTabs)[number]

export const heldTabNames: Record<HeldTab, string> = { held: 'Held', spam: 'Spam', blocked: 'Blocked' }

const filterSchema = z.object({
  show: z.enum(heldTabs).catch('held'),
  after: z.uuid().optional().catch(undefined),
})

/** What the address says of the page: `?show=spam&after=…`; what is unknown is ignored. */
export function readHeldFilter(query: URLSearchParams): z.output<typeof filterSchema> {
  return filterSchema.parse({ show: query.get('show'), after: query.get('after') ?? undefined })
}
