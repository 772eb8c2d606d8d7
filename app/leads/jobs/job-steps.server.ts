import { stepBulk } from '../bulk/bulk-step.server.ts'
import { stepExport } from '../export/export-step.server.ts'
import type { Steps } from './take-step.server.ts'

/** What each kind of job does when its turn comes. */
export const jobSteps: Steps = { bulk: stepBulk, export: stepExport }
