import type { Transaction } from '#app/db.server.ts'
import { searchTextOf, type SearchWords } from './search-text.ts'

/**
 * What the desk finds a lead by, read from what it holds now: its person, its bookings and what was sent. `also`: what is
 * about to be its own; an empty `title` leaves the lead its title.
 */
export async function searchTextNow(
  tx: Transaction,
  lead: { id: string; ref: number },
  also: Partial<SearchWords> = {},
): Promise<string> {
  const held = await tx.lead.findUniqueOrThrow({
    where: { id: lead.id },
    select: {
      title: true,
      person: {
        select: {
          name: true,
          emails: { select: { email: true } },
          company: { select: { name: true, domain: true } },
        },
      },
      submissions: { select: { reference: true } },
      bookings: { select: { reference: true, visitorName: true, visitorEmail: true, company: true } },
    },
  })
  const { name, emails, company } = held.person
  const { bookings, submissions } = held
  return searchTextOf({
    ref: lead.ref,
    title: also.title || held.title,
    names: [name, ...(also.names ?? []), ...bookings.map(({ visitorName }) => visitorName)],
    emails: [
      ...emails.map(({ email }) => email),
      ...(also.emails ?? []),
      ...bookings.map(({ visitorEmail }) => visitorEmail),
    ],
    company: [
      ...[company?.name ?? '', company?.domain ?? ''],
      ...(also.company ?? []),
      ...bookings.map((booking) => booking.company),
    ],
    references: [
      ...[...submissions, ...bookings].map(({ reference }) => reference),
      ...(also.references ?? []),
    ],
  })
}
