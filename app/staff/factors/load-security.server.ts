import { db } from '#app/db.server.ts'
import { sayMoment } from '#app/time/say.ts'
import type { Session } from '../session.server.ts'
import { browserName } from './browser-name.ts'

/** How the viewer proves who they are, and where they are signed in. */
export async function loadSecurity({ viewer, token, mustAddFactor }: Session) {
  const say = (moment: Date) => sayMoment(moment, viewer.timeZone)
  const [authenticators, passkeys, sessions] = await Promise.all([
    db.twoFactor.count({ where: { userId: viewer.id, verified: true } }),
    db.passkey.findMany({ where: { staffId: viewer.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    db.staffSession.findMany({
      where: { userId: viewer.id, expiresAt: { gt: new Date() } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    }),
  ])
  return {
    mustAddFactor,
    email: viewer.email,
    hasAuthenticator: authenticators > 0,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      added: say(createdAt),
      used: lastUsedAt ? say(lastUsedAt) : null,
    })),
    sessions: sessions.map((session) => ({
      id: session.id,
      browser: browserName(session.userAgent ?? ''),
      address: session.ipAddress ?? '',
      begun: say(session.createdAt),
      used: say(session.updatedAt),
      isThis: session.token === token,
    })),
  }
}

export type Security = Awaited<ReturnType<typeof loadSecurity>>
