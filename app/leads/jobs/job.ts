/** Long work that members of staff ask for, in words. */
import type { JobState } from '#app/prisma/enums.ts'

/** What a worker goes on with by itself. */
export const workingStates = ['preparing', 'running', 'undoing'] as const satisfies JobState[]

export function isWorking(state: JobState): boolean {
  return workingStates.some((working) => working === state)
}

export const stateWords: Record<JobState, string> = {
  waiting: 'Waits for you',
  preparing: 'Being prepared',
  checked: 'Checked, waits for you',
  running: 'Under way',
  done: 'Done',
  undoing: 'Being undone',
  undone: 'Undone',
  stopped: 'Stopped',
  failed: 'Failed',
}

/** How far a job is, of a hundred; what is counted last may be more than what was counted first. */
export function percentOf({ done, total }: { done: number; total: number }): number {
  return total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100))
}
