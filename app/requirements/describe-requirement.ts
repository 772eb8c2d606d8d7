/** A requirement in words, for letters, pages and the desk. */
import {
  countWords,
  durationWords,
  engagementWords,
  overlapWords,
  requirementLabels,
  seniorityWords,
  startWords,
} from './requirement.ts'
import type { StoredAnswers } from './stored-answers.ts'

/** A stored answer in words; codes of a later version come back as they are. */
function wordsFor(
  field: 'start' | 'duration' | 'engagement' | 'overlap' | 'count' | 'seniority',
  code: string,
): string {
  const words: Record<string, Record<string, string>> = {
    start: startWords,
    duration: durationWords,
    engagement: engagementWords,
    overlap: overlapWords,
    count: countWords,
    seniority: seniorityWords,
  }
  return words[field]?.[code] ?? code
}

/** `2 × Backend developer, Backend engineer`: the requirement in one line. `titleOf` gives a role's title. */
export function titleOfRequirement(
  roles: readonly { role: string; count: string }[],
  titleOf: (role: string) => string,
): string {
  return roles
    .map(({ role, count }) =>
      count === '1' || count === 'unsure' ? titleOf(role) : `${count} × ${titleOf(role)}`,
    )
    .join(', ')
}

/** One row in words: `Backend developer: 2 people, senior (5 to 8 years)`. */
function describeRoleRow(
  { role, count, seniority }: { role: string; count: string; seniority: string },
  titleOf: (role: string) => string,
): string {
  return `${titleOf(role)}: ${wordsFor('count', count).toLowerCase()}, ${wordsFor('seniority', seniority).toLowerCase()}`
}

/** Every answer about the work with its label, for letters and pages; empty ones are left out. */
export function describeAnswers(
  told: StoredAnswers,
  titleOf: (role: string) => string,
): { label: string; value: string }[] {
  const answers = [
    {
      label: requirementLabels.roles,
      value: told.roles.map((row) => describeRoleRow(row, titleOf)).join('; '),
    },
    { label: requirementLabels.skills, value: told.skills.join(', ') },
    { label: requirementLabels.start, value: wordsFor('start', told.start) },
    { label: requirementLabels.duration, value: wordsFor('duration', told.duration) },
    { label: requirementLabels.engagement, value: wordsFor('engagement', told.engagement) },
    { label: requirementLabels.overlap, value: wordsFor('overlap', told.overlap) },
    { label: requirementLabels.message, value: told.message },
  ]
  return answers.filter(({ value }) => value !== '')
}
