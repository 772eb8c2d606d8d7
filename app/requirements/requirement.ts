/**
 * "Tell us whom you need": the one definition of the form, for both doors and every step. Its field names are the
 * columns' names, and a new field does not compile until it has a label.
 */
import { z } from 'zod'
import { emailAddress, line, paragraph, personName, phoneNumber, requiredLine } from '#app/ops/text.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { isCountry } from './countries.ts'
import * as choices from './requirement-choices.ts'
import { skillList } from './skill-list.ts'

/** A role's slug, or `other` for one that is not in the catalogue. */
export const otherRole = 'other'
export const mostRoles = 5

/** What the form is checked against besides itself: the catalogue, the notice in force and the bands of a budget. */
export type Known = {
  isRole: (role: string) => boolean
  noticeVersion: string
  budgets: readonly string[]
}

const slug = z.string({ error: 'Choose a role.' }).regex(/^[a-z0-9-]{1,60}$/, 'Choose a role from the list.')

function roleRow({ isRole }: Known) {
  return z
    .object({
      role: slug,
      otherRole: line(60),
      count: z.enum(choices.counts, 'Choose how many people you need.'),
      seniority: z.enum(choices.seniorities, 'Choose how experienced they should be.'),
    })
    .refine(({ role }) => role === otherRole || isRole(role), {
      path: ['role'],
      error: 'Choose a role from the list.',
    })
    .refine((row) => row.role !== otherRole || row.otherRole !== '', {
      path: ['otherRole'],
      error: 'Enter what the role is called.',
      when: ({ value }) => z.object({ role: z.string(), otherRole: z.string() }).safeParse(value).success,
    })
    .transform((row) => ({ ...row, otherRole: row.role === otherRole ? row.otherRole : '' }))
}

function roleRows(known: Known) {
  return z
    .array(roleRow(known), 'Choose a role.')
    .max(mostRoles, `Name at most ${mostRoles} roles; tell us of more in your own words.`)
}

/** An answer that may be left alone: `''` then. */
function orUnsaid<Schema extends z.ZodType<string>>(answer: Schema) {
  return answer.optional().transform((said) => said ?? ('' as const))
}

/** Every answer, each defined once. */
function answers(known: Known) {
  const { noticeVersion, budgets } = known
  return {
    roles: roleRows(known).min(1, 'Choose a role.'),
    skills: skillList(),
    niceSkills: skillList(),
    stage: z.enum(choices.stages, 'Choose where the work stands.'),
    readiness: orUnsaid(z.enum(choices.readinesses, 'Choose how clear it is what you need.')),
    message: paragraph(4000),
    engagement: z.enum(choices.engagements, 'Choose how you would like to engage them.'),
    start: z.enum(choices.starts, 'Choose when they should start.'),
    duration: z.enum(choices.durations, 'Choose for how long you need them.'),
    timeZone: z.string('Choose your time zone.').pipe(timeZoneSchema),
    overlap: z.enum(choices.overlaps, 'Choose how many working hours you want to share.'),
    budget: line(80).refine((band) => band === '' || budgets.includes(band), 'Choose one of the budgets.'),
    security: z.array(z.enum(choices.securityNeeds, 'Choose from the list.')).max(10).default([]),
    name: personName(),
    email: emailAddress(),
    company: requiredLine(120, 'Enter the name of your company.'),
    companySize: orUnsaid(z.enum(choices.companySizes, 'Choose the size of your company.')),
    country: line(2).refine((code) => code === '' || isCountry(code), 'Choose a country from the list.'),
    contactBy: z.enum(choices.contactWays, 'Choose how we should answer.'),
    phone: phoneNumber(),
    heardFrom: orUnsaid(z.enum(choices.sourcesOfNews, 'Choose how you heard of us.')),
    marketing: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked !== undefined),
    notice: z
      .string()
      .optional()
      .transform((version) => version ?? '')
      .refine(
        (version) => version === noticeVersion,
        'The privacy notice has changed since this page was opened. Read it and send the form again.',
      ),
  }
}

/** The steps of the long way, in order, and what each one asks. */
export const stepFields = {
  roles: ['roles'],
  work: ['stage', 'readiness', 'message', 'skills', 'niceSkills'],
  terms: ['engagement', 'start', 'duration', 'timeZone', 'overlap', 'budget', 'security'],
  contact: [
    ...(['name', 'email', 'company', 'companySize', 'country', 'contactBy', 'phone'] as const),
    ...(['heardFrom', 'marketing', 'notice'] as const),
  ],
} as const satisfies Record<string, readonly (keyof ReturnType<typeof answers>)[]>

