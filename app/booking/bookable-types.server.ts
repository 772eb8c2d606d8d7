import { meetingPlace, type StoredPlace } from '#app/consultations/place.ts'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { TimeZone } from '#app/time/types.ts'

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

/** In the order in which the firm wants them read. */
const asRead = [
  { position: 'asc' },
  { name: 'asc' },
] satisfies Prisma.ConsultationTypeOrderByWithRelationInput[]

/** There is somebody who could hold it. */
const withSomebody = {
  hosts: { some: { host: { active: true } } },
} satisfies Prisma.ConsultationTypeWhereInput

/** The types that can be booked now. */
export async function listBookableTypes(): Promise<BookableType[]> {
  const types = await db.consultationType.findMany({
    where: { active: true },
    orderBy: asRead,
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
  return types.find(isOffered) ?? types[0]
}

/** The type that is meant where none is named: the first that visitors are offered; empty when there is none. */
export async function usualTypeSlug(): Promise<string> {
  const where = { active: true, ...withSomebody }
  const first = await db.consultationType.findFirst({ where, orderBy: asRead, select: { slug: true } })
  return first?.slug ?? ''
}

/** A type that visitors could once book. */
export type RetiredType = {
  name: string
  /** What its form asked besides, by id. */
  questions: { id: string; label: string }[]
  /** What can be booked instead. */
  others: Pick<BookableType, 'slug' | 'name' | 'minutes'>[]
}

/** The type, when it is switched off or nobody is left to hold it; null when it is offered, and when there never was one. */
export async function findRetiredType(slug: string): Promise<RetiredType | null> {
  const type = await db.consultationType.findFirst({
    where: { slug, NOT: { active: true, ...withSomebody } },
    select: { name: true, questions: { select: { id: true, label: true }, orderBy: { position: 'asc' } } },
  })
  if (!type) return null
  const offered = (await listBookableTypes()).filter(isOffered)
  return { ...type, others: offered.map(({ slug, name, minutes }) => ({ slug, name, minutes })) }
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
