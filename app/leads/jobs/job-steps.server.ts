import { stepBulk } from '../bulk/bulk-step.server.ts'
import { stepExport } from '../export/export-step.server.ts'
import { stepImport } from '../import/import-step.server.ts'
import type { WasErased } from '../import/judge-row.server.ts'
import type { Steps } from './take-step.server.ts'

/** What each kind of job does when its turn comes, with what it has to ask others. */
export function jobSteps({ wasErased }: { wasErased: WasErased }): Steps {
  return { bulk: stepBulk, export: stepExport, import: stepImport(wasErased) }
}
