import { createHash, randomBytes } from 'node:crypto'

/** What opens something once: 256 random bits for a link. Only `tokenHash` of it is kept. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
