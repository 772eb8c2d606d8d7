/** How a consultation is held, and the words for it. */
import type { Place } from '#app/prisma/enums.ts'
import { site } from '#app/site.ts'

/** The columns of a type that say how to meet. */
export type StoredPlace = { place: Place; placeDetail: string }

export type MeetingPlace =
  { kind: 'video'; linkTemplate: string } | { kind: 'phone' } | { kind: 'address'; address: string }

/** `usual` is what the firm does: app/site.ts. */
export function meetingPlace({ place, placeDetail }: StoredPlace): MeetingPlace {
  switch (place) {
    case 'usual':
      return site.meeting
    case 'video':
      return { kind: 'video', linkTemplate: placeDetail }
    case 'phone':
      return { kind: 'phone' }
    case 'address':
      return { kind: 'address', address: placeDetail }
    default:
      return place satisfies never
  }
}

/** Whether we call, so that a telephone number is needed. */
export function callsVisitor(type: StoredPlace): boolean {
  return meetingPlace(type).kind === 'phone'
}

const calledOn = 'We call you on '

/** What a booking keeps: a link of its own, a sentence or an address. `room` is unguessable. */
export function locationOf(type: StoredPlace, { phone, room }: { phone: string; room: string }): string {
  const place = meetingPlace(type)
  switch (place.kind) {
    case 'video':
      return place.linkTemplate.replace('{id}', room)
    case 'phone':
      return calledOn + phone
    case 'address':
      return place.address
    default:
      return place satisfies never
  }
}

/** The location for an address that has proved nothing: a number that somebody typed is not repeated to it. */
export function locationWithoutNumber(location: string): string {
  return location.startsWith(calledOn) ? 'We call you on the number that you gave us.' : location
}
