import { holdBooking } from '#app/booking/changeable-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { requireEditor } from '#app/leads/scope.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { BookingStatus } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookingScope } from './scope.server.ts'

/** A booking as the page showed it: what was changed since then is not changed blindly. */
export type Shown = { reference: string; sequence: number; status: BookingStatus }

export type DeskRefusal = 'not-found' | 'changed-meanwhile' | 'taken'

type Act<Reason extends string> = {
  /** Another host whose calendar it touches, by slug. */
  alsoHost?: string
  /** What was asked for is so already: a double click, or a colleague with the same thought. */
  isDone: (booking: MadeBooking) => boolean
  run: (tx: Transaction, booking: MadeBooking) => Promise<Outcome<MadeBooking, Reason>>
}

/**
 * Runs an act on a booking that the viewer may change, in one transaction that holds it and the calendars it touches; a
 * booking out of their scope is `not-found`, one that is no longer as it was shown `changed-meanwhile`.
 */
export async function onBooking<Reason extends string>(
  viewer: Viewer,
  shown: Shown,
  act: Act<Reason>,
): Promise<Outcome<MadeBooking, Reason | DeskRefusal>> {
  requireEditor(viewer)
  try {
    return await db.$transaction((tx) => actInside(tx, viewer, shown, act))
  } catch (error) {
    if (isConstraintViolation(error, 'booking_no_overlap')) return refused('taken')
    throw error
  }
}

async function actInside<Reason extends string>(
  tx: Transaction,
  viewer: Viewer,
  shown: Shown,
  { alsoHost, isDone, run }: Act<Reason>,
): Promise<Outcome<MadeBooking, Reason | DeskRefusal>> {
  const { reference } = shown
  const found = await tx.booking.findUnique({ where: { reference }, select: { id: true } })
  if (!found) return refused('not-found')
  await holdBooking(tx, found.id, alsoHost ? await hostIds(tx, alsoHost) : [])

  const where = { id: found.id, AND: bookingScope(viewer) }
  const row = await tx.booking.findFirst({ where, include: madeBooking })
  if (!row) return refused('not-found')
  const booking = asMade(row)
  if (isDone(booking)) return done(booking)
  if (booking.sequence !== shown.sequence || booking.status !== shown.status)
    return refused('changed-meanwhile')
  return run(tx, booking)
}

async function hostIds(tx: Transaction, slug: string): Promise<string[]> {
  const host = await tx.host.findUnique({ where: { slug }, select: { id: true } })
  return host ? [host.id] : []
}
