/** What tests send, and to where, when they speak HTTP themselves instead of through a browser. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { noticeVersion } from '../app/marketing/notice.ts'
import { siteUrls, staffState } from './fixtures.ts'

export type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>
export type Fields = Record<string, string>

export const originOfSite = () => siteUrls()[0] ?? ''

/** One request, redirects not followed. Without headers it comes from a program: no Origin, no cookie. */
export function send(path: string, request: RequestInit = {}): Promise<Response> {
  return fetch(originOfSite() + path, { redirect: 'manual', ...request })
}

/** Fields posted as the page itself would post them. */
export function post(path: string, fields: Fields | [string, string][], headers: Fields = {}) {
  return send(path, {
    method: 'POST',
    headers: { origin: originOfSite(), 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
  })
}

export function postJson(path: string, body: unknown, headers: Fields = {}) {
  return send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A request that fetch would not make; the status of its answer. */
export function sendRaw(
  path: string,
  options: { method: string; headers: Fields },
  body: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(originOfSite() + path, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.resume()
    })
    // The server answers and hangs up without reading the rest.
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    asked.end(body)
  })
}

/** The cookie of the member of staff whom the first test made. */
export function staffCookie(): Fields {
  const { cookies } = JSON.parse(readFileSync(staffState, 'utf8')) as {
    cookies: { name: string; value: string }[]
  }
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

/**
 * An instant on the office's working days, counted from the eighteenth day ahead, where no story books: `day` 0 to 7,
 * `utc` on the half hour from 05:30 to 14:00. A test that books or asks for a time has it to itself.
 */
export function officeTime(day: number, utc: string): string {
  const days = Array.from({ length: 12 }, (_, index) => new Date(Date.now() + (18 + index) * 86_400_000))
  const weekdays = days.filter((date) => date.getUTCDay() % 6 !== 0)
  return `${weekdays[day]?.toISOString().slice(0, 10)}T${utc}:00.000Z`
}

/** A word that stands in everything one test sends, so that what it left behind can be counted. */
export const newMarker = () => `m${randomUUID().replaceAll('-', '').slice(0, 12)}`

export function bookingFields(marker: string, changes: Fields = {}): Fields {
  return {
    start: officeTime(0, '08:00'),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${marker}.example`,
    company: `Company ${marker}`,
    phone: '',
    message: `Said by ${marker}`,
    idempotencyKey: `${marker}-${randomUUID()}`,
    ...openedForm(),
    ...changes,
  }
}

/** The short way: a need in a few words. */
export function requirementFields(marker: string, changes: Fields = {}): Fields {
  return {
    role: 'backend-developer',
    message: `Said by ${marker}`,
    name: 'Ann Example',
    email: `ann@${marker}.example`,
    notice: noticeVersion,
    idempotencyKey: randomUUID(),
    ...openedForm(),
    ...changes,
  }
}

/** What every public form carries unseen: without it, what is sent looks as if a program had sent it. */
export function openedForm(): Fields {
  return { opened: process.env.FORM_STAMP ?? '' }
}

/** The long way: what each of its steps is answered with. */
export function stepFieldsOf(marker: string, changes: Fields = {}): Record<string, Fields> {
  const all = {
    roles: { 'roles[0].role': 'backend-developer', 'roles[0].count': '2', 'roles[0].seniority': 'senior' },
    work: {
      ...{ stage: 'new_build', readiness: 'rough', skills: 'TypeScript', niceSkills: 'Kafka' },
      message: `Said by ${marker}`,
    },
    terms: {
      ...{ engagement: 'full_time', start: 'now', duration: '3_6m', overlap: '4h' },
      ...{ timeZone: 'Europe/Berlin', security: 'nda_first' },
    },
    contact: {
      ...{ name: 'Ann Example', email: `ann@${marker}.example`, company: `Company ${marker}` },
      ...{ contactBy: 'email', phone: '', companySize: '11_50', country: 'DE', heardFrom: 'search' },
      notice: noticeVersion,
    },
  }
  return Object.fromEntries(
    Object.entries(all).map(([step, fields]) => {
      const changed = Object.entries(changes).filter(([name]) => name in fields)
      return [step, { ...fields, ...Object.fromEntries(changed) }]
    }),
  )
}

/** All steps sent one after the other: the cookie of what was begun. Throws when one of them is no way on. */
export async function draftOf(marker: string, changes: Fields = {}): Promise<string> {
  let cookie = ''
  for (const [step, fields] of Object.entries(stepFieldsOf(marker, changes))) {
    const answer = await post(`/start/${step}`, { ...fields, by: randomUUID(), seen: '' }, { cookie })
    if (answer.status !== 303) throw new Error(`${step} was answered with ${answer.status}`)
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  }
  return cookie
}

/** The whole sent at the end, as often as is said, at once: the answers. */
export async function shareByLongWay(marker: string, changes: Fields = {}, times = 1): Promise<Response[]> {
  const cookie = await draftOf(marker, changes)
  const check = await (await send('/start/check', { headers: { cookie } })).text()
  const version = /name="version"[^>]* value="(\d+)"/.exec(check)?.[1] ?? ''
  const sent = { version, ...openedForm() }
  return Promise.all(Array.from({ length: times }, () => post('/start/check', sent, { cookie })))
}

export function messageFields(marker: string, changes: Fields = {}): Fields {
  return {
    message: `Written by ${marker}`,
    name: 'Ann Example',
    email: `ann@${marker}.example`,
    notice: noticeVersion,
    idempotencyKey: randomUUID(),
    ...openedForm(),
    ...changes,
  }
}

const written = [
  'host',
  'person',
  'person_email',
  'company',
  'lead',
  'submission',
  'requirement',
  'requirement_draft',
  'booking',
  'suggestion',
  'consent',
  'note',
  'letter',
]

/** How many rows, in every table that a form writes, contain the word. */
export async function traces(query: Query, marker: string): Promise<number> {
  const counted = written.map((table) => `SELECT count(*) FROM ${table} AS row WHERE row::text ILIKE $1`)
  const [found] = await query<{ sum: string }>(`SELECT sum(count) FROM (${counted.join(' UNION ALL ')}) t`, [
    `%${marker}%`,
  ])
  return Number(found?.sum)
}

export type Sample = {
  marker: string
  request: string
  booking: string
  bookingId: string
  /** The booking's: B-7K3QXMP. */
  reference: string
  start: string
  leadId: string
  ref: number
  letterId: string
}

/** One visitor with a requirement and a booking: the tokens of their pages, and what staff see of them. */
export async function makeSample(query: Query, start: string): Promise<Sample> {
  const marker = newMarker()
  const shared = await post('/start', requirementFields(marker))
  const request = shared.headers.get('location')?.split('/').at(-1) ?? ''
  const booked = await post('/book', bookingFields(marker, { start, request }))
  const booking = booked.headers.get('location')?.split('/').at(-1) ?? ''
  const [found] = await query<{
    ref: number
    lead: string
    booking: string
    reference: string
    letter: string
  }>(
    `SELECT lead.ref, lead.id AS lead, booking.id AS booking, booking.reference, letter.id AS letter
     FROM booking JOIN lead ON lead.id = booking.lead_id JOIN letter ON letter.booking_id = booking.id
     WHERE booking.visitor_email = $1 AND letter."to" = $1 AND letter.kind = 'booking-confirmed'`,
    [`ann@${marker}.example`],
  )
  if (!found) throw new Error(`No booking came of ${shared.status} and ${booked.status}`)
  const { ref, reference, lead: leadId, booking: bookingId, letter: letterId } = found
  return { marker, request, booking, bookingId, reference, start, leadId, ref, letterId }
}

/** The path of the first link in a letter that leads there. */
export function linkIn(text: string | undefined, path: string): string {
  const found = new RegExp(`https?://\\S+${path}[\\w.-]*`).exec(text ?? '')?.[0]
  if (!found) throw new Error(`No link to ${path}`)
  const { pathname } = new URL(found)
  return pathname
}

/** A lead that came in by the form: its number and id, the word that stands in all of it, and whose it is. */
export async function sendLead(query: Query, changes: Fields = {}, marker = newMarker()) {
  const { email = `ann@${marker}.example` } = changes
  await post('/start', requirementFields(marker, { ...changes, email }))
  const [lead] = await query<{ ref: number; id: string }>(
    'SELECT ref, lead.id FROM lead JOIN person_email USING (person_id) WHERE email = $1',
    [email],
  )
  if (!lead) throw new Error('The requirement made no lead')
  return { ...lead, marker, email }
}
