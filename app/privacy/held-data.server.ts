import { db } from '#app/db.server.ts'

export type HeldRecord = { kind: string; when: Date; what: Record<string, unknown> }

/** Everything we hold of whoever has this address, each record with what it is and when it was made. */
export async function gatherData(email: string): Promise<HeldRecord[]> {
  const person = { emails: { some: { email } } }
  const [people, submissions, bookings, consents, letters, files, notes] = await Promise.all([
    db.person.findMany({ where: person, include: { company: true, emails: true } }),
    db.submission.findMany({ where: { OR: [{ email }, { lead: { person } }] } }),
    db.booking.findMany({
      where: { OR: [{ visitorEmail: email }, { person }], status: { not: 'reserved' } },
      include: { host: { select: { name: true } }, type: { select: { name: true } } },
    }),
    db.consent.findMany({ where: { email } }),
    db.letter.findMany({ where: { to: email } }),
    db.leadFile.findMany({ where: { lead: { person } }, omit: { content: true } }),
    db.note.findMany({ where: { lead: { person } } }),
  ])
  const records: HeldRecord[] = [
    ...people.map(({ createdAt: when, name, phone, timeZone, company, emails }) => ({
      ...{ kind: 'Person', when },
      what: { name, phone, timeZone, company: company?.name ?? '', emails: emails.map((one) => one.email) },
    })),
    ...submissions.map(({ createdAt: when, reference, title, payload, noticeVersion, origin }) => ({
      ...{ kind: 'What you sent', when },
      what: { reference, title, noticeVersion, origin, answers: payload },
    })),
    ...bookings.map((booking) => ({
      ...{ kind: 'Consultation', when: booking.createdAt },
      what: {
        ...{ reference: booking.reference, status: booking.status, startsAt: booking.startsAt.toISOString() },
        ...{ type: booking.type.name, host: booking.host.name, location: booking.location },
        ...{ name: booking.visitorName, email: booking.visitorEmail, company: booking.company },
        ...{ phone: booking.phone, message: booking.message, answers: booking.answers },
        ...{ guests: booking.guests, timeZone: booking.visitorTimeZone },
      },
    })),
    ...consents.map(({ at: when, purpose, noticeVersion, given }) => ({
      ...{ kind: 'Consent', when },
      what: { purpose, noticeVersion, given },
    })),
    ...letters.map(({ createdAt: when, kind, state, sentAt }) => ({
      ...{ kind: 'Letter to you', when },
      what: { letter: kind, state, sentAt: sentAt?.toISOString() ?? '' },
    })),
    ...files.map(({ createdAt: when, name, mediaType, size }) => ({
      ...{ kind: 'File', when },
      what: { name, mediaType, size },
    })),
    ...notes.map(({ createdAt: when, body }) => ({ ...{ kind: 'Note by our staff', when }, what: { body } })),
  ]
  return records.toSorted((a, b) => a.when.getTime() - b.when.getTime())
}