export type Step = keyof typeof stepFields
export const steps: readonly Step[] = ['roles', 'work', 'terms', 'contact']

/** What one step is checked against; the whole form is checked against all of it. */
export function stepSchemas(known: Known) {
  const all = answers(known)
  const { roles, skills, niceSkills, stage, readiness, message } = all
  const { engagement, start, duration, timeZone, overlap, budget, security, ...person } = all
  const { name, email, company, companySize, country, contactBy, phone, heardFrom, marketing, notice } =
    person
  return {
    roles: z.object({ roles }),
    work: z.object({ skills, niceSkills, stage, readiness, message }),
    terms: z.object({ engagement, start, duration, timeZone, overlap, budget, security }),
    contact: z
      .object({
        ...{ name, email, company, companySize, country, contactBy, phone, heardFrom, marketing, notice },
      })
      .refine(({ contactBy, phone }) => contactBy !== 'phone' || phone !== '', {
        path: ['phone'],
        error: 'Enter the telephone number we should call.',
      })
      // A number is kept only to be called.
      .transform((told) => ({ ...told, phone: told.contactBy === 'phone' ? told.phone : '' })),
  }
}

/** The short way: who you are and what you need, in your own words. The rest is left unsaid. */
export function quickSchema(known: Known) {
  const { name, email, notice } = answers(known)
  return z
    .object({
      ...{ name, email, notice },
      message: paragraph(4000).refine((text) => text !== '', 'Tell us what you need.'),
      role: z.array(slug).max(mostRoles).default([]),
      idempotencyKey: z.uuid('Reload the page and send the form again.'),
    })
    .transform(({ role, ...told }) => ({
      ...unsaid,
      ...told,
      roles: role
        .filter(known.isRole)
        .map((slug) => ({ role: slug, otherRole: '', count: 'unsure', seniority: 'unsure' })),
    }))
}

const unsaid = {
  ...{ skills: [], niceSkills: [], stage: '', readiness: '', engagement: '', start: '', duration: '' },
  ...{ timeZone: '', overlap: '', budget: '', security: [], company: '', companySize: '', country: '' },
  ...{ contactBy: '', phone: '', heardFrom: '', marketing: false },
}

/** What can be changed of a request that was sent. What the short way left unsaid may stay so. */
export function changeSchema(known: Known) {
  const { skills, niceSkills, stage, readiness, message } = answers(known)
  const { engagement, start, duration, timeZone, overlap, budget, security } = answers(known)
  return z.object({
    roles: z.preprocess((rows) => (untouchedRows.safeParse(rows).success ? [] : rows), roleRows(known)),
    ...{ skills, niceSkills, readiness, message, budget, security },
    stage: orUnsaid(stage),
    engagement: orUnsaid(engagement),
    start: orUnsaid(start),
    duration: orUnsaid(duration),
    timeZone: orUnsaid(timeZone),
    overlap: orUnsaid(overlap),
  })
}

const untouchedRows = z.array(z.record(z.string(), z.literal('')))

type Schemas = ReturnType<typeof stepSchemas>
type LongRequest = z.output<Schemas['roles']> &
  z.output<Schemas['work']> &
  z.output<Schemas['terms']> &
  z.output<Schemas['contact']>

/** A whole requirement, by whichever door; what nobody was asked is empty. The key is that of the one form it came from. */
export type RequirementRequest = { [Name in keyof LongRequest]: Widened<LongRequest[Name]> } & {
  idempotencyKey: string
}
type Widened<Value> = Value extends string
  ? string
  : Value extends readonly (infer Inner)[]
    ? Widened<Inner>[]
    : Value extends boolean
      ? boolean
      : { [Name in keyof Value]: Widened<Value[Name]> }

export type Answer = Exclude<keyof LongRequest, 'notice'>

export const requirementLabels: Record<Answer, string> = {
  roles: 'Whom you need',
  skills: 'Skills they must have',
  niceSkills: 'Skills that would be nice',
  stage: 'Where the work stands',
  readiness: 'How clear it is what you need',
  message: 'What they will work on',
  engagement: 'Engagement',
  start: 'Start',
  duration: 'For how long',
  timeZone: 'Your time zone',
  overlap: 'Shared working hours',
  budget: 'Budget for each person',
  security: 'Security and compliance',
  name: 'Your name',
  email: 'Work e-mail',
  company: 'Company',
  companySize: 'Size of the company',
  country: 'Country',
  contactBy: 'How we should answer',
  phone: 'Telephone',
  heardFrom: 'How you heard of us',
  marketing: 'News by e-mail',
}
