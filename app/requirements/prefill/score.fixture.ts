/** How well descriptions are understood: of what was found, how much is right; of what is there, how much was found. */
import type { Labelled } from './texts.fixture.ts'
import { understand, type RoleWords, type Understood } from './understand.ts'

export type Score = { right: number; wrong: number; missed: number }

const fields = [
  'role',
  'count',
  'seniority',
  'skill',
  'start',
  'duration',
  'engagement',
  'timeZone',
  'overlap',
] as const

/** One entry for each field, and `all` of them together. */
export function scoreOf(texts: readonly Labelled[], roles: readonly RoleWords[]): Map<string, Score> {
  const scores = new Map<string, Score>(
    [...fields, 'all'].map((field) => [field, { right: 0, wrong: 0, missed: 0 }]),
  )
  for (const { text, means } of texts) {
    const [found, meant] = [understand(text, roles), means].map(factsOf)
    for (const fact of new Set([...(found ?? []), ...(meant ?? [])])) {
      const verdict = !found?.includes(fact) ? 'missed' : meant?.includes(fact) ? 'right' : 'wrong'
      for (const name of [fact.split(' ')[0] ?? '', 'all']) {
        const score = scores.get(name)
        if (score) score[verdict]++
      }
    }
  }
  return scores
}

export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong)
}

export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed)
}

/** `count backend-developer 2`: everything that is said, each as one line. */
export function factsOf(read: Partial<Understood>): string[] {
  const { roles = [], skills = [] } = read
  const single = (['start', 'duration', 'engagement', 'timeZone', 'overlap'] as const).flatMap((name) =>
    read[name] ? [`${name} ${read[name]}`] : [],
  )
  return [
    ...roles.map(({ role }) => `role ${role}`),
    ...roles.flatMap(({ role, count }) => (count ? [`count ${role} ${count}`] : [])),
    ...roles.flatMap(({ role, seniority }) => (seniority ? [`seniority ${role} ${seniority}`] : [])),
    ...skills.map((skill) => `skill ${skill.toLowerCase()}`),
    ...single,
  ]
}
