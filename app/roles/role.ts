/**
 * What a role's file must say. One file in `content/` is one role: the menu, the role page, the requirement form and
 * the sitemap all read it, so adding a role is adding a file. The file is checked against this schema when the site is
 * built.
 */
import { z } from 'zod'
import type { CalendarDate } from '#app/time/types.ts'
import { signalsSchema } from './signals.ts'

/** The shelves of the catalogue, in the order they are shown. */
export const families = [
  'backend',
  'frontend',
  'mobile',
  'data',
  'platform',
  'quality',
  'crm',
  'design',
  'security',
  'delivery',
] as const
export type Family = (typeof families)[number]

export const familyLabels: Record<Family, string> = {
  backend: 'Back end',
  frontend: 'Front end',
  mobile: 'Mobile',
  data: 'Data',
  platform: 'Infrastructure',
  quality: 'Quality',
  crm: 'CRM platforms',
  design: 'Design',
  security: 'Security',
  delivery: 'Delivery',
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const words = z.string().trim().min(1)
const date = z.iso
  .date('must be a date such as 2026-11-22, in quotes or not')
  .transform((text) => text as CalendarDate)

export const roleSchema = z
  .strictObject({
    slug,
    /** Singular, as in a sentence's beginning: "Backend developer". */
    title: words,
    plural: words,
    family: z.enum(families),
    /** Place within its family, lowest first. */
    order: z.int(),
    /** A draft is in the files, and on the site in development only. */
    status: z.enum(['published', 'draft']),
    seo: z.strictObject({ title: words.max(60), description: words.min(70).max(155) }),
    /** One sentence under the page's heading. */
    definition: words.max(200),
    summary: words,
    does: z.array(words).min(3).max(6),
    responsibilities: z.array(words).min(5),
    skills: z.strictObject({ must: z.array(words).min(4), nice: z.array(words) }),
    languages: z
      .array(z.strictObject({ name: words, paradigm: words.optional(), note: words.optional() }))
      .min(1),
    tools: z.array(words),
    hireWhen: z.array(words).min(3),
    /** The honest half: when money spent on this role is money lost. */
    notWhen: z.array(words).min(1),
    /** What to expect at each level. */
    seniority: z.strictObject({ junior: words, mid: words, senior: words, lead: words }),
    /** A question and what a good answer shows. */
    interview: z.array(z.strictObject({ q: words, shows: words })).min(5),
    faq: z.array(z.strictObject({ q: words, a: words })).min(3),
    /** What the kit lists for the first week, where it is not what everybody who writes code needs and does. */
    firstWeek: z
      .strictObject({ before: z.array(words).min(2).max(5), days: z.array(words).length(5).optional() })
      .optional(),
    /** Other names people search by; they make no addresses of their own. */
    aliases: z.array(words),
    /** Slugs of roles that a reader of this page may want instead. */
    related: z.array(slug).min(2),
    /** By what answers the role is chosen on `/which-role`. */
    signals: signalsSchema.optional(),
    published: date,
    updated: date,
    author: slug,
    sources: z.array(z.strictObject({ title: words, url: z.url().optional() })).optional(),
    /** The text under the front matter, as HTML; its second-level headings, in order, are `headings`. */
    body: z.string(),
    headings: z.array(z.strictObject({ id: words, text: words })),
  })
  .refine((role) => role.updated >= role.published, {
    path: ['updated'],
    message: 'must not be before `published`',
  })

export type Role = z.infer<typeof roleSchema>

/**
 * Says what is wrong between roles that are each right by themselves, one sentence per fault; empty when nothing is.
 */
export function contradictionsAmong(roles: readonly Role[]): string[] {
  const slugs = new Set(roles.map((role) => role.slug))
  const dead = roles.flatMap((role) =>
    role.related
      .filter((other) => !slugs.has(other) || other === role.slug)
      .map((other) => `${role.slug}: related role "${other}" is not another role's file name`),
  )
  const seen = new Map<string, string>()
  const doubled = roles.flatMap((role) => {
    const first = seen.get(role.title.toLowerCase())
    seen.set(role.title.toLowerCase(), role.slug)
    return first ? [`${role.slug}: its title "${role.title}" is already that of ${first}`] : []
  })
  return [...dead, ...doubled]
}
