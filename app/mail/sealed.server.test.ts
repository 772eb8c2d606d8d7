import { expect, test } from 'vitest'
import { seal, unsealed, withoutSealed } from './sealed.server.ts'

const url = 'https://firm.example/staff/reset/abc'
const letter = { kind: 'password-reset', props: { name: 'Ana', url: seal(url) } }

test('the outbox holds nothing of a sealed link, and the letter that is sent holds it whole', () => {
  expect(JSON.stringify(letter)).not.toContain('reset/abc')
  expect(unsealed(letter).props).toEqual({ name: 'Ana', url })
})

test('the desk shows the letter without the link', () => {
  expect(withoutSealed(letter).props).toEqual({
    name: 'Ana',
    url: '[a link that only the letter itself has]',
  })
})

test('a seal that somebody changed is not opened', () => {
  const [first, ...rest] = letter.props.url.slice('sealed:'.length)
  const forged = { ...letter, props: { url: `sealed:${first === 'A' ? 'B' : 'A'}${rest.join('')}` } }

  expect(() => unsealed(forged)).toThrow('cannot be opened')
})
