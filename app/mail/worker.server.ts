import { milliseconds } from 'date-fns'
import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { recoverLost } from './claim.server.ts'
import { deliverNext, type Told } from './deliver.server.ts'
import { listenFor } from '#app/ops/listen.server.ts'
import { openTransport, type Transport } from './transport.server.ts'

const lookEvery = milliseconds({ seconds: 5 })
const pauseFor = milliseconds({ minutes: 5 })

export interface Worker {
  /** Waits for the letter in hand. */
  stop(): Promise<void>
}

/**
 * Sends what is due, one letter at a time, until it is stopped: as soon as a letter is written (PostgreSQL tells), and by
 * looking every five seconds. Any number of workers may run at once. Without SMTP_URL letters are kept and not sent.
 */
export function startWorker(told: Told = {}): Worker {
  if (!env.SMTP_URL) {
    log.debug('SMTP_URL is not set: letters are kept, and can be read in the staff area')
    return { stop: async () => {} }
  }
  const transport = openTransport(env.SMTP_URL)
  const rest = makeRest()
  const listener = listenFor('letters', { heard: rest.wake })
  const work = keepDelivering({ transport, told, rest })
  return {
    async stop() {
      rest.end()
      await work
      transport.close()
      await listener.stop()
    },
  }
}

async function keepDelivering(means: { transport: Transport; told: Told; rest: Rest }) {
  const { transport, told, rest } = means
  let pausedUntil = 0
  while (!rest.isOver()) {
    const delivery = Date.now() < pausedUntil ? 'nothing' : await attempt(transport, told)
    if (delivery === 'paused') pausedUntil = Date.now() + pauseFor
    if (delivery !== 'done') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the worker. */
async function attempt(transport: Transport, told: Told) {
  try {
    await recoverLost()
    const delivery = await deliverNext(transport, told)
    if (delivery === 'paused')
      log.error('the mail server refuses our user name or password: letters wait 5 minutes')
    return delivery
  } catch (error) {
    log.error({ err: error }, 'letters cannot be sent at the moment')
    return 'nothing'
  }
}
