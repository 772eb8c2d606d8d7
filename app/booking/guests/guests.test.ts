import { expect, test } from 'vitest'
import { guestsBeside, guestsSchema, mostGuests } from './guests.ts'

function messageFor(typed: unknown): string | undefined {
  return guestsSchema.safeParse(typed).error?.issues[0]?.message
}

test('addresses may stand between commas, semicolons, spaces and line ends, each counts once', () => {
  const typed = ' Bo@acme.example, cy@acme.example;bo@acme.example\r\ndi@acme.example '

  expect(guestsSchema.parse(typed)).toEqual(['bo@acme.example', 'cy@acme.example', 'di@acme.example'])
})

test('a program sends a list', () => {
  expect(guestsSchema.parse(['Bo@acme.example'])).toEqual(['bo@acme.example'])
})

test('an empty field and none invite nobody', () => {
  expect([guestsSchema.parse(''), guestsSchema.parse(undefined)]).toEqual([[], []])
})

test('what is no address is named', () => {
  expect(messageFor('bo@acme.example, cy@')).toBe(
    '“cy@” is not an e-mail address. Write them like name@example.com, with commas between.',
  )
})

test('five guests may come, a sixth is one too many', () => {
  const some = (count: number) => Array.from({ length: count }, (_, index) => `g${index}@acme.example`)

  expect(messageFor(some(mostGuests))).toBeUndefined()
  expect(messageFor(some(mostGuests + 1))).toBe('Invite 5 guests at most.')
})

test('the visitor and the host are no guests of their own', () => {
  expect(guestsBeside(['ann@acme.example'], ['ann@acme.example', 'bo@acme.example'])).toEqual([
    'bo@acme.example',
  ])
})
