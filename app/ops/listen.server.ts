import { milliseconds } from 'date-fns'
import { Client } from 'pg'
import { env } from '#app/env.server.ts'
import { log } from './log.server.ts'

const waitBeforeReconnect = milliseconds({ seconds: 5 })

type Listener = {
  heard: () => void
  /** Told when the connection stands, and when it broke: what is said while it is broken is never heard. */
  listening?: (isListening: boolean) => void
}

/**
 * Calls back whenever PostgreSQL is notified on the channel, over a connection of its own that is made again when it
 * breaks. What was said in between is not heard: whoever listens also looks from time to time.
 */
export function listenFor(
  channel: 'letters' | 'free_times' | 'webhooks' | 'jobs',
  { heard, listening = () => {} }: Listener,
): { stop(): Promise<void> } {
  let client: Client | undefined
  let again: NodeJS.Timeout | undefined
  let stopped = false

  const connect = async () => {
    client = new Client({ connectionString: env.DATABASE_URL, keepAlive: true })
    client.on('notification', heard)
    client.on('error', (error) => log.warn({ err: error, channel }, 'the connection that listens broke'))
    client.once('end', reconnectLater)
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
      listening(true)
    } catch (error) {
      log.warn({ err: error, channel }, 'cannot listen')
      reconnectLater()
    }
  }
  const reconnectLater = () => {
    listening(false)
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
