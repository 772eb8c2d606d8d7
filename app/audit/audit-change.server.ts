import { isDeepStrictEqual } from 'node:util'
import type { Reader } from '#app/db.server.ts'
import type { AuditedFields } from './audit-entry.ts'
import { audit, type AuditedAct } from './audit.server.ts'

/**
 * Writes down what an act made of a thing, from what held before it and after: the fields that differ, and nothing at all
 * when none does. `{}` before is a thing that was added, `{}` after one that was removed.
 */
export async function auditChange(
  tx: Reader,
  act: Omit<AuditedAct, 'before' | 'after'>,
  { before, after }: { before: AuditedFields; after: AuditedFields },
): Promise<void> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]))
  if (changed.length === 0) return
  await audit(tx, { ...act, before: only(before, changed), after: only(after, changed) })
}

function only(fields: AuditedFields, names: readonly string[]): AuditedFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}
