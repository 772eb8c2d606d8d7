/** The part of the storm that reserves times: what is held is its holder's, whoever else wants it. */
import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { bookSlot } from './book-slot.server.ts'
import type { BookingRequest } from './booking.ts'
import { findHold, keepHold, releaseHold } from './hold-rows.server.ts'
import { reserveSlot } from './reserve-slot.server.ts'

/** One visitor: the hash of their token, and what they hold as far as they know. */
export type Visitor = { heldBy: string; hold: { id: string; start: Date } | null }

export type Holding = {
  visitors: Visitor[]
  /** Who made each reservation, for good. */
  holderOf: Map<string, Visitor>
  /** Each time that somebody came to what another one holds, or lost what was theirs. Nothing ever should be here. */
  wrongs: string[]
}

export function newVisitor(): Visitor {
  return { heldBy: randomUUID(), hold: null }
}

export async function holdAtRandom(
  holding: Holding,
  visitor: Visitor,
  { request, now, made }: { request: BookingRequest; now: Date; made: string[] },
): Promise<string> {
  const acts = visitor.hold ? [reserve, extend, release, letExpire, book, book] : [reserve, reserve, reach]
  const act = acts[Math.floor(Math.random() * acts.length)] ?? reserve
  return act({ holding, visitor, request, now, made })
}

type Act = { holding: Holding; visitor: Visitor; request: BookingRequest; now: Date; made: string[] }

async function reserve({ holding, visitor, request, now }: Act): Promise<string> {
  const { type, host, start, timeZone } = request
  const held = await reserveSlot({ heldBy: visitor.heldBy, type, host, start, timeZone }, now)
  if (!held.ok) return `hold ${held.reason}`
  if ((holding.holderOf.get(held.value.id) ?? visitor) !== visitor)
    holding.wrongs.push('held what another one holds')
  holding.holderOf.set(held.value.id, visitor)
  visitor.hold = { id: held.value.id, start }
  return 'hold ok'
}

async function extend({ visitor, request, holding }: Act): Promise<string> {
  const mine = { heldBy: visitor.heldBy, type: request.type, start: visitor.hold?.start ?? request.start }
  await keepHold(db, mine)
  const kept = await findHold(db, mine)
  if (kept?.id !== visitor.hold?.id) holding.wrongs.push('a reservation is gone')
  return 'extend'
}

async function release({ visitor, request }: Act): Promise<string> {
  const { hold, heldBy } = visitor
  visitor.hold = null
  await releaseHold(db, { heldBy, type: request.type, start: hold?.start ?? request.start })
  return 'release'
}

/** Ten minutes pass in no time. */
async function letExpire({ visitor }: Act): Promise<string> {
  const { hold, heldBy } = visitor
  visitor.hold = null
  await db.booking.updateMany({
    where: { id: hold?.id ?? '', status: 'reserved', reservedBy: heldBy },
    data: { reservedUntil: new Date(0) },
  })
  return 'expire'
}

/** What is held can be booked, by its holder, and the row is the same. */
async function book({ holding, visitor, request, now, made }: Act): Promise<string> {
  const { hold, heldBy } = visitor
  visitor.hold = null
  const booked = await bookSlot(
    { ...request, host: undefined, start: hold?.start ?? request.start },
    { now, heldBy },
  )
  if (!booked.ok || booked.value.booking.id !== hold?.id) {
    holding.wrongs.push(`a held time was lost: ${booked.ok ? 'another row' : booked.reason}`)
  }
  if (booked.ok) made.push(booked.value.booking.id)
  return `book held ${booked.ok ? 'ok' : booked.reason}`
}

/** Wants to let go, keep and book what another visitor holds. Another host may be free then: that is a booking like any. */
async function reach({ holding, visitor, request, now, made }: Act): Promise<string> {
  const theirs = holding.visitors.find(({ hold }) => hold)?.hold
  if (!theirs) return 'reach nothing'
  const foreign = { heldBy: visitor.heldBy, type: request.type, start: theirs.start }
  await releaseHold(db, foreign)
  await keepHold(db, foreign)
  const booked = await bookSlot(
    { ...request, host: undefined, start: theirs.start },
    { now, heldBy: visitor.heldBy },
  )
  if (!booked.ok) return `reach ${booked.reason}`
  if (holding.holderOf.has(booked.value.booking.id)) holding.wrongs.push('booked what another one held')
  made.push(booked.value.booking.id)
  return 'reach ok'
}

/** What visitors hold at the end and the database does not. */
export async function countLostHolds({ visitors }: Holding): Promise<number> {
  const holds = visitors.flatMap(({ hold, heldBy }) => (hold ? [{ id: hold.id, reservedBy: heldBy }] : []))
  const there = await db.booking.count({ where: { status: 'reserved', OR: holds } })
  return holds.length - there
}
