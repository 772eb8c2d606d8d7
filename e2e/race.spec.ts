import { expect, test } from './fixtures.ts'
import {
  bookThrough,
  heldIn,
  makeBooking,
  makeCalendar,
  postThrough,
  someone,
  startAt,
} from './race-calendars.ts'
import { staffCookie } from './samples.ts'

test('of starts that overlap only those win that go together, and no free half hour is left', async ({
  query,
}) => {
  const calendar = await makeCalendar(query, { hosts: 1, stepMinutes: 15 })
  const starts = ['10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45'].map(startAt)

  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, index) =>
      bookThrough(index, someone(calendar, starts[(index * 3) % 8] ?? '')),
    ),
  )

  const held = (await heldIn(query, calendar)).map(({ start }) => Date.parse(start))
  const overlap = (a: number, b: number) => Math.abs(a - b) < 30 * 60_000
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(held.length)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(80 - held.length)
  expect(held.filter((start, i) => held.slice(i + 1).some((later) => overlap(start, later)))).toEqual([])
  expect(starts.filter((start) => !held.some((taken) => overlap(taken, Date.parse(start))))).toEqual([])
})

test('20 at once for a time that three hosts have: three are booked, one of each', async ({ query }) => {
  const calendar = await makeCalendar(query, { hosts: 3 })

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => bookThrough(index, someone(calendar, startAt('10:00')))),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, ...Array(17).fill(409)])
  expect((await heldIn(query, calendar)).map(({ host }) => host)).toEqual(calendar.hosts)
})

test('two people moving into one time: one has it, the other keeps theirs', async ({ query }) => {
  const calendar = await makeCalendar(query, { hosts: 1 })
  const ann = await makeBooking(calendar, startAt('09:00'))
  const ben = await makeBooking(calendar, startAt('09:30'))
  const wanted = startAt('14:00')

  const answers = await Promise.all(
    [ann, ben].map(({ managePath }, index) => postThrough(index, managePath, { start: wanted })),
  )

  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const loser = answers[0]?.status === 409 ? ann : ben
  expect(await heldIn(query, calendar)).toMatchObject([
    { reference: loser.reference, sequence: 0, start: startAt(loser === ann ? '09:00' : '09:30') },
    { sequence: 1, start: wanted },
  ])
})

test('a booking that is moved and cancelled at once ends cancelled, and neither time stays taken', async ({
  query,
}) => {
  const calendar = await makeCalendar(query, { hosts: 1 })
  const { managePath } = await makeBooking(calendar, startAt('09:00'))

  const [moved, cancelled] = await Promise.all([
    postThrough(0, managePath, { start: startAt('14:00') }),
    postThrough(1, managePath, { intent: 'cancel', reason: '' }),
  ])

  expect([303, 409]).toContain(moved.status)
  expect(cancelled.status).toBe(303)
  expect(await heldIn(query, calendar)).toEqual([])
  const again = ['09:00', '14:00'].map((time) => bookThrough(0, someone(calendar, startAt(time))))
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual([201, 201])
})

test('a visitor moves a booking while staff cancel it: one of the two happens, and the other is told', async ({
  query,
}) => {
  const calendar = await makeCalendar(query, { hosts: 1 })
  const { reference, managePath } = await makeBooking(calendar, startAt('09:00'))
  const cancel = { intent: 'cancel', reason: '', sequence: '0', status: 'confirmed' }

  const [moved, cancelled] = await Promise.all([
    postThrough(0, managePath, { start: startAt('14:00') }),
    postThrough(1, `/staff/bookings/${reference}`, cancel, staffCookie()),
  ])

  const held = await heldIn(query, calendar)
  expect([moved.status, cancelled.status].sort()).toEqual([303, 409])
  expect(held).toMatchObject(
    moved.status === 303 ? [{ reference, start: startAt('14:00'), sequence: 1 }] : [],
  )
})

test('a double click books once and shows the same page twice', async ({ query }) => {
  const calendar = await makeCalendar(query, { hosts: 2 })
  const form = someone(calendar, startAt('10:00'))

  const answers = await Promise.all([0, 1].map((index) => postThrough(index, '/book', form)))

  const [first, second] = answers.map((answer) => answer.headers.get('location'))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(first).toMatch(/^\/booked\//)
  expect(second).toBe(first)
  expect(await heldIn(query, calendar)).toHaveLength(1)
})

test('a program that sends one key ten times at once gets one booking, and the same answer ten times', async ({
  query,
}) => {
  const calendar = await makeCalendar(query, { hosts: 2 })
  const body = someone(calendar, startAt('10:00'))

  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => bookThrough(index, body)))

  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
  const said = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(said).size).toBe(1)
  expect(await heldIn(query, calendar)).toHaveLength(1)
})
