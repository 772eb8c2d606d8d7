/** Runs after all others (see playwright.config.ts): both servers are busy with nothing else for a while. */
import { sendMany } from '../app/ops/load.fixture.ts'
import { expect, test } from './fixtures.ts'
import { deadlocks, heldIn, makeCalendar, serverFor, someone, startAt } from './race-calendars.ts'

test('10,000 attempts at one time of one host over 200 connections, through two servers: one has it', async ({
  query,
  letters,
}) => {
  test.setTimeout(150_000)
  const calendar = await makeCalendar(query, { hosts: 1 })
  const start = startAt('10:00')
  const deadlocksBefore = await deadlocks(query)

  const began = performance.now()
  const answers = await sendMany({ count: 10_000, connections: 200 }, async (index, send) => {
    const body = someone(calendar, start)
    const { status } = await send({
      url: `${serverFor(index)}/api/bookings`,
      body: JSON.stringify(body),
    })
    return { status, email: body.email }
  })
  const seconds = (performance.now() - began) / 1000

  console.log(`note: 10,000 attempts at one time took ${seconds.toFixed(1)} s`)
  const winners = answers.filter(({ status }) => status === 201)
  expect(winners).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9_999)
  expect(await heldIn(query, calendar)).toMatchObject([{ start, sequence: 0 }])
  expect(await deadlocks(query)).toBe(deadlocksBefore)
  const [letter] = await letters(winners[0]?.email ?? '')
  expect(letter?.subject).toBeTruthy()
})
