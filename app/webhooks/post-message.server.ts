import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { milliseconds } from 'date-fns'
import { env } from '#app/env.server.ts'
import { agentFor, isRefusedAddress } from '#app/ops/public-agent.server.ts'

/** What came of it: `words` are for staff to read. `status` is null when no answer came. */
export type Answered = { status: number | null; words: string }

const atMost = { time: milliseconds({ seconds: 10 }), bytes: 1000 }

/**
 * Sends a message to an address and waits ten seconds for the answer, of which a thousand bytes are kept. A redirect is
 * an answer like any other: what was signed for one address goes to no other. Nothing is thrown.
 */
export async function postMessage(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Answered> {
  const signal = AbortSignal.timeout(atMost.time)
  try {
    const answer = await post(new URL(address), { headers, body, signal })
    return { status: answer.statusCode ?? null, words: await readStart(answer) }
  } catch (error) {
    return { status: null, words: signal.aborted ? sayTooSlow : sayWhy(error) }
  }
}

type Message = { headers: Record<string, string>; body: string; signal: AbortSignal }

function post(url: URL, { headers, body, signal }: Message): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const options = {
    method: 'POST',
    agent: agentFor(url, { onlyPublic: env.WEBHOOKS_TO === 'public' }),
    signal,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Webhooks/1.0',
      ...headers,
    },
  }
  return new Promise((resolve, reject) => {
    const request = isSecure ? requestHttps(url, options) : requestHttp(url, options)
    request.once('response', resolve).once('error', reject).end(body)
  })
}

/** An answer that never ends is cut off: its beginning is all that is read. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer)
    bytes += (chunk as Buffer).length
    if (bytes >= atMost.bytes) break
  }
  answer.destroy()
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, atMost.bytes))
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim()
}

function sayWhy(error: unknown): string {
  if (isRefusedAddress(error)) return sayPrivate
  const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name in the address was not found.'
  if (code === 'ECONNREFUSED') return 'The server in the address takes no connections.'
  if (/CERT|ALTNAME|SIGNATURE|SSL|TLS|EPROTO/.test(code)) return 'The server could not prove who it is (TLS).'
  return 'The connection to the server was lost.'
}

export const sayTooSlow = 'The server took longer than 10 seconds.'
export const sayPrivate = 'The address leads into a private network, where nothing is sent to (WEBHOOKS_TO).'
