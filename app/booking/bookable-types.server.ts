import { meetingPlace, type StoredPlace } from '#app/consultations/place.ts'
import { db } from '#app/db.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { usualType } from './booking.ts'

/** A type of meeting as visitors choose it. */
export type BookableType = {
  slug: string
  name: string
  description: string
  minutes: number
  /** How it is held, in a few words: `'By video'`, or an address. */
  place: string
  /** Where people meet in person, times are said by the clock there. */
  isInPerson: boolean
  hosts: BookableHost[]
}
export type BookableHost = { slug: string; name: string; timeZone: TimeZone }

/** The types that can be booked now, in the order in which the firm wants them read. */
export async function listBookableTypes(): Promise<BookableType[]> {
  const types = await db.consultationType.findMany({
    where: { active: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      slug: true,
      name: true,
      description: true,
      minutes: true,
      place: true,
      placeDetail: true,
      hosts: {
        where: { host: { active: true } },
        select: {
          host: { select: { slug: true, name: true, timeZone: true, staff: { select: { name: true } } } },
        },
      },
    },
  })
  return types.map(({ place, placeDetail, hosts, ...type }) => ({
    ...type,
    place: sayPlace({ place, placeDetail }),
    isInPerson: place === 'address',
    hosts: hosts.map(({ host }) => hostOf(host)).sort((a, b) => (a.name < b.name ? -1 : 1)),
  }))
}

/** The type that is meant where none is named; undefined when nothing can be booked. */
export function usualAmong(types: readonly BookableType[]): BookableType | undefined {
  return types.find(({ slug }) => slug === usualType) ?? types.find(isOffered) ?? types[0]
}

/** Whether there is anybody who could hold it. */
export function isOffered({ hosts }: BookableType): boolean {
  return hosts.length > 0
}

type HostRow = { slug: string; name: string; timeZone: string; staff: { name: string } | null }

function hostOf({ slug, name, timeZone, staff }: HostRow): BookableHost {
  return { slug, name: staff?.name ?? name, timeZone: timeZone as TimeZone }
}

function sayPlace(type: StoredPlace): string {
  const place = meetingPlace(type)
  if (place.kind === 'address') return place.address
  return place.kind === 'phone' ? 'By telephone: we call you' : 'By video'
}
