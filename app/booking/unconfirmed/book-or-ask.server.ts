import type { Judgement } from '#app/abuse/judgement.ts'
import { bookSlot, type Booked } from '#app/booking/book-slot.server.ts'
import type { BookingRefusal, BookingRequest } from '#app/booking/booking.ts'
import type { WrongDetails } from '#app/booking/check-details.server.ts'
import { isBooked } from '#app/booking/made-booking.server.ts'
import { db } from '#app/db.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import { askToConfirm, findAsked, type Unconfirmed } from './ask-to-confirm.server.ts'

export type BookedOrAsked = { kind: 'booked'; booked: Booked } | { kind: 'asked'; asked: Unconfirmed }

type About = {
  now: Date
  judgement: Judgement
  heldBy?: string | undefined
  attachTo?: string | undefined
}

/**
 * Books what a stranger sent, or asks them to confirm by mail when it looks like abuse. The same form sent again gets its
 * first answer, whatever is thought of it by then.
 */
export async function bookOrAsk(
  request: BookingRequest,
  { judgement, ...about }: About,
): Promise<Outcome<BookedOrAsked, BookingRefusal> | WrongDetails> {
  if (await isToBeAsked(request, judgement)) {
    const asked = await askToConfirm(request, { ...about, heldBy: about.heldBy, judgement })
    return asked.ok ? done({ kind: 'asked', asked: asked.value }) : asked
  }
  const booked = await bookSlot(request, { ...about, judged: judgement })
  return booked.ok ? done({ kind: 'booked', booked: booked.value }) : booked
}

async function isToBeAsked(request: BookingRequest, { outcome }: Judgement): Promise<boolean> {
  if (outcome === 'accepted' && (await findAsked(db, request)) === null) return false
  return !(await isBooked(db, request.idempotencyKey))
}
