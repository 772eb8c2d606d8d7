/**
 * What several hosts offer together: a time is free when any of them is, and it is refused for the reason of the host
 * who comes closest to having it.
 */
import { milliseconds } from 'date-fns'
import type { HostRules } from '#app/slots/availability.ts'
import {
  refusalReasons,
  slotsOf,
  whyNot,
  type Busy,
  type MeetingRules,
  type RefusalReason,
  type Slot,
} from '#app/slots/slots.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'

export type Offer = { meeting: MeetingRules; hosts: readonly { rules: HostRules; busy: Busy }[] }

/** The bookable times of all hosts in `[from, until)`, in order, each once. */
export function offeredSlots({ meeting, hosts }: Offer, asked: Interval & { now: EpochMs }): Slot[] {
  const byStart = new Map<EpochMs, Slot>()
  for (const { rules, busy } of hosts) {
    for (const slot of slotsOf(rules, meeting, busy, asked)) byStart.set(slot.startsAt, slot)
  }
  return [...byStart.values()].sort((a, b) => a.startsAt - b.startsAt)
}

/** Null when some host is free then; the reason of the one who comes closest otherwise. */
export function whyNobody(
  { meeting, hosts }: Offer,
  asked: { start: EpochMs; now: EpochMs },
): RefusalReason | null {
  let closest: RefusalReason = 'past'
  for (const { rules, busy } of hosts) {
    const reason = whyNot(rules, meeting, busy, asked)
    if (reason === null) return null
    if (refusalReasons.indexOf(reason) > refusalReasons.indexOf(closest)) closest = reason
  }
  return closest
}

/** How far on either side of a lost time others are looked for. */
export const nearbyReach = milliseconds({ days: 7 })

/** Up to five free times around one that cannot be had, the nearest ones, in order of time. */
export function nearestSlots(offer: Offer, { start, now }: { start: EpochMs; now: EpochMs }): Slot[] {
  const around = Math.min(Math.max(start, now), 8e15)
  const slots = offeredSlots(offer, { from: around - nearbyReach, until: around + nearbyReach, now })
  return slots
    .sort((a, b) => Math.abs(a.startsAt - start) - Math.abs(b.startsAt - start))
    .slice(0, 5)
    .sort((a, b) => a.startsAt - b.startsAt)
}
