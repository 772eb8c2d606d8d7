import { expect, test } from 'vitest'
import { firstFreeMoment } from './recipient-limits.ts'

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

test('the eleventh within a day waits until the first is a day old', () => {
  const ten = ['00', '02', '04', '06', '08', '10', '12', '14', '16', '18'].map((hour) => at(`${hour}:00`))

  expect(firstFreeMoment(ten, at('20:00'))).toEqual(new Date('2026-12-02T00:00:00Z'))
})

test('letters of tomorrow take no room today', () => {
  const tomorrow = Array.from({ length: 10 }, (_, index) => new Date(`2026-12-02T1${index}:30:00Z`))

  expect(firstFreeMoment(tomorrow, at('10:00'))).toEqual(at('10:00'))
})
