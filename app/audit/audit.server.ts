import { createHmac } from 'node:crypto'
import type { Reader } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { currentRequest } from '#app/ops/current-request.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'
import type { AuditAction, AuditEntity, AuditedFields } from './audit-entry.ts'

export type AuditedAct = {
  /** The member of staff who did it; null when nobody is signed in, or the program did it. */
  actorId: string | null
  action: AuditAction
  entity: AuditEntity
  entityId: string
  before?: AuditedFields
  after?: AuditedFields
}

/**
 * Writes down who did what, in the transaction of the deed: both are kept, or neither. Rows are only added; the table's
 * triggers refuse everything else.
 */
export async function audit(tx: Reader, { before, after, ...act }: AuditedAct): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...act,
      ...(before && { before }),
      ...(after && { after }),
      requestId: currentRequest()?.requestId ?? '',
    },
    select: { id: true },
  })
}

/** The same act on many: one statement, however many they are. */
export async function auditEach(
  tx: Reader,
  entityIds: readonly string[],
  { actorId, action, entity, before, after }: Omit<AuditedAct, 'entityId'>,
): Promise<void> {
  const [was, became] = [before, after].map((fields) => (fields ? JSON.stringify(fields) : null))
  await tx.$executeRaw`
    INSERT INTO audit_entry (actor_id, action, entity, entity_id, before, after, request_id)
    SELECT ${actorId}, ${action}, ${entity}, entity_id, ${was}::jsonb, ${became}::jsonb, ${currentRequest()?.requestId ?? ''}
    FROM unnest(${entityIds}::text[]) AS entity_id`
}

/** Stands for a personal value: tells whether two are the same, and nothing else without the server's secret. */
export function fingerprint(value: string): string {
  const [secret] = env.SESSION_SECRETS
  const mac = createHmac('sha256', derivedKey(secret, 'audit')).update(value).digest('base64url')
  return `#${mac.slice(0, 12)}`
}
