import { createHash, randomBytes } from 'node:crypto'
import { parse } from 'node:querystring'
import { env } from '#app/env.server.ts'

/** The cookie that knows a visitor again who holds a time: necessary, or it would be held against them too. */
const holdCookieName = 'hold'
const holdCookieSeconds = 600

/** A new token, 128 bits. */
export function newHoldToken(): string {
  return randomBytes(16).toString('base64url')
}

/** The token that the request brings, if it is one. */
export function holdTokenOf(request: Request): string | null {
  const text = parse(request.headers.get('cookie') ?? '', '; ')[holdCookieName]
  return typeof text === 'string' && isHoldToken(text) ? text : null
}

function isHoldToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text)
}

/** What the database keeps of a token. */
export function holderOf(token: string): string
export function holderOf(token: string | null): string | undefined
export function holderOf(token: string | null): string | undefined {
  return token === null ? undefined : createHash('sha256').update(token).digest('base64url')
}

/** The header that gives the browser the token, for ten minutes from now. */
export function holdCookie(token: string): string {
  const secure = env.APP_URL.startsWith('https:') ? '; Secure' : ''
  return `${holdCookieName}=${token}; Max-Age=${holdCookieSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
