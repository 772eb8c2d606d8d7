import { db } from '#app/db.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import { followAccountChange } from '../account-change.server.ts'
import { hashPassword } from '../password.server.ts'
import { startProvenSession, type From } from '../session.server.ts'
import type { Viewer } from '../viewer.server.ts'
import { provePassword, type NotProved } from './prove-password.server.ts'
import { setPassword } from './set-password.server.ts'

/** Changes one's own password; every session ends, and this browser gets a new one: the headers that set its cookie. */
export async function changePassword(
  viewer: Viewer,
  { current, next }: { current: string; next: string },
  from: From,
): Promise<Outcome<Headers, NotProved>> {
  const proved = await provePassword(viewer, current, from.ip)
  if (!proved.ok) return proved

  const hash = await hashPassword(next)
  await db.$transaction(async (tx) => {
    await setPassword(tx, viewer.id, hash)
    await followAccountChange(tx, {
      ...{ staffId: viewer.id, actorId: viewer.id, now: from.now },
      ...{ action: 'password.changed', what: 'Your password was changed.' },
    })
  })
  return done((await startProvenSession(viewer.id, from)) ?? new Headers())
}
