import { randomUUID } from 'node:crypto'
import { addDays, subDays, subHours } from 'date-fns'
import { manageUrl, meetingTime, whatItIs } from '#app/booking/letters/booking-letters.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate } from '#app/time/say.ts'

const kind = 'your-links'
const mostOfEach = 20
const requestsOfDays = 180

/**
 * Sends somebody the links to their upcoming consultations and their requests, at most once in an hour and three times
 * in a day. An address that has nothing is given the same work, and its letter is taken away in the same transaction:
 * neither the answer nor its time tells who is known.
 */
export async function sendLinks(email: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockFor(tx, 'recipient', email)
    const bookings = await bookingsOf(tx, email, now)
    const requests = await requestsOf(tx, email, now)
    const isDue = await mayHaveAnother(tx, email, now)
    const isWanted = isDue && bookings.length + requests.length > 0
    const unwanted = `links unwanted ${randomUUID()}`

    await enqueue(tx, {
      kind,
      to: { name: '', address: email },
      dedupeKey: isWanted ? `links ${randomUUID()}` : unwanted,
      notAfter: addDays(now, 1),
      props: { firm: firmInLetters, bookings, requests },
    })
    await tx.letter.deleteMany({ where: { dedupeKey: unwanted } })
  })
}

async function bookingsOf(tx: Transaction, email: string, now: Date) {
  const bookings = await tx.booking.findMany({
    where: { visitorEmail: email, status: 'confirmed', endsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    take: mostOfEach,
    include: { type: true },
  })
  return bookings.map((booking) => ({
    when: meetingTime(booking, booking.visitorTimeZone),
    meeting: whatItIs(booking),
    reference: booking.reference,
    url: manageUrl(booking),
  }))
}

async function requestsOf(tx: Transaction, email: string, now: Date) {
  const requests = await tx.submission.findMany({
    where: {
      email,
      kind: 'requirement',
      outcome: 'accepted',
      createdAt: { gt: subDays(now, requestsOfDays) },
    },
    orderBy: { createdAt: 'desc' },
    take: mostOfEach,
    select: { reference: true, publicId: true, linkVersion: true, createdAt: true },
  })
  return requests.map(({ reference, createdAt, ...link }) => ({
    received: sayCalendarDate(dateIn(createdAt, site.office.timeZone)),
    reference,
    url: env.APP_URL + paths.startDone(signLink('request', link)),
  }))
}

async function mayHaveAnother(tx: Transaction, email: string, now: Date): Promise<boolean> {
  const letters = await tx.letter.findMany({
    where: { to: email, kind, createdAt: { gt: subDays(now, 1) } },
    select: { createdAt: true, state: true },
  })
  const isRecent = letters.some(
    ({ createdAt, state }) => state === 'queued' || state === 'retry' || createdAt > subHours(now, 1),
  )
  return !isRecent && letters.length < 3
}
