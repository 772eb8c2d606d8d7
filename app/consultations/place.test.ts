import { expect, test } from 'vitest'
import { site } from '#app/site.ts'
import { callsVisitor, locationOf, locationWithoutNumber, meetingPlace } from './place.ts'

const about = { phone: '+49 30 1234567', room: 'a1b2c3' }

test('a type is held as the firm does it usually, unless it says otherwise', () => {
  expect(meetingPlace({ place: 'usual', placeDetail: '' })).toBe(site.meeting)
})

test('a video call has a room of its own', () => {
  const video = { place: 'video', placeDetail: 'https://meet.example/talk-{id}' } as const

  expect(locationOf(video, about)).toBe('https://meet.example/talk-a1b2c3')
  expect(callsVisitor(video)).toBe(false)
})

test('a call by telephone names the number to staff, and to nobody whose address proved nothing', () => {
  const location = locationOf({ place: 'phone', placeDetail: '' }, about)

  expect(location).toBe('We call you on +49 30 1234567')
  expect(locationWithoutNumber(location)).toBe('We call you on the number that you gave us.')
})

test('an address is said as it stands', () => {
  const location = locationOf({ place: 'address', placeDetail: 'MG Road 1, Bengaluru' }, about)

  expect(locationWithoutNumber(location)).toBe('MG Road 1, Bengaluru')
})
