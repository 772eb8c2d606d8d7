import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '#app/env.server.ts'

/**
 * Links that open something without an account: `<public id>.<key id><mac>`. The mac covers the purpose, the id and the
 * row's link version, so nothing secret is stored, any later letter can make the same link again, and raising the
 * version revokes all that went out before. The key id tells which secret signed: a new secret goes before the old one.
 */
export type LinkPurpose =
  | 'booking'
  | 'request'
  | 'feed'
  | 'draft'
  | 'resume'
  | 'unconfirmed'
  | 'confirm'
  | 'brief'
  | 'status'
  | 'rights'
  | 'unsubscribe'

const keyIdLength = 4

/** A random id, 128 bits, for the address of one row. */
export function newPublicId(): string {
  return randomBytes(16).toString('base64url')
}

export function signLink(purpose: LinkPurpose, subject: { publicId: string; linkVersion?: number }): string {
  const [secret] = env.SESSION_SECRETS
  return `${subject.publicId}.${keyIdOf(secret)}${macOf(secret, purpose, subject)}`
}

/** The public id that a token names, if it has the shape of a token at all: look the row up, then `verifyLink`. */
export function publicIdIn(token: string): string | null {
  return /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{47}$/.exec(token)?.[1] ?? null
}

export function verifyLink(
  purpose: LinkPurpose,
  token: string,
  subject: { publicId: string; linkVersion?: number },
): boolean {
  const signature = token.slice(token.indexOf('.') + 1)
  const secret = env.SESSION_SECRETS.find(
    (candidate) => keyIdOf(candidate) === signature.slice(0, keyIdLength),
  )
  if (!secret) return false

  const expected = Buffer.from(macOf(secret, purpose, subject))
  const given = Buffer.from(signature.slice(keyIdLength))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function keyIdOf(secret: string): string {
  return createHash('sha256').update(`key id ${secret}`).digest('base64url').slice(0, keyIdLength)
}

function macOf(
  secret: string,
  purpose: LinkPurpose,
  { publicId, linkVersion = 1 }: { publicId: string; linkVersion?: number },
) {
  return createHmac('sha256', derivedKey(secret, 'links'))
    .update(`${purpose}\n${publicId}\n${linkVersion}`)
    .digest('base64url')
}

const derivedKeys = new Map<string, Buffer>()

/** A key of its own for each use, so that what one use reveals says nothing about another. Derived once in a process. */
export function derivedKey(secret: string, use: string): Buffer {
  const name = `${use}\n${secret}`
  const key = derivedKeys.get(name) ?? Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  derivedKeys.set(name, key)
  return key
}
