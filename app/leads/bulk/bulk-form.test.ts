import { expect, test } from 'vitest'
import { readLeadFilter } from '../list/filter.ts'
import { chosenIn } from './bulk-form.ts'

const after = '1764000000000-00000000-0000-4000-8000-000000000000'

test('all that a filter finds are chosen by the whole of it, however long, and from no page of the list', () => {
  const roles = Array.from({ length: 20 }, (_, i) => `role-${i}-${'x'.repeat(50)}`).join(',')
  const skills = Array.from({ length: 20 }, (_, i) => `skill ${i} ${'é'.repeat(40)}`).join(',')
  const address = new URLSearchParams({ role: roles, skill: skills, lost: 'budget', after })

  const chosen = chosenIn(address)

  expect('query' in chosen && readLeadFilter(new URLSearchParams(chosen.query))).toEqual({
    ...readLeadFilter(address),
    after: undefined,
  })
})

test('ticked leads are chosen once each, and what is no number of a lead is left out', () => {
  const address = new URLSearchParams(
    'only=ticked&q=acme&ref=7&ref=8&ref=7&ref=-1&ref=1.5&ref=x&ref=4294967296',
  )

  expect(chosenIn(address)).toEqual({ refs: [7, 8] })
})
