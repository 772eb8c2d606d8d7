import { wasErased } from '#app/privacy/suppressed.server.ts'
import { jobSteps } from './job-steps.server.ts'
import { takeStep } from './take-step.server.ts'

export const steps = jobSteps({ wasErased })

/** Does what workers would do, until there is nothing left to do. */
export async function workOff(now: Date): Promise<void> {
  while ((await takeStep(steps, now)) === 'done');
}
