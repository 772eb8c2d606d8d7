import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { recordLead } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { announceMessage } from './announce-message.server.ts'
import type { Message } from './message.ts'

export type MessageRefusal = 'key-reused' | 'too-many'
type Sent = Outcome<{ reference: string }, MessageRefusal>

/**
 * Keeps a message: the submission as sent, the lead it belongs to, the consent and both letters, in one transaction. The
 * same form sent again gives the first answer again.
 */
export async function sendMessage(message: Message, { now }: { now: Date }): Promise<Sent> {
  const hash = requestHash(message)
  const earlier = await findEarlier(db, message, hash)
  if (earlier) return earlier
  const taken = await takeFrom('requirements-by-email', message.email)
  if (!taken.ok) return refused('too-many')

  return db.$transaction((tx) => sendInside(tx, message, { now, hash }))
}

async function sendInside(
  tx: Transaction,
  message: Message,
  { now, hash }: { now: Date; hash: string },
): Promise<Sent> {
  await lockFor(tx, 'key', keyOf(message))
  const earlier = await findEarlier(tx, message, hash)
  if (earlier) return earlier

  const { name, email, notice } = message
  const lead = await recordLead(
    tx,
    {
      kind: 'message',
      person: { name, email },
      title: 'A message from the contact page',
      payload: message,
      idempotencyKey: keyOf(message),
      requestHash: hash,
      noticeVersion: notice,
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
  return done({ reference: lead.submissionReference })
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
