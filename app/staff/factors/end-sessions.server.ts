import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { Session } from '../session.server.ts'

/** Ends one other session of the viewer's, or all others: they are signed out with their next request. */
export async function endOtherSessions({ viewer, token }: Session, id?: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.staffSession.deleteMany({
      where: { userId: viewer.id, token: { not: token }, ...(id && { id }) },
    })
    if (ended.count === 0) return
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'sessions.ended', entity: 'staff', entityId: viewer.id },
      after: { sessions: ended.count },
    })
  })
}
