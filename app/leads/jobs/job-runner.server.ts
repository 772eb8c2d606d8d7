import { milliseconds } from 'date-fns'
import { listenFor } from '#app/ops/listen.server.ts'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { forgetOldExports } from '../export/export-file.server.ts'
import { takeStep, type Steps } from './take-step.server.ts'

const lookEvery = milliseconds({ seconds: 5 })
const forgetEvery = milliseconds({ hours: 1 })

/** Takes jobs on, portion by portion, as soon as there is one, until it is stopped. Any number may run at once. */
export function startJobs(steps: Steps): { stop(): Promise<void> } {
  const rest = makeRest()
  const listener = listenFor('jobs', { heard: rest.wake })
  const work = keepGoing(steps, rest)
  return {
    /** Waits for the portion in hand. */
    async stop() {
      rest.end()
      await work
      await listener.stop()
    },
  }
}

async function keepGoing(steps: Steps, rest: Rest): Promise<void> {
  let forgetAt = 0
  while (!rest.isOver()) {
    if (Date.now() >= forgetAt) {
      forgetAt = Date.now() + forgetEvery
      await attempt(forgetOldExports)
    }
    if ((await attempt(() => takeStep(steps, new Date()))) !== 'done') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the runner. */
async function attempt<Value>(act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act()
  } catch (error) {
    log.error({ err: error }, 'jobs cannot go on at the moment')
    return null
  }
}
