import { expect, test } from 'vitest'
import { fillTemplate, templateSchema, unknownPlaceholders } from './template.ts'

const known = {
  person: 'Dana Doe',
  company: 'Acme',
  needs: '2 × Backend developer',
  sender: 'Cora',
  firm: 'Benchline',
}

test('words in braces become what is known of the lead', () => {
  expect(fillTemplate('Dear {{person}}, about {{ needs }} for {{company}}', known)).toBe(
    'Dear Dana Doe, about 2 × Backend developer for Acme',
  )
})

test('a name that is itself a placeholder is not replaced again', () => {
  expect(fillTemplate('Dear {{person}}', { ...known, person: '{{firm}}' })).toBe('Dear {{firm}}')
})

test('a word in braces that stands for nothing is refused by name', () => {
  expect(unknownPlaceholders('{{person}} {{rate}}')).toEqual(['rate'])
  const parsed = templateSchema.safeParse({ name: 'First', subject: 'Hello {{constructor}}', body: 'Hello' })
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    'Nothing is known by the name {{constructor}}.',
  ])
})
