import { expect, test } from 'vitest'
import { firstFreeMoment, isOverTheDay, lettersADay } from './recipient-limits.ts'

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`)

test('the first three letters go out at once', () => {
  expect(firstFreeMoment([], at('10:00'))).toEqual(at('10:00'))
  expect(firstFreeMoment([at('09:59'), at('10:00')], at('10:00'))).toEqual(at('10:00'))
})

test('the fourth within an hour waits until the first is an hour old', () => {
  const planned = [at('09:40'), at('09:20'), at('09:50')]

  expect(firstFreeMoment(planned, at('10:00'))).toEqual(at('10:20'))
})

test('letters that went out more than an hour ago do not count', () => {
  const planned = [at('08:00'), at('08:30'), at('09:00')]

  expect(firstFreeMoment(planned, at('10:00'))).toEqual(at('10:00'))
})

test('letters that wait already count for the hour in which they go out', () => {
  const planned = [at('09:20'), at('09:40'), at('09:50'), at('10:20')]

  expect(firstFreeMoment(planned, at('10:00'))).toEqual(at('10:40'))
})

test('letters planned for next week do not hold back one of today', () => {
  const nextWeek = ['10:00', '10:10', '10:20'].map((time) => new Date(`2026-12-08T${time}:00Z`))

  expect(firstFreeMoment(nextWeek, at('10:00'))).toEqual(at('10:00'))
})

test('a day has room for ten letters, and letters of tomorrow take none of it', () => {
  const nine = Array.from({ length: lettersADay - 1 }, () => at('09:00'))
  const tomorrow = new Date('2026-12-02T09:30:00Z')

  expect(isOverTheDay([...nine, tomorrow], at('10:00'))).toBe(false)
  expect(isOverTheDay([...nine, at('09:30')], at('10:00'))).toBe(true)
})

test('a letter of a day ago leaves room for another', () => {
  const ten = Array.from({ length: lettersADay }, () => new Date('2026-11-30T10:00:00Z'))

  expect(isOverTheDay(ten, at('10:00'))).toBe(false)
})
