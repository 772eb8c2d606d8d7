import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import {
  answersOf,
  hostName,
  howToMeet,
  leadUrl,
  manageUrl,
  visitorAndCompany,
} from './booking-letters.server.ts'
import type { CalendarMeeting } from './calendar-links.ts'

/** The booking as an event of the visitor's calendar: in the invitation that goes by mail, and in links to web calendars. */
export function visitorMeeting(booking: MadeBooking): CalendarMeeting {
  return {
    title: `${booking.type.name} with ${site.name}`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    details: [
      `With ${hostName(booking)}, ${site.name}`,
      `How to meet: ${howToMeet(booking)}`,
      `See, move or cancel it: ${manageUrl(booking)}`,
      `Reference: ${booking.reference}`,
    ].join('\n'),
    location: howToMeet(booking),
  }
}

/** The booking as an event of a guest's calendar: how to come to it, and nothing by which to change it. */
export function guestMeeting(booking: MadeBooking): CalendarMeeting {
  return {
    title: `${booking.type.name} with ${site.name}`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    details: `With ${hostName(booking)}, ${site.name}\nHow to meet: ${howToMeet(booking)}`,
    location: howToMeet(booking),
  }
}

/** The booking as an event of the host's calendar, with everything that the visitor wrote. */
export function hostMeeting(booking: MadeBooking): CalendarMeeting {
  return {
    title: `${booking.type.name}: ${visitorAndCompany(booking)}`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    details: [
      ...answersOf(booking).map(({ label, value }) => `${label}: ${value}`),
      `How to meet: ${booking.location}`,
      `The booking: ${env.APP_URL}${paths.staff.booking(booking.reference)}`,
      `The lead: ${leadUrl(booking)}`,
      `Reference: ${booking.reference}`,
    ].join('\n'),
    location: booking.location,
  }
}
