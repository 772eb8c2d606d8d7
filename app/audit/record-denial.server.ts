import { db } from '#app/db.server.ts'
import { currentRequest } from '#app/ops/current-request.server.ts'
import { log } from '#app/ops/log.server.ts'
import { withoutToken } from '#app/ops/token-paths.ts'
import { audit } from './audit.server.ts'

/**
 * Writes down that a member of staff was refused a page of the desk, or sent what they may not: 403, or 404, which is
 * also what an object out of scope answers. One place for every route, so that none can forget it.
 */
export async function recordDenial(request: Request, status: number): Promise<void> {
  const viewerId = currentRequest()?.viewerId ?? null
  const path = withoutToken(new URL(request.url).pathname.replace(/\.data$/, ''))
  if (viewerId === null || (status !== 403 && status !== 404) || !path.startsWith('/staff')) return
  try {
    await audit(db, {
      actorId: viewerId,
      action: 'denied',
      entity: 'page',
      entityId: path.slice(0, 200),
      after: { method: request.method, status },
    })
  } catch (error) {
    log.error({ err: error, path }, 'a refusal could not be written down')
  }
}
