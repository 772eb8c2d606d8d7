import { AsyncLocalStorage } from 'node:async_hooks'
import { singleton } from './singleton.server.ts'

/** What is known of the request being answered, wherever in its course somebody asks. */
export type CurrentRequest = {
  /** The one that the log has and an error page quotes. */
  requestId: string
  /** The member of staff who asks, as soon as their session was read. */
  viewerId: string | null
}

const requests = singleton('current request', () => new AsyncLocalStorage<CurrentRequest>())

/** Runs the rest of a request, so that what it does can name it. */
export function withinRequest<Value>(requestId: string, run: () => Value): Value {
  return requests.run({ requestId, viewerId: null }, run)
}

/** Null outside of any request: in workers, commands and tests. */
export function currentRequest(): CurrentRequest | null {
  return requests.getStore() ?? null
}
