import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { z } from 'zod'
import { env } from '#app/env.server.ts'
import { loader as listFreeTimes } from './availability-api.route.ts'
import { action as bookTime } from './bookings-api.route.ts'
import { loader as listTypes } from './types-api.route.ts'

const context = { nonce: '', requestId: '', allowScripts: () => {}, retryAfter: () => {} }

/** Asks what can be booked. */
export async function askTypes() {
  const answer = await listTypes()
  return { status: answer.status, body: await answer.json() }
}

/** Asks for free times as a program does. */
export async function ask(query: Record<string, string>) {
  const request = new Request(`${env.APP_URL}/api/availability?${new URLSearchParams(query)}`)
  const answer = await listFreeTimes({ request, params: {}, context: { ...context, ip: '192.0.2.1' } })
  return { status: answer.status, body: await answer.json() }
}

const usual = { type: 'consultation', host: 'hiring-consultant' }

/** The free starts of one consultant, from the day after tomorrow on. */
export async function freeStarts() {
  const dateOf = (days: number) => addDays(new Date(), days).toISOString().slice(0, 10)
  const { body } = await ask({ from: dateOf(2), to: dateOf(12), tz: 'UTC', ...usual })
  const { days } = z
    .object({ days: z.array(z.object({ slots: z.array(z.object({ start: z.string() })) })) })
    .parse(body)
  return days.flatMap(({ slots }) => slots.map(({ start }) => start))
}

/** Sends a booking; a field given as undefined is left out. */
export async function send(about: Record<string, unknown>, { ip = '192.0.2.1', headers = {} } = {}) {
  const fields = {
    start: (await freeStarts())[0],
    ...usual,
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID().slice(0, 8)}.example`,
    idempotencyKey: randomUUID(),
    ...about,
  }
  const request = new Request(`${env.APP_URL}/api/bookings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  })
  const answer = await bookTime({ request, params: {}, context: { ...context, ip } })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}
