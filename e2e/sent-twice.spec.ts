import { expect, test } from './fixtures.ts'
import {
  bookingFields,
  newMarker,
  officeTime,
  post,
  requirementFields,
  shareByLongWay,
  traces,
} from './samples.ts'

test('the same form sent twice is one requirement and one booking', async ({ query }) => {
  const marker = newMarker()
  const requirement = requirementFields(marker)
  const booking = bookingFields(marker, { start: officeTime(4, '10:00') })

  const shared = await Promise.all([post('/start', requirement), post('/start', requirement)])
  const booked = await Promise.all([post('/book', booking), post('/book', booking)])

  const [counted] = await query(
    `SELECT (SELECT count(*)::int FROM submission WHERE email = $1 AND kind = 'requirement') AS requirements,
       (SELECT count(*)::int FROM booking WHERE visitor_email = $1) AS bookings,
       (SELECT count(*)::int FROM letter WHERE "to" = $1 AND kind <> 'booking-reminder') AS letters`,
    [`ann@${marker}.example`],
  )
  expect([...shared, ...booked].map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(shared[0]?.headers.get('location')).toBe(shared[1]?.headers.get('location'))
  expect(booked[0]?.headers.get('location')).toBe(booked[1]?.headers.get('location'))
  expect(counted).toEqual({ requirements: 1, bookings: 1, letters: 2 })
})

test('a form that was sent before and says something else now is refused', async ({ query }) => {
  const marker = newMarker()
  const requirement = requirementFields(marker)
  const booking = bookingFields(marker, { start: officeTime(4, '10:30') })
  await post('/start', requirement)
  await post('/book', booking)
  const before = await traces(query, marker)

  const shared = await post('/start', { ...requirement, message: 'Something else' })
  const booked = await post(`/book?slot=${booking.start}`, { ...booking, message: 'Something else' })

  expect([shared.status, booked.status]).toEqual([422, 422])
  expect(await shared.text()).toContain('This form was sent before with other answers.')
  expect(await booked.text()).toContain('This form was sent before with other answers.')
  expect(await traces(query, marker)).toBe(before)
})

test('the long way sent twice at once is one request, and what was begun is gone', async ({ query }) => {
  const marker = newMarker()
  const sent = await shareByLongWay(marker, {}, 3)

  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
  const [first, ...others] = sent.map(({ headers }) => headers.get('location'))
  expect(first).toMatch(/^\/start\/done\//)
  expect(others).toEqual([first, first])
  const [counted] = await query(
    `SELECT (SELECT count(*)::int FROM submission WHERE email = $1) AS submissions,
       (SELECT count(*)::int FROM requirement_draft WHERE steps::text LIKE $2) AS drafts`,
    [`ann@${marker}.example`, `%${marker}%`],
  )
  expect(counted).toEqual({ submissions: 1, drafts: 0 })
})
