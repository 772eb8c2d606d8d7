import { milliseconds } from 'date-fns'
import { Client } from 'pg'
import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'

const waitBeforeReconnect = milliseconds({ seconds: 5 })

/**
 * Calls back whenever PostgreSQL is notified on the channel, over a connection of its own that is made again when it
 * breaks. What was said in between is not heard: whoever listens also looks from time to time.
 */
export function listenFor(channel: 'letters', heard: () => void): { stop(): Promise<void> } {
  let client: Client | undefined
  let again: NodeJS.Timeout | undefined
  let stopped = false

  const connect = async () => {
    client = new Client({ connectionString: env.DATABASE_URL, keepAlive: true })
    client.on('notification', heard)
    client.on('error', (error) => log.warn({ err: error }, 'the connection that listens for letters broke'))
    client.once('end', reconnectLater)
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
    } catch (error) {
      log.warn({ err: error }, 'cannot listen for letters')
      reconnectLater()
    }
  }
  const reconnectLater = () => {
    clearTimeout(again)
    if (!stopped) again = setTimeout(connect, waitBeforeReconnect).unref()
  }

  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
