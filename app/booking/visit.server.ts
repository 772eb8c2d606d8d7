import { chosenClock, visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import type { Clock, TimeZone } from '#app/time/types.ts'
import {
  findRetiredType,
  isOffered,
  listBookableTypes,
  usualAmong,
  type BookableHost,
  type BookableType,
} from './bookable-types.server.ts'

/** What the address of the booking page says, and what is known of who asks. */
export type Visit = {
  offered: BookableType[]
  /** Null while there are several to choose from, and when nothing can be booked. */
  type: BookableType | null
  /** The name of the type that the address names, when it is no longer offered. */
  retired: string | null
  host: BookableHost | null
  timeZone: TimeZone
  isZoneGuessed: boolean
  clock: Clock
  asked: { month?: string; date?: string; at?: string; slot?: string; zones?: string }
  /** What every link of the page carries on. */
  context: VisitContext
}

export type VisitContext = {
  type: string | undefined
  host: string | undefined
  role: string | undefined
  request: string | undefined
  timeZone: string
  clock: string | undefined
}

/**
 * Reads the address; throws a 404 when it names a type that never was. `told` is the zone that the visitor's
 * requirement came from, null when the address opens none.
 */
export async function readVisit(
  request: Request,
  { typeSlug, told }: { typeSlug: string | undefined; told: { zone: string } | null },
): Promise<Visit> {
  const query: Partial<Record<string, string>> = Object.fromEntries(new URL(request.url).searchParams)
  const types = await listBookableTypes()
  const offered = types.filter(isOffered)
  const type = typeSlug ? (offered.find(({ slug }) => slug === typeSlug) ?? null) : typeMeant(types, query)
  const retired = typeSlug && !type ? await findRetiredType(typeSlug) : null
  if (typeSlug && !type && !retired) throw new Response(null, { status: 404 })
  // Somebody who is not there any more is nobody's choice.
  const host = type?.hosts.find(({ slug }) => slug === query.host) ?? null
  const zoneThere = type?.isInPerson ? (host ?? type.hosts[0])?.timeZone : undefined
  const timeZone = zoneThere ?? visitorZone(request, told?.zone)
  return {
    offered,
    type,
    retired: retired && retired.name,
    host,
    timeZone,
    isZoneGuessed: !zoneThere && isZoneGuessed(request, told?.zone),
    clock: visitorClock(request),
    asked: { month: query.month, date: query.date, at: query.at, slot: query.slot, zones: query.zones },
    context: {
      type: type?.slug,
      host: host?.slug,
      role: query.role,
      request: told ? query.request : undefined,
      timeZone,
      clock: chosenClock(request),
    },
  }
}

/**
 * An address without a type means the usual one when there is no other, and when it names a time: links from the days
 * of a single type still lead where they did.
 */
function typeMeant(
  types: readonly BookableType[],
  query: Partial<Record<string, string>>,
): BookableType | null {
  const namesTime = query.slot ?? query.at ?? query.date ?? query.month
  const isOnlyOne = types.filter(isOffered).length <= 1
  return namesTime || isOnlyOne ? (usualAmong(types) ?? null) : null
}
