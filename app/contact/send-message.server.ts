import { inEvenTime } from '#app/abuse/even-time.server.ts'
import { unsuspicious, type Judgement } from '#app/abuse/judgement.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { recordLead } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { announceMessage } from './announce-message.server.ts'
import type { Message } from './message.ts'

export type MessageRefusal = 'key-reused' | 'too-many'
type Sent = Outcome<{ reference: string }, MessageRefusal>

const title = 'A message from the contact page'

type About = {
  now: Date
  /** What the checks for abuse made of it; nothing when left out. */
  judgement?: Judgement
}

/**
 * Keeps a message: the submission as sent, the lead it belongs to, the consent and both letters, in one transaction. The
 * same form sent again gives the first answer again. What looks like abuse is kept for staff and makes nothing else; its
 * sender gets the same answer in the same time.
 */
export async function sendMessage(message: Message, about: About): Promise<Sent> {
  return inEvenTime(async () => {
    const hash = requestHash(message)
    const earlier = await findEarlier(db, message, hash)
    if (earlier) return earlier
    const taken = await takeFrom('requirements-by-email', message.email)
    if (!taken.ok) return refused('too-many')

    return db.$transaction((tx) => sendInside(tx, message, { ...about, hash }))
  })
}

async function sendInside(tx: Transaction, message: Message, about: About & { hash: string }): Promise<Sent> {
  await lockFor(tx, 'key', keyOf(message))
  const earlier = await findEarlier(tx, message, about.hash)
  if (earlier) return earlier

  const { judgement } = about
  if (judgement && judgement.outcome !== 'accepted') {
    return done(await holdMessage(tx, message, { ...about, judgement }))
  }
  const { reference } = await acceptMessage(tx, message, about)
  return done({ reference })
}

type Accepting = About & { hash: string; held?: { id: string; reference: string } }

/** Everything that follows from a message: the person, the lead, the consent and both letters. */
export async function acceptMessage(
  tx: Transaction,
  message: Message,
  { now, hash, judgement, held }: Accepting,
): Promise<{ reference: string; leadId: string; ref: number }> {
  const { name, email, notice } = message
  const lead = await recordLead(
    tx,
    {
      kind: 'message',
      person: { name, email },
      title,
      payload: message,
      idempotencyKey: keyOf(message),
      requestHash: hash,
      noticeVersion: notice,
      judged: judgement ?? unsuspicious,
      ...(held && { held }),
    },
    now,
  )
  await tx.consent.create({
    data: { email, purpose: 'respond', noticeVersion: notice, given: true, leadId: lead.leadId, at: now },
  })
  await announceMessage(tx, {
    message,
    submission: { id: lead.submissionId, reference: lead.submissionReference },
    lead: { id: lead.leadId, ref: lead.ref },
    now,
  })
  return { reference: lead.submissionReference, leadId: lead.leadId, ref: lead.ref }
}

/** Keeps what was sent, and makes nothing of it: no person, no lead, no letter. */
async function holdMessage(
  tx: Transaction,
  message: Message,
  { now, hash, judgement }: { now: Date; hash: string; judgement: Judgement },
): Promise<{ reference: string }> {
  const { outcome, score, reasons, bodyHash, ipHash } = judgement
  return tx.submission.create({
    data: {
      ...{ kind: 'message', title, outcome, score, reasons, bodyHash, ipHash },
      publicId: newPublicId(),
      reference: newReference('R'),
      idempotencyKey: keyOf(message),
      requestHash: hash,
      payload: message,
      email: message.email,
      noticeVersion: message.notice,
      createdAt: now,
    },
    select: { reference: true },
  })
}

async function findEarlier(database: Reader, message: Message, hash: string): Promise<Sent | null> {
  const submission = await database.submission.findUnique({
    where: { idempotencyKey: keyOf(message) },
    select: { reference: true, requestHash: true },
  })
  if (!submission) return null
  return submission.requestHash === hash ? done({ reference: submission.reference }) : refused('key-reused')
}

function keyOf({ idempotencyKey }: Message): string {
  return `message ${idempotencyKey}`
}
