import { expect, test } from 'vitest'
import { inSentence, withArticle } from './role-name.ts'

test('a title loses its capital inside a sentence', () => {
  expect(withArticle('Backend developer')).toBe('a backend developer')
  expect(withArticle('Application security engineer')).toBe('an application security engineer')
})

test('a name keeps its capital', () => {
  expect(withArticle('Salesforce developer')).toBe('a Salesforce developer')
  expect(withArticle('Android developer')).toBe('an Android developer')
  expect(inSentence('Goal keeper')).toBe('goal keeper')
})

test('an abbreviation keeps its capitals and takes the article of how it is spelled out', () => {
  expect(withArticle('QA automation engineer')).toBe('a QA automation engineer')
  expect(withArticle('UI/UX designer')).toBe('a UI/UX designer')
  expect(withArticle('ML engineer')).toBe('an ML engineer')
  expect(inSentence('DevOps engineer')).toBe('DevOps engineer')
})
