import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { addDraft, findDraft, keepStep } from './draft-rows.server.ts'
import type { StepDraft } from './draft.ts'

const now = new Date('2026-11-30T06:00:00Z')

test('a draft is there for fourteen days after the last step, and no longer', async () => {
  const draft = await addDraft({ steps: { roles: step('a') }, origin: {} }, now)
  const later = addDays(now, 10)
  await keepStep(draft, 'work', { ...step('b'), seen: '' }, later)

  expect(await findDraft(draft.publicId, addDays(now, 15))).not.toBeNull()
  expect(await findDraft(draft.publicId, addDays(later, 14))).toBeNull()
})

test('two tabs at different steps both keep theirs', async () => {
  const draft = await addDraft({ steps: { roles: step('a') }, origin: {} }, now)

  await keepStep(draft, 'work', { ...step('tab 1'), seen: '' }, now)
  const second = await keepStep(draft, 'terms', { ...step('tab 2'), seen: '' }, now)

  expect(second.ok).toBe(true)
  expect(Object.keys((await findDraft(draft.publicId, now))?.steps ?? {}).sort()).toEqual([
    'roles',
    'terms',
    'work',
  ])
})

test('a tab that was drawn before another one wrote the step is told, and may then insist', async () => {
  const draft = await addDraft({ steps: { work: step('first') }, origin: {} }, now)
  await keepStep(draft, 'work', { ...step('tab 1'), seen: 'first' }, now)
  const newer = await findDraft(draft.publicId, now)
  if (!newer) throw new Error('the draft is gone')

  const refused = await keepStep(newer, 'work', { ...step('tab 2'), seen: 'first' }, now)
  const insisted = await keepStep(newer, 'work', { ...step('tab 2'), seen: 'tab 1' }, now)

  expect(refused).toEqual({ ok: false, reason: 'changed-elsewhere' })
  expect(insisted.ok).toBe(true)
})

test('a page that goes back and continues again is no other tab', async () => {
  const draft = await addDraft({ steps: {}, origin: {} }, now)
  const first = await keepStep(draft, 'work', { ...step('page'), seen: '' }, now)
  if (!first.ok) throw new Error(first.reason)

  const again = await keepStep(first.value, 'work', { ...step('page'), seen: '' }, now)

  expect(again.ok).toBe(true)
})

function step(by: string): StepDraft {
  return { fields: [['stage', 'idea']], by, done: true }
}
