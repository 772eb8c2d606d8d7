/**
 * "Tell us whom you need": the one definition of the form. Its field names are the columns' names; every closed list is
 * here with its words, and a new field does not compile until it has a label.
 */
import { z } from 'zod'
import { emailAddress, line, paragraph, personName, requiredLine } from '#app/ops/text.ts'
import { timeZoneSchema } from '#app/time/zones.ts'

const counts = ['1', '2', '3', '4', '5', '6-10', '10+', 'unsure'] as const
const seniorities = ['junior', 'mid', 'senior', 'lead', 'mixed', 'unsure'] as const
const starts = ['now', '1_2_weeks', '3_4_weeks', '1_3_months', 'later', 'unsure'] as const
const durations = ['lt_1m', '1_3m', '3_6m', '6_12m', 'gt_12m', 'ongoing', 'unsure'] as const
const engagements = [
  'full_time',
  'part_time',
  'hourly',
  'dedicated_team',
  'contract_to_hire',
  'unsure',
] as const
const overlaps = ['full_day', '4h', '2h', 'async', 'unsure'] as const

type Words<List extends readonly string[]> = Record<List[number], string>

export const countWords: Words<typeof counts> = {
  '1': '1 person',
  '2': '2 people',
  '3': '3 people',
  '4': '4 people',
  '5': '5 people',
  '6-10': '6 to 10 people',
  '10+': 'More than 10 people',
  unsure: 'Not sure yet',
}
export const seniorityWords: Words<typeof seniorities> = {
  junior: 'Junior (0 to 2 years)',
  mid: 'Mid-level (2 to 5 years)',
  senior: 'Senior (5 to 8 years)',
  lead: 'Lead (8 years and more)',
  mixed: 'A mix',
  unsure: 'Not sure yet',
}
export const startWords: Words<typeof starts> = {
  now: 'As soon as possible',
  '1_2_weeks': 'In 1 to 2 weeks',
  '3_4_weeks': 'In 3 to 4 weeks',
  '1_3_months': 'In 1 to 3 months',
  later: 'Later',
  unsure: 'Not sure yet',
}
export const durationWords: Words<typeof durations> = {
  lt_1m: 'Less than a month',
  '1_3m': '1 to 3 months',
  '3_6m': '3 to 6 months',
  '6_12m': '6 to 12 months',
  gt_12m: 'More than a year',
  ongoing: 'Ongoing',
  unsure: 'Not sure yet',
}
export const engagementWords: Words<typeof engagements> = {
  full_time: 'Full time (40 hours a week)',
  part_time: 'Part time (20 to 39 hours a week)',
  hourly: 'By the hour',
  dedicated_team: 'A dedicated team',
  contract_to_hire: 'Contract first, then hire',
  unsure: 'Not sure yet',
}
export const overlapWords: Words<typeof overlaps> = {
  full_day: 'The whole day',
  '4h': 'About 4 hours a day',
  '2h': 'About 2 hours a day',
  async: 'Hardly any: we work in writing',
  unsure: 'Not sure yet',
}

/** A role's slug, or `other` for one that is not in the catalogue. */
export const otherRole = 'other'
export const mostRoles = 5

const slug = z.string({ error: 'Choose a role.' }).regex(/^[a-z0-9-]{1,60}$/, 'Choose a role from the list.')
const roleRowSchema = z.object({
  role: slug,
  count: z.enum(counts, 'Choose how many people you need.'),
  seniority: z.enum(seniorities, 'Choose how experienced they should be.'),
})

/** What the form is checked against besides itself: the roles of the catalogue and the privacy notice in force. */
type Known = { isRole: (role: string) => boolean; noticeVersion: string }

export function requirementSchema({ isRole, noticeVersion }: Known) {
  return z.object({
    roles: z
      .array(
        roleRowSchema.refine(({ role }) => role === otherRole || isRole(role), {
          path: ['role'],
          error: 'Choose a role from the list.',
        }),
      )
      .min(1, 'Choose a role.')
      .max(mostRoles, `Name at most ${mostRoles} roles; tell us of more below.`),
    skills: skillList(),
    start: z.enum(starts, 'Choose when they should start.'),
    duration: z.enum(durations, 'Choose for how long you need them.'),
    engagement: z.enum(engagements, 'Choose how you would like to engage them.'),
    overlap: z.enum(overlaps, 'Choose how many working hours you want to share.'),
    timeZone: timeZoneSchema.optional(),
    message: paragraph(4000),
    name: personName(),
    email: emailAddress(),
    company: requiredLine(120, 'Enter the name of your company.'),
    notice: z
      .string()
      .optional()
      .transform((version) => version ?? '')
      .refine(
        (version) => version === noticeVersion,
        'The privacy notice has changed since this page was opened. Read it and send the form again.',
      ),
    idempotencyKey: z.uuid('Reload the page and send the form again.'),
  })
}
export type RequirementRequest = z.output<ReturnType<typeof requirementSchema>>
export type RoleRow = RequirementRequest['roles'][number]

/** Skills as people type them: `TypeScript, PostgreSQL, queues`. */
function skillList() {
  return line(600)
    .transform((text) => [
      ...new Set(
        text
          .split(/[,;]/)
          .map((skill) => skill.trim())
          .filter(Boolean),
      ),
    ])
    .refine((skills) => skills.length <= 12, 'Name at most 12 skills, the most important ones.')
    .refine((skills) => skills.every((skill) => skill.length <= 60), 'Put a comma between skills.')
}

type Answer = Exclude<keyof RequirementRequest, 'notice' | 'idempotencyKey'>

export const requirementLabels: Record<Answer, string> = {
  roles: 'Whom you need',
  skills: 'Skills that matter most',
  start: 'Start',
  duration: 'For how long',
  engagement: 'Engagement',
  overlap: 'Shared working hours',
  timeZone: 'Your time zone',
  message: 'What they will work on',
  name: 'Your name',
  email: 'Work e-mail',
  company: 'Company',
}
