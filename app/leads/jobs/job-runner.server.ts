import { milliseconds } from 'date-fns'
import { listenFor } from '#app/ops/listen.server.ts'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { jobSteps } from './job-steps.server.ts'
import { takeStep } from './take-step.server.ts'

const lookEvery = milliseconds({ seconds: 5 })

/** Takes jobs on, portion by portion, as soon as there is one, until it is stopped. Any number may run at once. */
export function startJobs(): { stop(): Promise<void> } {
  const rest = makeRest()
  const listener = listenFor('jobs', { heard: rest.wake })
  const work = keepGoing(rest)
  return {
    /** Waits for the portion in hand. */
    async stop() {
      rest.end()
      await work
      await listener.stop()
    },
  }
}

async function keepGoing(rest: Rest): Promise<void> {
  while (!rest.isOver()) {
    if ((await attempt()) !== 'done') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the runner. */
async function attempt(): Promise<'nothing' | 'done'> {
  try {
    return await takeStep(jobSteps, new Date())
  } catch (error) {
    log.error({ err: error }, 'jobs cannot go on at the moment')
    return 'nothing'
  }
}
