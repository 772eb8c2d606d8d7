import { expect, test } from 'vitest'
import { parseFormData } from '#app/ops/forms.server.ts'
import { statusActSchema } from './status-acts.ts'

const acts = statusActSchema({
  isRole: (role) => role === 'backend-developer',
  noticeVersion: '2026-11-22',
  budgets: [],
})

/** The form of a changed request as a page sends it, every field there. */
function changed(fields: Record<string, string>) {
  const form = new FormData()
  const left = {
    'roles[0].role': '',
    'roles[0].otherRole': '',
    'roles[0].count': '',
    'roles[0].seniority': '',
  }
  const unsaid = {
    ...{ stage: '', readiness: '', message: '', skills: '', niceSkills: '' },
    ...{ engagement: '', start: '', duration: '', timeZone: '', overlap: '', budget: '' },
  }
  const all = {
    ...{ intent: 'edit', key: '3f0b4a52-6c0e-4b0a-9d5e-0c8f6c2f7a11' },
    ...{ ...left, ...unsaid, ...fields },
  }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  return parseFormData(acts, form)
}

test('what the short way left unsaid may stay so, the role too', () => {
  expect(changed({ message: 'Queues' })).toMatchObject({
    ok: true,
    value: {
      ...{ roles: [], skills: [], stage: '', start: '', overlap: '', message: 'Queues' },
      ...{ readiness: '', timeZone: '', budget: '', security: [] },
    },
  })
})

test('a role that is begun is said whole, and one that we do not know is refused', () => {
  expect(changed({ 'roles[0].count': '3' })).toMatchObject({
    ok: false,
    errors: {
      'roles[0].role': ['Choose a role.'],
      'roles[0].seniority': ['Choose how experienced they should be.'],
    },
  })
  expect(
    changed({ 'roles[0].role': 'wizard', 'roles[0].count': '3', 'roles[0].seniority': 'senior' }),
  ).toMatchObject({ ok: false, errors: { 'roles[0].role': ['Choose a role from the list.'] } })
})

test('a place, a need or a budget that nobody offered is refused at its field', () => {
  expect(
    changed({ stage: 'done', timeZone: 'Moon/Base', budget: 'USD 1 for each hour', security: 'guards' }),
  ).toMatchObject({
    ok: false,
    errors: {
      stage: ['Choose where the work stands.'],
      timeZone: ['Choose a time zone from the list.'],
      budget: ['Choose one of the budgets.'],
    },
  })
})
