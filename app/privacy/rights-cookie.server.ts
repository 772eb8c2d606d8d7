import { parse } from 'node:querystring'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { env } from '#app/env.server.ts'
import { signLink, verifyLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { findOpened } from './rights-request.server.ts'

/** Knows for a quarter of an hour who opened the mailed link: `<id of the request>.<mac>`. */
const cookieName = 'rights'

export function rightsCookie(id: string | null): string {
  const secure = env.APP_URL.startsWith('https:') ? '; Secure' : ''
  const value = id ? signLink('rights', { publicId: id }) : ''
  return `${cookieName}=${value}; Max-Age=${id ? 900 : 0}; Path=${paths.privacyMine()}; HttpOnly; SameSite=Strict${secure}`
}

/** The address whose data may be shown; whoever has opened no link is led to where one is asked for. */
export async function requireRights(request: Request, now: Date): Promise<string> {
  const value = parse(request.headers.get('cookie') ?? '', '; ')[cookieName]
  const token = typeof value === 'string' ? value : ''
  const id = z.uuid().safeParse(token.split('.')[0])
  const isSigned = id.success && verifyLink('rights', token, { publicId: id.data })
  const email = isSigned ? await findOpened(id.data, now) : null
  if (email === null) throw redirect(paths.privacyRequest({ over: '1' }), 303)
  return email
}
