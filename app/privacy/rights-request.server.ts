import { createHash, randomBytes } from 'node:crypto'
import { addMinutes, subHours } from 'date-fns'
import { inEvenTime } from '#app/abuse/even-time.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { paths } from '#app/paths.ts'

const minutesOpen = 15
const mostInAnHour = 2

/**
 * Mails an address the link to what we hold of it, at most twice in an hour. One of which we hold nothing gets no letter,
 * and neither the answer nor its time tells.
 */
export async function askForRights(email: string, now: Date): Promise<void> {
  await inEvenTime(() =>
    db.$transaction(async (tx) => {
      await lockFor(tx, 'recipient', email)
      if (!(await isKnown(tx, email)) || (await asksTooOften(tx, email, now))) return
      await sendLink(tx, email, now)
    }),
  )
}

async function sendLink(tx: Transaction, email: string, now: Date): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const { id } = await tx.rightsRequest.create({
    data: { email, tokenHash: hashOf(token), createdAt: now, expiresAt: addMinutes(now, minutesOpen) },
  })
  await enqueue(tx, {
    kind: 'your-data',
    to: { name: '', address: email },
    dedupeKey: `rights:${id}`,
    notAfter: addMinutes(now, minutesOpen),
    props: {
      firm: firmInLetters,
      minutes: String(minutesOpen),
      url: env.APP_URL + paths.privacyOpen(token),
    },
  })
}

async function isKnown(tx: Transaction, email: string): Promise<boolean> {
  const [{ known } = { known: false }] = await tx.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT FROM person_email WHERE email = ${email})
      OR EXISTS (SELECT FROM submission WHERE email = ${email})
      OR EXISTS (SELECT FROM booking WHERE visitor_email = ${email} OR ${email} = ANY (guests))
      OR EXISTS (SELECT FROM consent WHERE email = ${email}) AS known`
  return known
}

async function asksTooOften(tx: Transaction, email: string, now: Date): Promise<boolean> {
  const asked = await tx.rightsRequest.count({ where: { email, createdAt: { gt: subHours(now, 1) } } })
  return asked >= mostInAnHour
}

/** Whether the link would still open; looking does not use it up, because mail programs look. */
export async function isOpenable(token: string, now: Date): Promise<boolean> {
  const where = { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } }
  return (await db.rightsRequest.count({ where })) > 0
}

/** Uses the link up; gives the id of the request, or null for one that is unknown, used or over. */
export async function openOnce(token: string, now: Date): Promise<string | null> {
  const rows = await db.rightsRequest.updateManyAndReturn({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, expiresAt: addMinutes(now, minutesOpen) },
    select: { id: true },
  })
  return rows[0]?.id ?? null
}

/** The address that an opened request speaks for, for a quarter of an hour. */
export async function findOpened(id: string, now: Date): Promise<string | null> {
  const opened = await db.rightsRequest.findFirst({
    where: { id, usedAt: { not: null }, expiresAt: { gt: now } },
    select: { email: true },
  })
  return opened?.email ?? null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
