import { addMinutes, subMinutes } from 'date-fns'
import type { Judgement } from '#app/abuse/judgement.ts'
import { checkDetails, type WrongDetails } from '#app/booking/check-details.server.ts'
import { findHold } from '#app/booking/hold-rows.server.ts'
import { holderOf } from '#app/booking/hold-token.server.ts'
import { reserveSlot } from '#app/booking/reserve-slot.server.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import type { BookingRefusal, BookingRequest } from '../booking.ts'
import { tellToConfirm } from './tell-to-confirm.server.ts'

/** What opens its pages, once it is signed. */
export type Unconfirmed = { publicId: string; linkVersion: number }

/** How long the time is held for whoever is asked to confirm by mail. */
export const confirmWithinMinutes = 30

const mostUnconfirmed = 2

type About = {
  now: Date
  judgement: Judgement
  heldBy: string | undefined
  attachTo?: string | undefined
}

/**
 * What becomes of a booking that looks like abuse: it is kept as it was sent, its time is held for thirty minutes, and
 * whoever owns the address is asked to confirm. Until then there is no booking, no person and no lead. A blocked sender
 * gets the same answer, and nothing is held or sent.
 */
export async function askToConfirm(
  request: BookingRequest,
  about: About,
): Promise<Outcome<Unconfirmed, BookingRefusal> | WrongDetails> {
  const earlier = await findAsked(db, request)
  if (earlier) return earlier
  const details = await checkDetails(db, request, { isStaff: false })
  if (!details.ok) return details
  if (await hasTooManyUnconfirmed(request.email, about.now)) return refused('too-many-open')

  const isBlocked = about.judgement.reasons.includes('blocked-sender')
  if (!isBlocked) {
    const held = await holdFor(request, about)
    if (!held.ok) return held
  }
  return db.$transaction(async (tx): Promise<Outcome<Unconfirmed, BookingRefusal>> => {
    await lockFor(tx, 'key', keyOf(request))
    const meanwhile = await findAsked(tx, request)
    if (meanwhile) return meanwhile
    await holdLonger(tx, request)
    const unconfirmed = await keep(tx, request, about)
    if (!isBlocked) await tellToConfirm(tx, request, { ...unconfirmed, now: about.now })
    return done(unconfirmed)
  })
}

/** The same form sent again while it waits: its first answer. Null when it was not asked to confirm. */
export async function findAsked(
  database: Reader,
  request: BookingRequest,
): Promise<Outcome<Unconfirmed, 'key-reused'> | null> {
  const submission = await database.submission.findUnique({
    where: { idempotencyKey: keyOf(request), outcome: { not: 'accepted' } },
    select: { publicId: true, linkVersion: true, requestHash: true },
  })
  if (!submission) return null
  const { requestHash: before, ...unconfirmed } = submission
  return before === requestHash(request) ? done(unconfirmed) : refused('key-reused')
}

/** Who holds the time meanwhile: neither a cookie nor anything that is sent tells it. */
export function holderUntilConfirmed({ idempotencyKey }: Pick<BookingRequest, 'idempotencyKey'>): string {
  return holderOf(`unconfirmed ${idempotencyKey}`)
}

async function holdFor(
  request: BookingRequest,
  { heldBy, now }: About,
): Promise<Outcome<unknown, BookingRefusal>> {
  const { type, host, start, timeZone } = request
  const holder = holderUntilConfirmed(request)
  // What the visitor holds already is what is held for them on.
  const own = heldBy ? await findHold(db, { type, host, start, heldBy }) : null
  if (own) {
    const row = { id: own.id, status: 'reserved' as const }
    await db.booking.updateMany({ where: row, data: { reservedBy: holder } })
  }
  return reserveSlot({ type, host, start, timeZone, heldBy: holder }, now)
}

async function holdLonger(tx: Transaction, request: BookingRequest): Promise<void> {
  await tx.$executeRaw`
    UPDATE booking SET reserved_until = clock_timestamp() + make_interval(mins => ${confirmWithinMinutes}::int)
    WHERE status = 'reserved' AND reserved_by = ${holderUntilConfirmed(request)}`
}

async function keep(
  tx: Transaction,
  request: BookingRequest,
  { judgement, attachTo, now }: About,
): Promise<Unconfirmed> {
  const { outcome, score, reasons, bodyHash, ipHash } = judgement
  const { start, host, ...rest } = request
  const type = await tx.consultationType.findUnique({ where: { slug: request.type } })
  return tx.submission.create({
    data: {
      ...{ kind: 'booking', outcome, score, reasons, bodyHash, ipHash },
      publicId: newPublicId(),
      reference: newReference('R'),
      title: type?.name ?? request.type,
      idempotencyKey: keyOf(request),
      requestHash: requestHash(request),
      payload: { ...rest, start: start.toISOString(), ...(host && { host }), ...(attachTo && { attachTo }) },
      email: request.email,
      createdAt: now,
    },
    select: { publicId: true, linkVersion: true },
  })
}

async function hasTooManyUnconfirmed(email: string, now: Date): Promise<boolean> {
  if (env.RATE_LIMITS === 'off') return false
  const waiting = await db.submission.count({
    where: {
      ...{ kind: 'booking', outcome: { not: 'accepted' }, email },
      createdAt: { gt: subMinutes(now, confirmWithinMinutes) },
    },
  })
  return waiting >= mostUnconfirmed
}

/** The same key as that of the booking which comes of it. */
function keyOf({ idempotencyKey }: BookingRequest): string {
  return `booking ${idempotencyKey}`
}

export function heldUntil({ createdAt }: { createdAt: Date }): Date {
  return addMinutes(createdAt, confirmWithinMinutes)
}
