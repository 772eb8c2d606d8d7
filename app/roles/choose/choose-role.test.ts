import { expect, test } from 'vitest'
import type { Role } from '../role.ts'
import { listRoles } from '../roles.server.ts'
import { workAreas } from '../signals.ts'
import { chooseRole } from './choose-role.ts'
import { answersSchema, type Answers } from './questions.ts'

const described: Answers = {
  work: 'server',
  structure: 'settled',
  waiting: 'tasks',
  talks: 'team',
  undo: 'easy',
}
const open: Answers = {
  work: 'server',
  structure: 'nobody',
  waiting: 'decisions',
  talks: 'leaders',
  undo: 'hard',
}

function slugs(roles: readonly Role[]): string[] {
  return roles.map(({ slug }) => slug)
}

test('features that wait behind a settled structure ask for a backend developer', () => {
  const { best, candidates } = chooseRole(described, listRoles())

  expect(slugs(best)).toEqual(['backend-developer'])
  expect(candidates.map(({ sum }) => sum)).toEqual([8, -4])
})

test('open decisions and talks with leaders ask for a backend engineer', () => {
  const { best, candidates } = chooseRole(open, listRoles())

  expect(slugs(best)).toEqual(['backend-engineer'])
  expect(candidates.map(({ sum }) => sum)).toEqual([8, -4])
})

test('three answers of described work outweigh one of an open decision', () => {
  const { candidates } = chooseRole({ ...described, undo: 'hard' }, listRoles())

  expect(candidates.map(({ role, sum }) => [role.slug, sum])).toEqual([
    ['backend-developer', 5],
    ['backend-engineer', -1],
  ])
})

test('two answers for each side are a draw, and both roles are named', () => {
  const { best } = chooseRole({ ...described, talks: 'leaders', undo: 'hard' }, listRoles())

  expect(slugs(best)).toEqual(['backend-developer', 'backend-engineer'])
})

test('an answer of "both" or "cannot say" counts for nobody', () => {
  const { candidates } = chooseRole({ ...described, talks: 'both', undo: 'unsure' }, listRoles())

  expect(candidates[0]?.points).toEqual({ structure: 2, waiting: 2, talks: 0, undo: 0 })
})

test('in operations the same answers part the DevOps engineer from the cloud architect', () => {
  expect(slugs(chooseRole({ ...described, work: 'operations' }, listRoles()).best)).toEqual([
    'devops-engineer',
  ])
  expect(slugs(chooseRole({ ...open, work: 'operations' }, listRoles()).best)).toEqual(['cloud-architect'])
})

test('where one role does the work, the answers settle the level', () => {
  const settled = chooseRole({ ...described, work: 'phone' }, listRoles())
  const undecided = chooseRole({ ...open, work: 'phone' }, listRoles())

  expect([slugs(settled.best), settled.level]).toEqual([['mobile-developer'], 'mid'])
  expect([slugs(undecided.best), undecided.level]).toEqual([['mobile-developer'], 'senior'])
})

test('somebody works in every area that can be chosen, and every role can be the answer', () => {
  const found = workAreas.flatMap((work) => [
    ...chooseRole({ ...described, work }, listRoles()).best,
    ...chooseRole({ ...open, work }, listRoles()).best,
  ])
  const deserted = workAreas.filter((work) => chooseRole({ ...open, work }, listRoles()).best.length === 0)

  expect(deserted).toEqual([])
  expect([...new Set(slugs(found))].sort()).toEqual(slugs(listRoles()).sort())
})

test('where nobody works there is no answer', () => {
  expect(chooseRole(described, []).best).toEqual([])
})

test('an answer that no question offers is refused with words that say what to do', () => {
  const parsed = answersSchema.safeParse({ ...open, undo: 'never' })

  expect(parsed.error?.issues).toMatchObject([
    { path: ['undo'], message: 'Say how hard it is to take back what they decide.' },
  ])
})
