import { milliseconds } from 'date-fns'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { readNextDue } from './read-calendars.server.ts'

const lookEvery = milliseconds({ seconds: 30 })
/** How many addresses are asked at once: a slow one is not to keep all others waiting. */
const lanes = 3

/** Reads hosts' other calendars as they fall due, until it is stopped. Any number of readers may run at once. */
export function startFeedReader(): { stop(): Promise<void> } {
  const readers = Array.from({ length: lanes }, () => {
    const rest = makeRest()
    return { rest, work: keepReading(rest) }
  })
  return {
    /** Waits for the calendars in hand. */
    async stop() {
      for (const { rest } of readers) rest.end()
      await Promise.all(readers.map(({ work }) => work))
    },
  }
}

async function keepReading(rest: Rest): Promise<void> {
  while (!rest.isOver()) {
    if ((await attempt()) === 'nothing') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the reader. */
async function attempt(): Promise<'done' | 'nothing'> {
  try {
    return await readNextDue(new Date())
  } catch (error) {
    log.error({ err: error }, 'calendars cannot be read at the moment')
    return 'nothing'
  }
}
