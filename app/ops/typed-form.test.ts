import { expect, test } from 'vitest'
import { typedText } from './typed-form.ts'

test('the words typed into a field are shown again', () => {
  expect(typedText({ name: 'Ann', roles: [{ role: 'backend-developer' }] }, 'name')).toBe('Ann')
})

test('a field that was left out, or is a list, has no words', () => {
  expect(typedText({ roles: [{ role: 'backend-developer' }] }, 'name')).toBe('')
  expect(typedText({ roles: [{ role: 'backend-developer' }] }, 'roles')).toBe('')
})

test('where nothing was typed, as in a row of no fields, there are no words', () => {
  expect(typedText(undefined, 'role')).toBe('')
  expect(typedText(null, 'role')).toBe('')
  expect(typedText('backend-developer', 'role')).toBe('')
})
