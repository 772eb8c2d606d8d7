/** A requirement in words, for letters, pages and the desk. */
import { cityOf } from '#app/time/say.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { sayBudget } from './budget.ts'
import { countryName } from './countries.ts'
import * as choices from './requirement-choices.ts'
import { otherRole, requirementLabels, type Answer } from './requirement.ts'
import type { StoredAnswers } from './stored-answers.ts'

type Row = StoredAnswers['roles'][number]
type TitleOf = (role: string) => string

export type Described = { label: string; value: string }

/** `2 × Backend developer, Backend engineer`: the requirement in one line. `titleOf` gives a role's title. */
export function titleOfRequirement(
  roles: readonly { role: string; otherRole?: string; count: string }[],
  titleOf: TitleOf,
): string {
  if (roles.length === 0) return 'A need in their own words'
  return roles
    .map((row) => {
      const title = titleOfRow(row, titleOf)
      return row.count === '1' || row.count === 'unsure' ? title : `${row.count} × ${title}`
    })
    .join(', ')
}

/** Every answer about the work with its label, for letters and pages; empty ones are left out. */
export function describeAnswers(told: StoredAnswers, titleOf: TitleOf): Described[] {
  return described(wordsAboutWork(told, titleOf))
}

/** What somebody told of themselves and their company, besides name, address and number. */
export function describeSender(told: SenderTold): Described[] {
  return described(wordsAboutSender(told))
}

export type SenderTold = Pick<StoredAnswers, 'contactBy' | 'companySize' | 'country' | 'heardFrom'>

export function wordsAboutWork(told: StoredAnswers, titleOf: TitleOf) {
  return {
    roles: told.roles.map((row) => describeRoleRow(row, titleOf)).join('; '),
    skills: told.skills.join(', '),
    niceSkills: told.niceSkills.join(', '),
    stage: wordsFor(choices.stageWords, told.stage),
    readiness: wordsFor(choices.readinessWords, told.readiness),
    message: told.message,
    engagement: wordsFor(choices.engagementWords, told.engagement),
    start: wordsFor(choices.startWords, told.start),
    duration: wordsFor(choices.durationWords, told.duration),
    timeZone: !told.timeZone
      ? ''
      : isTimeZone(told.timeZone)
        ? `${cityOf(told.timeZone)} (${told.timeZone})`
        : told.timeZone,
    overlap: wordsFor(choices.overlapWords, told.overlap),
    budget: sayBudget(told.budget),
    security: told.security.map((need) => wordsFor(choices.securityWords, need)).join('; '),
  } satisfies Partial<Record<Answer, string>>
}

export function wordsAboutSender(told: SenderTold) {
  return {
    contactBy: wordsFor(choices.contactWords, told.contactBy),
    companySize: wordsFor(choices.companySizeWords, told.companySize),
    country: countryName(told.country),
    heardFrom: wordsFor(choices.heardFromWords, told.heardFrom),
  } satisfies Partial<Record<Answer, string>>
}

function described(answers: Partial<Record<Answer, string>>): Described[] {
  return Object.entries(answers)
    .map(([name, value]) => ({ label: requirementLabels[name as Answer], value }))
    .filter(({ value }) => value !== '')
}

/** One row in words: `Backend developer: 2 people, senior (5 to 8 years)`. */
function describeRoleRow(row: Row, titleOf: TitleOf): string {
  const count = wordsFor(choices.countWords, row.count).toLowerCase()
  const seniority = wordsFor(choices.seniorityWords, row.seniority).toLowerCase()
  return row.count === 'unsure' && row.seniority === 'unsure'
    ? titleOfRow(row, titleOf)
    : `${titleOfRow(row, titleOf)}: ${count}, ${seniority}`
}

function titleOfRow(row: { role: string; otherRole?: string }, titleOf: TitleOf): string {
  return (row.role === otherRole && row.otherRole) || titleOf(row.role)
}

/** A stored answer in words; codes of a later version come back as they are. */
function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code
}
