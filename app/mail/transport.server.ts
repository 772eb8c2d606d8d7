import { milliseconds } from 'date-fns'
import { createTransport } from 'nodemailer'
import { env } from '#app/env.server.ts'
import { site } from '#app/site.ts'
import type { RenderedLetter } from '#emails/index.ts'
import { sender } from './firm.server.ts'
import type { Invitation } from './outbox.server.ts'
import { smtpSettings } from './smtp-settings.ts'

export type OutgoingLetter = RenderedLetter & {
  id: string
  messageId: string
  to: { name: string; address: string }
  invitation: Invitation | null
  /** A person wrote it: https://www.rfc-editor.org/rfc/rfc3834#section-5 */
  isByHand: boolean
  /** Where its kind can be declined, by a person or by their mail program. */
  declineUrl: string | null
}

export interface Transport {
  /** Resolves when the mail server has taken the letter; otherwise throws what `judgeFailure` judges. */
  send(letter: OutgoingLetter): Promise<void>
  close(): void
}

/** Well within the lease: no other worker takes the letter while this one may still be sending it. */
const longestSend = milliseconds({ seconds: 150 })

export function openTransport(smtpUrl: string): Transport {
  const mailer = createTransport(smtpSettings(smtpUrl, { production: env.NODE_ENV === 'production' }))
  return {
    async send(letter) {
      const info = await mailer.sendMail({ ...messageOf(letter), signal: AbortSignal.timeout(longestSend) })
      // A server that takes the mail and none of its recipients is not an error to nodemailer.
      if (info.rejected.length > 0 || info.accepted.length !== 1) throw new RecipientRefused(info.response)
    },
    close: () => mailer.close(),
  }
}

/** Addresses are objects and the envelope is explicit, so nothing in a name can add a recipient. */
function messageOf(letter: OutgoingLetter) {
  return {
    envelope: { from: sender.address, to: [letter.to.address] },
    from: sender,
    to: letter.to,
    ...(sender.address === site.email ? {} : { replyTo: { name: site.name, address: site.email } }),
    messageId: letter.messageId,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: {
      'X-Entity-Ref-ID': letter.id,
      ...(!letter.isByHand && { 'Auto-Submitted': 'auto-generated' }),
      ...(letter.declineUrl && declineHeaders(letter.declineUrl)),
    },
    ...(letter.invitation ? { icalEvent: { ...letter.invitation, filename: 'invite.ics' } } : {}),
  }
}

/** One press in a mail program posts to the address: https://www.rfc-editor.org/rfc/rfc8058 */
function declineHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

class RecipientRefused extends Error {
  readonly command = 'RCPT TO'
  readonly responseCode: number

  constructor(response: string) {
    super(response)
    this.responseCode = Number.parseInt(response, 10) || 550
  }
}
