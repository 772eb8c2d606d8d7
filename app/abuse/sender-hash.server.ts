import { createHmac } from 'node:crypto'
import { env } from '#app/env.server.ts'
import { addressBlock } from '#app/ops/rate-limits.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'

/** A fingerprint of the address that something was sent from (of its /64 for IPv6); the address itself is not kept. */
export function senderHash(ip: string): string {
  return keyed('senders', addressBlock(ip))
}

/**
 * A fingerprint of a message by which the same words are known again, whatever its figures, signs and spaces. Null for
 * a few words: "We need a backend developer" is written by many.
 */
export function bodyHash(text: string): string | null {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return words.length < fewestWords ? null : keyed('messages', words.join(' '))
}

const fewestWords = 8

function keyed(use: string, text: string): string {
  const [secret] = env.SESSION_SECRETS
  return createHmac('sha256', derivedKey(secret, use)).update(text).digest('base64url').slice(0, 22)
}
