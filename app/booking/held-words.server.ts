import type { Face } from '#app/booking/picker/chosen-time.ts'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { db } from '#app/db.server.ts'
import { sayClearTime, sayZone } from '#app/time/say.ts'
import type { HeldWords } from './held.tsx'
import { findHold, type Hold } from './hold-rows.server.ts'
import { holderOf, holdTokenOf } from './hold-token.server.ts'

/** What whoever asks holds: the hash of their token, and the time if it is theirs at this moment. */
export type Holding = { heldBy: string | undefined; hold: Hold | null }

export async function findHolding(
  request: Request,
  asked: { type: string | undefined; host: string | undefined; slot: string | undefined },
): Promise<Holding> {
  const heldBy = holderOf(holdTokenOf(request))
  const start = readSlot(asked.slot)
  if (!heldBy || !start || !asked.type) return { heldBy, hold: null }
  return { heldBy, hold: await findHold(db, { heldBy, type: asked.type, host: asked.host, start }) }
}

export function describeHeld(hold: Hold, start: string, { timeZone, clock }: Face): HeldWords {
  return {
    start,
    until: hold.until.toISOString(),
    time: sayClearTime(hold.until, timeZone, clock),
    zoneName: sayZone(timeZone, hold.until),
    leftSeconds: Math.max(0, Math.floor(hold.leftMs / 1000)),
    isLongest: hold.isLongest,
  }
}
