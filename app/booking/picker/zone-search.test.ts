import { expect, test } from 'vitest'
import { search } from './zone-search.js'

const zones = [
  { text: 'Berlin (UTC+1)', value: 'Europe/Berlin', dataset: { also: 'Hamburg|München' } },
  { text: 'Bern (UTC+1)', value: 'Europe/Zurich', dataset: { also: 'Zürich|Geneva' } },
  { text: 'New York (UTC-5)', value: 'America/New_York', dataset: { also: 'Washington' } },
  { text: 'York (UTC+0)', value: 'Europe/London', dataset: {} },
  { text: 'Kolkata (UTC+5:30)', value: 'Asia/Kolkata', dataset: { also: 'Mumbai' } },
  { text: 'UTC (UTC+0)', value: 'UTC', dataset: {} },
]
const found = (typed: string) => search(zones, typed).map(({ option }) => option.value)

test.each([
  ['berl', ['Europe/Berlin']],
  ['munchen', ['Europe/Berlin']],
  ['ZÜRICH', ['Europe/Zurich']],
  ['asia/kol', ['Asia/Kolkata']],
  ['atlantis', []],
])('what is typed is found without accents, capitals and slashes: %s', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test('a name that begins so comes before one that has such a word', () => {
  expect(found('york')).toEqual(['Europe/London', 'America/New_York'])
})

test('two letters are the beginning of a word, three may stand within one', () => {
  expect(found('lk')).toEqual([])
  expect(found('lka')).toEqual(['Asia/Kolkata'])
})

test.each(['+0530', 'GMT+5:30', 'utc +05:30', '+5:30'])('an offset finds all that have it: %s', (typed) => {
  expect(found(typed)).toEqual(['Asia/Kolkata'])
})

test.each(['UTC+0', '-0', 'GMT\u22120'])('no offset has no sign: %s', (typed) => {
  expect(found(typed)).toEqual(['Europe/London', 'UTC'])
})

test('another city of the zone is named, its own name and its code are not', () => {
  expect(search(zones, 'mumbai')[0]?.name).toBe('Mumbai')
  expect(search(zones, 'kolkata')[0]?.name).toBe('')
  expect(search(zones, 'asia')[0]?.name).toBe('')
})

test('no more than twelve are shown', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...{ text: `Place ${index} (UTC+1)`, value: `Europe/P${index}` },
    dataset: {},
  }))
  expect(search(many, 'place')).toHaveLength(12)
})
