import { parse } from 'node:querystring'
import { env } from '#app/env.server.ts'
import { publicIdIn, signLink, verifyLink } from '#app/ops/signed-link.server.ts'

/** The cookie behind which an unfinished requirement waits: necessary, or going on would mean starting again. */
const cookieName = 'draft'
export const draftDays = 14

/** The draft that the request's cookie opens; null without one of ours. */
export function draftIdIn(request: Request): string | null {
  const token = parse(request.headers.get('cookie') ?? '', '; ')[cookieName]
  if (typeof token !== 'string') return null
  const publicId = publicIdIn(token)
  return publicId && verifyLink('draft', token, { publicId }) ? publicId : null
}

export function draftCookie(publicId: string): string {
  return cookie(signLink('draft', { publicId }), draftDays * 86_400)
}

/** Nothing of ours is in this browser any more. */
export function noDraftCookie(): string {
  return cookie('', 0)
}

function cookie(value: string, seconds: number): string {
  const secure = env.APP_URL.startsWith('https:') ? '; Secure' : ''
  return `${cookieName}=${value}; Max-Age=${seconds}; Path=/start; HttpOnly; SameSite=Lax${secure}`
}
