import type { Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import type { Message } from './message.ts'

type AnnouncedMessage = {
  message: Message
  submission: { id: string; reference: string }
  lead: { id: string; ref: number }
  now: Date
}

/**
 * Writes two letters into the outbox of the same transaction. What was written goes to the office only: anybody can type
 * somebody else's address.
 */
export async function announceMessage(tx: Transaction, announced: AnnouncedMessage): Promise<void> {
  await enqueue(tx, letterToVisitor(announced))
  await enqueue(tx, noticeToOffice(announced))
}

function letterToVisitor({ message, submission, lead }: AnnouncedMessage) {
  return {
    kind: 'message-received' as const,
    to: { name: message.name, address: message.email },
    dedupeKey: `message:${submission.id}:visitor`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      name: message.name,
      reference: submission.reference,
      replyWithin: site.replyWithin,
      bookUrl: env.APP_URL + paths.book(),
    },
  }
}

function noticeToOffice({ message, submission, lead, now }: AnnouncedMessage) {
  return {
    kind: 'message-notice' as const,
    to: { name: site.name, address: site.email },
    dedupeKey: `message:${submission.id}:office`,
    leadId: lead.id,
    props: {
      firm: firmInLetters,
      reference: `L-${lead.ref}`,
      visitor: message.name,
      email: message.email,
      received: sayMoment(now, site.office.timeZone),
      replyWithin: site.replyWithin,
      message: message.message,
      leadUrl: env.APP_URL + paths.staff.lead(lead.ref),
    },
  }
}
