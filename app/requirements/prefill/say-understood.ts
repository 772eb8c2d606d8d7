import { cityOf } from '#app/time/say.ts'
import { isTimeZone } from '#app/time/zones.ts'
import * as choices from '../requirement-choices.ts'
import { requirementLabels as labels } from '../requirement.ts'
import type { Understood } from './understand.ts'

/** Everything that was understood, in the words of the form; what was not is left out. */
export function sayUnderstood(
  understood: Understood,
  titleOf: (role: string) => string,
): { label: string; value: string }[] {
  const { roles, skills, start, duration, engagement, timeZone, overlap } = understood
  return [
    { label: labels.roles, value: roles.map((row) => sayRow(row, titleOf)).join('; ') },
    { label: labels.skills, value: skills.join(', ') },
    { label: labels.engagement, value: wordsFor(choices.engagementWords, engagement) },
    { label: labels.start, value: wordsFor(choices.startWords, start) },
    { label: labels.duration, value: wordsFor(choices.durationWords, duration) },
    { label: labels.timeZone, value: timeZone && isTimeZone(timeZone) ? cityOf(timeZone) : '' },
    { label: labels.overlap, value: wordsFor(choices.overlapWords, overlap) },
  ].filter(({ value }) => value !== '')
}

function sayRow({ role, count, seniority }: Understood['roles'][number], titleOf: (role: string) => string) {
  const details = [wordsFor(choices.countWords, count), wordsFor(choices.seniorityWords, seniority)]
  const said = details.filter(Boolean).join(', ').toLowerCase()
  return said ? `${titleOf(role)}: ${said}` : titleOf(role)
}

function wordsFor(words: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : (words[code] ?? code)
}
