import { expect, test } from 'vitest'
import { listRoles } from '#app/roles/roles.server.ts'
import { precisionOf, recallOf, scoreOf } from './score.fixture.ts'
import { texts } from './texts.fixture.ts'
import { understand } from './understand.ts'

const roles = listRoles()
/** Those that nobody looked at while the word lists were tuned. */
const unseen = texts.filter((_, index) => index % 2 === 1)

test('of what is understood nine tenths are right, and of what is said eight tenths are understood', () => {
  const all = scoreOf(texts, roles).get('all')
  const ofUnseen = scoreOf(unseen, roles).get('all')
  if (!all || !ofUnseen) throw new Error('nothing was counted')

  expect(texts.length).toBeGreaterThanOrEqual(40)
  expect(precisionOf(all)).toBeGreaterThanOrEqual(0.9)
  expect(recallOf(all)).toBeGreaterThanOrEqual(0.8)
  expect(precisionOf(ofUnseen)).toBeGreaterThanOrEqual(0.9)
  expect(recallOf(ofUnseen)).toBeGreaterThanOrEqual(0.8)
})

test('an ordinary sentence becomes an ordinary answer', () => {
  const read = understand(
    'We need two senior backend developers, full time, as soon as possible, for six months. PostgreSQL and Go. Berlin, 4 hours overlap.',
    roles,
  )

  expect(read).toEqual({
    roles: [{ role: 'backend-developer', count: '2', seniority: 'senior' }],
    skills: ['PostgreSQL', 'Go'],
    ...{ start: 'now', duration: '3_6m', engagement: 'full_time', timeZone: 'Europe/Berlin', overlap: '4h' },
  })
})

test('a text that says nothing of it leaves everything to the visitor', () => {
  expect(understand('Good morning. The weather is nice.', roles)).toEqual({
    ...{
      roles: [],
      skills: [],
      start: null,
      duration: null,
      engagement: null,
      timeZone: null,
      overlap: null,
    },
  })
})

test('twenty thousand characters of anything are read in a moment', () => {
  const begun = performance.now()
  for (const text of [
    'a '.repeat(10_000),
    '1 '.repeat(10_000),
    'developer '.repeat(2000),
    '((((-'.repeat(4000),
  ]) {
    understand(text, roles)
  }

  expect(performance.now() - begun).toBeLessThan(4000)
})
