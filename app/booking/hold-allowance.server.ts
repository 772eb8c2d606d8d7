import { db } from '#app/db.server.ts'
import { refused, type Outcome } from '#app/ops/outcome.ts'
import { giveBack, takeFrom } from '#app/ops/rate-limits.server.ts'
import type { BookingRefusal } from './booking.ts'
import { holdsAny, releaseHold, type Hold, type HoldOf } from './hold-rows.server.ts'
import { reserveSlot, type Reservation } from './reserve-slot.server.ts'

type TooOften = { ok: false; reason: 'too-often'; retryAfterSeconds: number }

/**
 * Holds a time for somebody at this address. What counts is how many times one address keeps from others: choosing another
 * time lets the first one go, and a time that cannot be had keeps nothing. Pressing again and again is only work, and
 * bounded as such.
 */
export async function reserveFrom(
  ip: string,
  wanted: Reservation,
  now: Date,
): Promise<Outcome<Hold, BookingRefusal> | TooOften> {
  const pressed = await takeFrom('hold-press', ip)
  if (!pressed.ok) return { ...refused('too-often'), ...pressed }
  const isAnother = !(await holdsAny(db, wanted))
  const taken = isAnother ? await takeFrom('hold', ip) : pressed
  if (!taken.ok) return { ...refused('too-often'), ...taken }

  const outcome = await reserveSlot(wanted, now)
  if (!outcome.ok && isAnother) await giveBack('hold', ip)
  return outcome
}

/** Lets a time go, which is one less that this address keeps from others. */
export async function releaseFrom(ip: string, held: HoldOf): Promise<void> {
  if (await releaseHold(db, held)) await giveBack('hold', ip)
}
