import { jobSteps } from './job-steps.server.ts'
import { takeStep } from './take-step.server.ts'

/** Does what workers would do, until there is nothing left to do. */
export async function workOff(now: Date): Promise<void> {
  while ((await takeStep(jobSteps, now)) === 'done');
}
