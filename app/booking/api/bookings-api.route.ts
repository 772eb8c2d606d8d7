import type { ActionFunctionArgs } from '@remix-run/node'
import { judge } from '#app/abuse/judge.server.ts'
import { findRetiredType, usualTypeSlug } from '#app/booking/bookable-types.server.ts'
import type { Booked } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema, type BookingRefusal, type BookingRequest } from '#app/booking/booking.ts'
import { heldUntil } from '#app/booking/unconfirmed/ask-to-confirm.server.ts'
import { bookOrAsk } from '#app/booking/unconfirmed/book-or-ask.server.ts'
import { findAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { env } from '#app/env.server.ts'
import { readJson } from '#app/ops/json-body.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { fieldErrors, invalid, tooMany } from './json-answers.server.ts'

/** Reading the collection is for staff: a program may only add to it, as the linked description tells it. */
export function loader() {
  const headers = { Allow: 'POST', Link: `<${paths.api.openapi()}>; rel="service-desc"` }
  return Response.json({ error: 'method-not-allowed' }, { status: 405, headers })
}

/**
 * `POST /api/bookings` → 201 `{ reference, start, end, host, manageUrl }`; 200 when the same key comes again; 202 when the
 * visitor has to confirm by mail first. The key is
 * `idempotencyKey` in the body or the header `Idempotency-Key`.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const taken = await takeForForm(context.ip)
  if (!taken.ok) return tooMany(taken.retryAfterSeconds)

  const sent = withKeyOf(request.headers, await readJson(request))
  if (!sent.ok) return invalid({ idempotencyKey: ['The header Idempotency-Key is another one.'] })
  const asked = bookingRequestSchema.safeParse(await withTypeOf(sent.value))
  if (!asked.success) return invalid(fieldErrors(asked.error))

  const now = new Date()
  const wanted = asked.data
  const sentBy = { guard: null, fastest: 0, person: wanted, text: wanted.message, ip: context.ip }
  const outcome = await bookOrAsk(wanted, { now, judgement: await judge(sentBy, now) })
  if (outcome.ok) return outcome.value.kind === 'asked' ? sayAsked(now) : sayBooked(outcome.value.booked)
  if (outcome.reason === 'details') return invalid(outcome.errors)
  return sayRefused(outcome.reason, wanted, now)
}

/**
 * The body with the key that its header brings. The header may be quoted, as structured fields are:
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
function withKeyOf(headers: Headers, body: unknown): Outcome<unknown, 'two-keys'> {
  const key = headers.get('Idempotency-Key')?.replace(/^"(.*)"$/, '$1')
  if (key === undefined || typeof body !== 'object' || body === null) return done(body)
  const inBody = 'idempotencyKey' in body ? body.idempotencyKey : key
  return inBody === key ? done({ ...body, idempotencyKey: key }) : refused('two-keys')
}

/** The body with the type that is meant, where it names none. */
async function withTypeOf(body: unknown): Promise<unknown> {
  const namesNone = typeof body === 'object' && body !== null && !Array.isArray(body) && !('type' in body)
  return namesNone ? { ...body, type: await usualTypeSlug() } : body
}

function sayBooked({ booking, replayed }: Booked): Response {
  return Response.json(
    {
      reference: booking.reference,
      start: booking.startsAt.toISOString(),
      end: booking.endsAt.toISOString(),
      host: booking.host.slug,
      manageUrl: env.APP_URL + paths.manage(signLink('booking', booking)),
    },
    { status: replayed ? 200 : 201 },
  )
}

/** It looks like abuse: the visitor is asked by mail, and the time is held meanwhile. */
function sayAsked(now: Date): Response {
  const until = heldUntil({ createdAt: now }).toISOString()
  return Response.json({ status: 'to-confirm', heldUntil: until }, { status: 202 })
}

async function sayRefused(reason: BookingRefusal, asked: BookingRequest, now: Date): Promise<Response> {
  switch (reason) {
    case 'unknown-type':
      return sayUnknownType(asked.type)
    case 'unknown-host':
      return invalid({ host: ['There is no such host.'] })
    case 'key-reused':
      return invalid({ idempotencyKey: ['This key was used with other content.'] })
    case 'too-many-open':
      return Response.json({ error: 'too-many-open' }, { status: 429 })
    default: {
      const alternatives = await findAlternatives(
        { typeSlug: asked.type, hostSlug: asked.host, start: asked.start },
        now,
      )
      return Response.json(
        {
          error: reason === 'taken' ? 'slot-taken' : 'slot-refused',
          reason,
          alternatives: alternatives.map((start) => new Date(start).toISOString()),
        },
        { status: 409 },
      )
    }
  }
}

async function sayUnknownType(slug: string): Promise<Response> {
  const retired = await findRetiredType(slug)
  if (!retired) return invalid({ type: ['There is no such type.'] })
  const types = retired.others.map((type) => type.slug)
  return Response.json({ error: 'type-refused', reason: 'retired', types }, { status: 409 })
}
