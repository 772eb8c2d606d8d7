/**
 * What a page of the firm's own must say: how it works, what it costs, the small print. One file in `content/` is one page
 * at the address of its name; words such as `{{name}}` stand for what `app/site.ts` says.
 */
import { z } from 'zod'
import type { CalendarDate } from '#app/time/types.ts'

const words = z.string().trim().min(1)

export const pageSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  title: words,
  /** Where the footer lists it: with the firm or with the small print. */
  shelf: z.enum(['firm', 'terms']),
  /** Place on its shelf, lowest first. */
  order: z.int(),
  seo: z.strictObject({ title: words.max(60), description: words.min(70).max(155) }),
  lead: words,
  /** A part that is made from `app/site.ts` and stands after the text. */
  shows: z.enum(['vetting', 'engagements', 'rates']).optional(),
  faq: z.array(z.strictObject({ q: words, a: words })).default([]),
  /** Whether the questions are what the page is for, so that they stand before its text. */
  faqFirst: z.boolean().default(false),
  /** The closing call; the small print has none. */
  cta: z.strictObject({ heading: words, text: words }).optional(),
  updated: z.iso.date().transform((text) => text as CalendarDate),
  /** The text under the front matter, as HTML; its second-level headings, in order, are `headings`. */
  body: z.string(),
  headings: z.array(z.strictObject({ id: words, text: words })),
})

export type Page = z.infer<typeof pageSchema>

/** Puts values in the place of their names; a name that nobody knows is an error of the file. */
export function filledIn<Value>(value: Value, words: Record<string, string>): Value {
  if (typeof value === 'string') return fillText(value, words) as Value
  if (Array.isArray(value)) return value.map((part) => filledIn(part, words)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, filledIn(part, words)]),
  ) as Value
}

function fillText(text: string, words: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = words[name]
    if (value === undefined)
      throw new Error(`${whole} stands for nothing; there is: ${Object.keys(words).join(', ')}`)
    return value
  })
}
