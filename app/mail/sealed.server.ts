/**
 * A link that opens an account must not lie in the outbox for whoever reads the database or the desk's letters. It is
 * sealed there (AES-256-GCM under a key from the environment) and opened for the moment in which its letter is sent.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '#app/env.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'

const mark = 'sealed:'
const use = 'sealed letters'
const ivBytes = 12
const tagBytes = 16

/** For a letter's props: what only its recipient may read. */
export function seal(text: string): string {
  const [secret] = env.SESSION_SECRETS
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(secret, use), iv)
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return mark + sealed.toString('base64url')
}

/** The letter as it is sent. Throws when what is sealed was changed, or sealed under a secret that is gone. */
export function unsealed<Letter extends { props: unknown }>(letter: Letter): Letter {
  return { ...letter, props: eachSealed(letter.props, openSeal) }
}

/** The letter as it may be shown to anybody else. */
export function withoutSealed<Letter extends { props: unknown }>(letter: Letter): Letter {
  return { ...letter, props: eachSealed(letter.props, () => '[a link that only the letter itself has]') }
}

function eachSealed(props: unknown, replace: (sealed: string) => string): unknown {
  if (typeof props !== 'object' || props === null || Array.isArray(props)) return props
  const entries = Object.entries(props).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' && value.startsWith(mark) ? replace(value.slice(mark.length)) : value,
  ])
  return Object.fromEntries(entries)
}

function openSeal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const opened = env.SESSION_SECRETS.map((secret) => openWith(secret, bytes)).find((text) => text !== null)
  if (opened === undefined || opened === null) throw new Error('A sealed link cannot be opened any more')
  return opened
}

function openWith(secret: string, bytes: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', derivedKey(secret, use), bytes.subarray(0, ivBytes))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    // Another secret sealed it: GCM says so by throwing.
    return null
  }
}
