/**
 * Which role five answers ask for. The first answer says where the work lies, and leaves the roles that work there; each
 * of the others says one thing of the work, and a role's file says how many points that is for it. The most points win.
 * Answers that speak of described work make a backend developer 4 × 2 and a backend engineer 4 × -1.
 */
import { type Trait, traits } from '../signals.ts'
import type { Role } from '../role.ts'
import { type Answers, chosenOption, otherNames, type OtherQuestion } from './questions.ts'

export type Candidate = {
  role: Role
  /** Points of each answer, in the order of the questions, and their sum. */
  points: Record<OtherQuestion, number>
  sum: number
}

export type Choice = {
  /** Everybody who works there, the most points first. */
  candidates: Candidate[]
  /** Who has the most points; two or more when it is a draw. */
  best: Role[]
  /** Decisions ask for experience; described work does not ask for as much. */
  level: 'mid' | 'senior'
}

/** `roles` in the order of the catalogue. Of an area where nobody works, `best` is empty. */
export function chooseRole(answers: Answers, roles: readonly Role[]): Choice {
  const candidates = roles
    .filter(({ signals }) => signals?.areas.includes(answers.work))
    .map((role) => weigh(role, answers))
    .sort((a, b) => b.sum - a.sum)
  const most = candidates[0]?.sum
  return {
    candidates,
    best: candidates.filter(({ sum }) => sum === most).map(({ role }) => role),
    level: asksForDecisions(answers) ? 'senior' : 'mid',
  }
}

/** What an answer is worth to a role. */
export function pointsFor(trait: Trait | null, { signals }: Role): number {
  return trait && signals ? signals[trait] : 0
}

function weigh(role: Role, answers: Answers): Candidate {
  const entries = otherNames.map((name) => [name, pointsFor(chosenOption(name, answers).says, role)] as const)
  return {
    role,
    points: Object.fromEntries(entries) as Candidate['points'],
    sum: entries.reduce((sum, [, points]) => sum + points, 0),
  }
}

function asksForDecisions(answers: Answers): boolean {
  const said = otherNames.map((name) => chosenOption(name, answers).says)
  const described = said.filter((trait) => trait === 'executes_features').length
  const open = said.filter((trait) => trait !== null).length - described
  return open > described
}

/** The traits that count for a role, in words that can be shown: `[{ trait, points }]`. */
export function weightsOf({ signals }: Role): { trait: Trait; points: number }[] {
  return traits
    .map((trait) => ({ trait, points: signals?.[trait] ?? 0 }))
    .filter(({ points }) => points !== 0)
}
