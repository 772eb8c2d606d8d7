import type { Calendar, HostCalendar } from '#app/calendars/calendar.server.ts'
import { takeHostCalendar } from '#app/calendars/take-calendar.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { db } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { BookingRefusal } from './booking.ts'
import {
  clearOthersOfType,
  clearOwnWay,
  findHold,
  insertHold,
  keepHold,
  type Hold,
  type HoldOf,
} from './hold-rows.server.ts'
import { decideAgain, hostsInTurn, LostRace, tryInTurn, whyLost } from './hosts-in-turn.server.ts'

export type Reservation = HoldOf & { timeZone: string }

/**
 * Holds a time for ten minutes while its visitor fills in the form, decided as a booking is. A time that they hold
 * already is kept ten minutes more. What else they hold of this type is let go in the same transaction, and stands when
 * the new time is lost.
 */
export async function reserveSlot(wanted: Reservation, now: Date): Promise<Outcome<Hold, BookingRefusal>> {
  await keepHold(db, wanted)
  const kept = await findHold(db, wanted)
  if (kept) return done(kept)

  const found = await hostsInTurn(wanted, { now, heldBy: wanted.heldBy })
  if (!found.ok) return found
  const { calendar, hosts } = found.value
  return tryInTurn<Hold>(hosts, {
    lookAgain: async (host) => {
      const meanwhile = await findHold(db, wanted)
      return meanwhile ? done(meanwhile) : whyLost(wanted, host, { now, heldBy: wanted.heldBy })
    },
    attempt: (tx, host) => reserveInside(tx, { wanted, calendar, host, now }),
  })
}

type Attempt = { wanted: Reservation; calendar: Calendar; host: HostCalendar; now: Date }

async function reserveInside(
  tx: Transaction,
  { wanted, calendar, host, now }: Attempt,
): Promise<Outcome<Hold, BookingRefusal>> {
  const { heldBy, start, timeZone } = wanted
  // Two presses at once are one reservation.
  await lockFor(tx, 'key', `hold ${heldBy}`)
  const held = await findHold(tx, wanted)
  if (held) return done(held)
  await takeHostCalendar(tx, host.id)
  const reason = await decideAgain(tx, { type: wanted.type, host, start }, { now, heldBy, hold: null })
  if (reason) return refused(reason)

  await clearOthersOfType(tx, heldBy, calendar.type.id)
  await clearOwnWay(tx, { host, calendar, start, heldBy }, null)
  const row = await insertHold(tx, { host, calendar, start, timeZone, heldBy })
  const hold = row && (await findHold(tx, wanted))
  if (!hold) throw new LostRace()
  return done(hold)
}
