import { randomUUID } from 'node:crypto'
import { expect, siteUrls, test } from './fixtures.ts'

test('200 people book one hour of one host through two servers: one has it', async ({
  freeSlot,
  query,
  letters,
}) => {
  const slot = await freeSlot(12)
  const domain = `${randomUUID().slice(0, 8)}.example`

  const statuses = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const answer = await fetch(`${siteUrls()[index % 2]}/api/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'consultation',
          host: 'engineering-consultant',
          start: slot.start,
          timeZone: 'Europe/Berlin',
          name: `Visitor ${index}`,
          email: `visitor${index}@${domain}`,
          idempotencyKey: randomUUID(),
        }),
      })
      return answer.status
    }),
  )

  expect(statuses.filter((status) => status === 201)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409)).toHaveLength(199)
  const booked = await query<{ visitor_email: string }>(
    'SELECT visitor_email FROM booking WHERE visitor_email LIKE $1',
    [`%@${domain}`],
  )
  expect(booked).toHaveLength(1)
  const [letter] = await letters(booked[0]?.visitor_email ?? '')
  expect(letter?.subject).toBeTruthy()
  const announced = await query(`SELECT id FROM letter WHERE "to" LIKE $1 AND kind = 'booking-confirmed'`, [
    `%@${domain}`,
  ])
  expect(announced).toHaveLength(1)
})

test('two free hosts mean two bookings of one time, and no third', async ({ freeSlot }) => {
  const slot = await freeSlot(15)

  const statuses = await Promise.all(
    [0, 1, 2].map(async (index) => {
      const answer = await fetch(`${siteUrls()[index % 2]}/api/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'consultation',
          start: slot.start,
          timeZone: 'UTC',
          name: 'Ann Example',
          email: `ann@${randomUUID().slice(0, 8)}.example`,
          idempotencyKey: randomUUID(),
        }),
      })
      return answer.status
    }),
  )

  expect(statuses.sort()).toEqual([201, 201, 409])
})
