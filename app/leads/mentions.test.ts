import { expect, test } from 'vitest'
import { mentionedIn } from './mentions.ts'

const people = [
  { id: '1', name: 'Asha Rao' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Ann Smith' },
  { id: '4', name: 'Anna Berg' },
]
const idsIn = (words: string) => mentionedIn(words, people).map(({ id }) => id)

test('a full name after an @ mentions, in any case of letters', () => {
  expect(idsIn('@asha rao, can you call them? And @Ann Smith too.')).toEqual(['1', '3'])
})

test('a first name is enough when only one colleague has it', () => {
  expect(idsIn('Ask @Asha.')).toEqual(['1'])
  expect(idsIn('Ask @Ann.')).toEqual([])
})

test('the beginning of another name mentions nobody', () => {
  expect(idsIn('@Anna, please')).toEqual(['4'])
  expect(idsIn('ask @ashanti')).toEqual([])
})
