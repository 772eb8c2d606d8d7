import type { LeadStatus } from '#app/prisma/enums.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'

type ListedLead = {
  ref: number
  title: string
  status: LeadStatus
  createdAt: Date
  person: { name: string }
  company: { name: string } | null
  owner: { id: string; name: string } | null
  bookings: readonly { startsAt: Date }[]
}

/** One line of the list of leads, in words; times are in the viewer's zone. */
export function rowOf(lead: ListedLead, viewer: { id: string; timeZone: TimeZone }, now: Date) {
  const { ref, title, status, createdAt, person, company, owner } = lead
  const [consultation] = lead.bookings
  const sayWhen = (moment: Date) =>
    `${sayShortDate(moment, viewer.timeZone, now)}, ${sayClearTime(moment, viewer.timeZone)}`
  return {
    ref,
    title,
    status,
    who: company?.name ?? person.name,
    person: company ? person.name : null,
    owner: owner ? (owner.id === viewer.id ? 'you' : owner.name) : 'unassigned',
    consultation: consultation ? sayWhen(consultation.startsAt) : null,
    received: { words: sayWhen(createdAt), iso: createdAt.toISOString() },
  }
}

export type LeadRow = ReturnType<typeof rowOf>
