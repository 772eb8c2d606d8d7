import { expect, test } from 'vitest'
import { readPlace, writePlace } from './timeline-place.ts'

const at = new Date('2026-11-23T09:00:00.123Z')
const letter = '019a3c5e-7b1d-7c3a-9e55-0a1b2c3d4e5f'

test('a place in the timeline goes into an address and comes back', () => {
  expect(readPlace(writePlace({ at, event: 12n }))).toEqual({ at, event: 12n })
  expect(readPlace(writePlace({ at, letter }))).toEqual({ at, letter })
})

test('what names no place begins with the newest', () => {
  const texts = [null, '', '2026-11-23T09:00:00Z', '17-', '17-e', '17-eleven', '17-l12', `x-l${letter}`]

  expect(texts.map(readPlace)).toEqual(texts.map(() => null))
})
