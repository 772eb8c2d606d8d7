/**
 * What an article's file must say: a comparison sets two or three things side by side, a guide explains one. The file is
 * checked against its kind's schema when the site is built.
 */
import { z } from 'zod'
import type { CalendarDate } from '#app/time/types.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const words = z.string().trim().min(1)
const date = z.iso
  .date('must be a date such as 2026-11-22, in quotes or not')
  .transform((text) => text as CalendarDate)
const faq = z.array(z.strictObject({ q: words, a: words }))

/** What every article has. */
const article = {
  slug,
  title: words,
  status: z.enum(['published', 'draft']),
  seo: z.strictObject({ title: words.max(60), description: words.min(70).max(155) }),
  /** The answer in two or three sentences, before anything else. */
  tldr: z.array(words).min(2),
  lead: words,
  /** The closing call; its buttons are those of every page. */
  cta: z.strictObject({ heading: words, text: words }),
  /** Slugs of roles or articles, under a heading. */
  related: z.strictObject({ heading: words, slugs: z.array(slug).min(2) }),
  author: slug,
  published: date,
  updated: date,
  /** The text under the front matter, as HTML; its second-level headings, in order, are `headings`. */
  body: z.string(),
  headings: z.array(z.strictObject({ id: words, text: words })),
}

const comparisonSchema = z.strictObject({
  ...article,
  kind: z.literal('comparison'),
  /** In the order of the columns: a role by its slug, or anything else by a title. */
  sides: z
    .array(z.union([z.strictObject({ role: slug }), z.strictObject({ title: words })]))
    .min(2)
    .max(3),
  /** What the sides have in common. */
  shared: z.array(words).min(2),
  /** The rows of the table: what is compared, and what holds for each side. */
  dimensions: z.array(z.strictObject({ name: words, cells: z.array(words) })).min(6),
  /** How the sides go together. */
  together: z.strictObject({ heading: words, text: words }),
  /** "If … then …": which of them to choose. */
  choose: z.array(z.strictObject({ if: words, then: words })).min(2),
  faq: faq.min(3),
})

const guideSchema = z.strictObject({
  ...article,
  kind: z.literal('guide'),
  /** Slugs of the roles it is about: their pages lead here, and its doors know them. */
  roles: z.array(slug),
  faq,
})

export const articleSchema = z
  .discriminatedUnion('kind', [comparisonSchema, guideSchema])
  .refine((written) => written.updated >= written.published, {
    path: ['updated'],
    message: 'must not be before `published`',
  })
  .superRefine((written, context) => {
    if (written.kind !== 'comparison') return
    written.dimensions.forEach(({ cells }, index) => {
      if (cells.length === written.sides.length) return
      context.addIssue({
        code: 'custom',
        path: ['dimensions', index, 'cells'],
        message: `must say one thing for each of the ${written.sides.length} sides`,
      })
    })
  })

export type Article = z.infer<typeof articleSchema>
export type Comparison = Extract<Article, { kind: 'comparison' }>
export type Guide = Extract<Article, { kind: 'guide' }>

/** The roles an article is about, in its own order. */
export function rolesOf(written: Article): string[] {
  if (written.kind === 'guide') return written.roles
  return written.sides.flatMap((side) => ('role' in side ? [side.role] : []))
}

/** Whole minutes to read an article's words, at 220 a minute and never less than one. */
export function readingMinutes(written: Article): number {
  const { tldr, lead, body } = written
  const table = written.kind === 'comparison' ? [written.dimensions, written.together.text] : []
  const text = JSON.stringify([tldr, lead, body, ...table])
  const spoken = text.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}’'-]+/gu) ?? []
  return Math.max(1, Math.round(spoken.length / 220))
}
