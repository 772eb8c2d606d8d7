/**
 * Bookings in a second, one after the other, beside plain `pg` sending the very same statements: what is recorded while
 * `bookSlot` works is sent again, so the difference is what the client and our own code cost.
 */
import { randomUUID } from 'node:crypto'
import { addDays, addMinutes } from 'date-fns'
import { Client, type QueryConfig, type QueryResult } from 'pg'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema } from './booking.ts'

type Callback = (error: Error | null, result?: QueryResult<unknown[]>) => void
type Sent = { config: QueryConfig; rows: unknown[][] }

const now = new Date('2026-11-30T00:00:00Z')

const rounds = 5

export default async function bench(print: (line: string) => void): Promise<void> {
  await loadFirstCalendars()
  const starts = workingTimes()
  // Not counted: both sides are measured warm.
  await runRound(starts)
  const runs: Round[] = []
  for (let round = 0; round < rounds; round++) runs.push(await runRound(starts))
  await db.$disconnect()

  // The best of each side: what others do on the machine only ever slows one down.
  const ours = Math.max(...runs.map((run) => run.ours))
  const theirs = Math.max(...runs.map((run) => run.theirs))
  print(
    `booking: ${starts.length} bookings one after the other, ${runs[0]?.statements.toFixed(0)} statements each, best of ${rounds}`,
  )
  print(`  bookSlot                         ${ours.toFixed(0)} a second`)
  print(`  pg sending the same statements   ${theirs.toFixed(0)} a second`)
  print(`  ratio                            ${(ours / theirs).toFixed(2)}`)
}

type Round = { ours: number; theirs: number; statements: number }

async function runRound(starts: readonly Date[]): Promise<Round> {
  await forgetBookings()
  const recording = record()
  const ours = await perSecond(starts, book)
  recording.stop()
  await forgetBookings()
  const theirs = await replay(recording.sent, starts.length)
  return { ours, theirs, statements: recording.sent.length / starts.length }
}

/** Three weeks of half hours in the first calendars, Monday to Friday from 11:00 in Kolkata. */
function workingTimes(): Date[] {
  const days = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18].map((day) => addDays(now, day))
  return days.flatMap((day) => Array.from({ length: 16 }, (_, half) => addMinutes(day, 330 + half * 30)))
}

async function book(start: Date): Promise<void> {
  const request = bookingRequestSchema.parse({
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID()}.example`,
    company: '',
    phone: '',
    message: '',
    idempotencyKey: randomUUID(),
  })
  const booked = await bookSlot(request, { now })
  if (!booked.ok) throw new Error(`${start.toISOString()} was refused: ${booked.reason}`)
}

async function perSecond(starts: readonly Date[], act: (start: Date) => Promise<void>): Promise<number> {
  const began = performance.now()
  for (const start of starts) await act(start)
  return (starts.length * 1000) / (performance.now() - began)
}

async function forgetBookings(): Promise<void> {
  await db.$executeRaw`TRUNCATE letter, booking, lead_event, submission, lead, person_email, person, company CASCADE`
}

/** Notes each statement that goes to PostgreSQL, and what came of it. */
function record(): { sent: Sent[]; stop(): void } {
  const sent: Sent[] = []
  const original = Client.prototype.query
  const note = (config: QueryConfig, { rows }: QueryResult<unknown[]>) => sent.push({ config, rows })
  // A pool calls back, a transaction's client is awaited.
  const noting = function (this: Client, config: QueryConfig, values?: unknown, callback?: Callback) {
    if (callback) {
      const told: Callback = (error, result) => {
        if (result) note(config, result)
        callback(error, result)
      }
      return Reflect.apply(original, this, [config, values, told])
    }
    const asked: Promise<QueryResult<unknown[]>> = Reflect.apply(original, this, [config])
    return asked.then((result) => {
      note(config, result)
      return result
    })
  }
  Object.assign(Client.prototype, { query: noting })
  return { sent, stop: () => void Object.assign(Client.prototype, { query: original }) }
}

/** Ids that the database chose come out otherwise the second time: what follows is told of the new ones. */
async function replay(sent: readonly Sent[], bookings: number): Promise<number> {
  const client = new Client({ connectionString: env.DATABASE_URL, options: '-c TimeZone=UTC' })
  await client.connect()
  const chosen = new Map<unknown, unknown>()
  const began = performance.now()
  for (const { config, rows } of sent) {
    const values = config.values?.map((value: unknown) => chosen.get(value) ?? value)
    const again: QueryResult<unknown[]> = await client.query({ ...config, ...(values && { values }) })
    again.rows.forEach((row, i) => {
      row.forEach((cell, j) => {
        const before = rows[i]?.[j]
        if (typeof cell === 'string' && cell !== before) chosen.set(before, cell)
      })
    })
  }
  const rate = (bookings * 1000) / (performance.now() - began)
  await client.end()
  return rate
}
