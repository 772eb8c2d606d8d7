import { expect, test } from 'vitest'
import { sayDone } from './say-done.ts'

const words = { saved: 'Saved.' }
const saidAt = (query: string) => sayDone(words, { url: `https://firm.example/page${query}` })

test('a page says what was done before it in its own words', () => {
  expect(saidAt('?done=saved')).toBe('Saved.')
})

test('an address that names nothing of it says nothing, also where it names what every object has', () => {
  const queries = ['', '?done=', '?done=sold', '?done=__proto__', '?done=constructor', '?done=toString']

  expect(queries.map(saidAt)).toEqual(queries.map(() => null))
})
