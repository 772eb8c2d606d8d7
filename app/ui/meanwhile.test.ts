import { expect, test } from 'vitest'
import { differencesOf } from './meanwhile.ts'

const labels = { name: 'Name', minutes: 'Length', place: 'How we meet' }

test('what says the same is not shown, and fields without a label are nobody’s business', () => {
  const saved = { name: 'First call', minutes: '30', place: 'phone', position: '1' }
  const typed = { name: 'First call', minutes: '45', place: '', position: '2' }

  expect(differencesOf(labels, saved, typed)).toEqual([
    { label: 'Length', saved: '30', typed: '45' },
    { label: 'How we meet', saved: 'phone', typed: '' },
  ])
})

test('two who saved the same do not differ', () => {
  const both = { name: 'First call', minutes: '30', place: 'phone' }

  expect(differencesOf(labels, both, both)).toEqual([])
})
