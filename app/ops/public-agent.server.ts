import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

/**
 * How to connect to an address that somebody typed. Only public ones are reached unless told otherwise: the agent looks at
 * the address that is really connected to, also after a name was looked up. Each request has its own and leaves no
 * connection behind.
 */
export function agentFor(url: URL, { onlyPublic }: { onlyPublic: boolean }): Agent | SecureAgent {
  if (url.protocol === 'https:') return onlyPublic ? new RequestFilteringHttpsAgent() : new SecureAgent()
  return onlyPublic ? new RequestFilteringHttpAgent() : new Agent()
}

/** Whether a request failed because its address is private; the agent says so by this sentence alone. */
export function isRefusedAddress(error: unknown): boolean {
  return error instanceof Error && / is not allowed\. Because/.test(error.message)
}
