import { milliseconds } from 'date-fns'
import { listenFor } from '#app/ops/listen.server.ts'
import { log } from '#app/ops/log.server.ts'
import { makeRest, type Rest } from '#app/ops/rest.ts'
import { forgetOldDeliveries, recoverDeliveries } from './claim-delivery.server.ts'
import { deliverNext } from './deliver-next.server.ts'

const lookEvery = milliseconds({ seconds: 5 })
const forgetEvery = milliseconds({ hours: 1 })
/** How many addresses are spoken to at once: a slow one is not to keep all others waiting. */
const lanes = 3

/** Tells webhooks what happened, as soon as it is written, until it is stopped. Any number of senders may run at once. */
export function startWebhookSender(): { stop(): Promise<void> } {
  const rests = Array.from({ length: lanes }, makeRest)
  const listener = listenFor('webhooks', { heard: () => rests.forEach(({ wake }) => wake()) })
  const work = rests.map(keepSending)
  return {
    /** Waits for the deliveries in hand. */
    async stop() {
      for (const rest of rests) rest.end()
      await Promise.all(work)
      await listener.stop()
    },
  }
}

async function keepSending(rest: Rest): Promise<void> {
  let forgetAt = 0
  while (!rest.isOver()) {
    if (Date.now() >= forgetAt) {
      forgetAt = Date.now() + forgetEvery
      await attempt(forgetOldDeliveries)
    }
    const delivery = await attempt(async () => {
      await recoverDeliveries()
      return deliverNext(new Date())
    })
    if (delivery !== 'done') await rest.take(lookEvery)
  }
}

/** A database that is away for a while must not end the sender. */
async function attempt<Value>(act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act()
  } catch (error) {
    log.error({ err: error }, 'webhooks cannot be told at the moment')
    return null
  }
}
