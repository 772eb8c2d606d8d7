import { paths } from '#app/paths.ts'
import { goodPassword } from './staff-fixture.server.ts'
import type { Viewer } from './viewer.server.ts'

/** Signs a member of staff in over HTTP; returns the cookies of their session. */
export async function signIn(origin: string, { email }: Viewer): Promise<string> {
  const answer = await fetch(origin + paths.staff.signIn(), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password: goodPassword }),
  })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  if (cookies.length === 0) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}
