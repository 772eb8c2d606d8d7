import { milliseconds } from 'date-fns'
import { log } from '#app/ops/log.server.ts'
import { makeRest } from '#app/ops/rest.ts'
import { keepRetention } from './keep-retention.server.ts'

const lookEvery = milliseconds({ hours: 1 })

/** Clears once a day what is kept no longer, until it is stopped. Any number of keepers may run at once. */
export function startRetention(): { stop(): Promise<void> } {
  const rest = makeRest()
  const work = (async () => {
    while (!rest.isOver()) {
      await attempt()
      await rest.take(lookEvery)
    }
  })()
  return {
    async stop() {
      rest.end()
      await work
    },
  }
}

/** A database that is away for a while must not end the keeper. */
async function attempt(): Promise<void> {
  try {
    if (await keepRetention(new Date())) log.info('what is kept no longer was cleared')
  } catch (error) {
    log.error({ err: error }, 'what is kept no longer cannot be cleared at the moment')
  }
}
