/**
 * What an article's file must say. The first kind is the comparison of two roles; a guide would be another member of
 * the union, told apart by `kind`. The file is checked against this schema when the site is built.
 */
import { z } from 'zod'
import type { CalendarDate } from '#app/time/types.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const words = z.string().trim().min(1)
const date = z.iso
  .date('must be a date such as 2026-11-22, in quotes or not')
  .transform((text) => text as CalendarDate)

const comparisonSchema = z.strictObject({
  kind: z.literal('comparison'),
  slug,
  title: words,
  status: z.enum(['published', 'draft']),
  seo: z.strictObject({ title: words.max(60), description: words.min(70).max(155) }),
  /** Slugs of the two roles, in the order of the columns. */
  left: slug,
  right: slug,
  /** The answer in two or three sentences, before anything else. */
  tldr: z.array(words).min(2),
  lead: words,
  /** What both roles have in common. */
  shared: z.array(words).min(2),
  /** The rows of the table: what is compared, and what holds for each side. */
  dimensions: z.array(z.strictObject({ name: words, left: words, right: words })).min(6),
  /** How the two work together. */
  together: words,
  /** "If … then …": which of the two to hire. */
  choose: z.array(z.strictObject({ if: words, then: words })).min(2),
  faq: z.array(z.strictObject({ q: words, a: words })).min(3),
  /** The closing call; its buttons are those of every page. */
  cta: z.strictObject({ heading: words, text: words }),
  /** Slugs of roles or articles, under a heading. */
  related: z.strictObject({ heading: words, slugs: z.array(slug).min(1) }),
  author: slug,
  published: date,
  updated: date,
  /** The text under the front matter, as HTML; its second-level headings, in order, are `headings`. */
  body: z.string(),
  headings: z.array(z.strictObject({ id: words, text: words })),
})

export const articleSchema = z
  .discriminatedUnion('kind', [comparisonSchema])
  .refine((article) => article.updated >= article.published, {
    path: ['updated'],
    message: 'must not be before `published`',
  })

export type Article = z.infer<typeof articleSchema>
export type Comparison = Extract<Article, { kind: 'comparison' }>

/** Whole minutes to read an article's words, at 220 a minute and never less than one. */
export function readingMinutes(article: Comparison): number {
  const text = JSON.stringify([
    article.tldr,
    article.lead,
    article.dimensions,
    article.together,
    article.body,
  ])
  const spoken = text.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}’'-]+/gu) ?? []
  return Math.max(1, Math.round(spoken.length / 220))
}
