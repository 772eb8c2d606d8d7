import { createHmac } from 'node:crypto'
import { env } from '#app/env.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'

/** By what an address is known again once it is erased. `secret`: an older one, under which it may have been hashed. */
export function addressHash(email: string, secret: string = env.SESSION_SECRETS[0]): string {
  return createHmac('sha256', derivedKey(secret, 'addresses')).update(email.toLowerCase()).digest('base64url')
}

export function addressHashes(email: string): string[] {
  return env.SESSION_SECRETS.map((secret) => addressHash(email, secret))
}
