/** Standard Webhooks: `webhook-signature` is an HMAC-SHA256 over the message's id, the time it is sent, and its body. */
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new secret, 256 bits, as the libraries of receivers take it. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/** One signature for each secret: while a secret is being changed, either of them opens the message. */
export function signMessage(
  secrets: readonly string[],
  { id, sentAt, body }: { id: string; sentAt: Date; body: string },
) {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
