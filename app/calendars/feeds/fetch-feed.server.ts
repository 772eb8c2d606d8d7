import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { milliseconds } from 'date-fns'
import { env } from '#app/env.server.ts'
import { agentFor, isRefusedAddress } from '#app/ops/public-agent.server.ts'
import {
  sayNoConnection,
  sayNowhere,
  sayPort,
  sayPrivate,
  sayStatus,
  sayTooFar,
  sayTooLarge,
  sayTooSlow,
} from './feed-failure.ts'

/** What the server said of the copy that we have; `''` when it said nothing. */
export type Known = { etag: string; lastModified: string }

/** `failure` is for staff to read. */
export type Fetched =
  ({ kind: 'read'; text: string } & Known) | { kind: 'unchanged' } | { kind: 'failed'; failure: string }

const atMost = {
  time: milliseconds({ seconds: 10 }),
  bytes: 10 * 1024 * 1024,
  redirects: 5,
  /** A longer tag is not worth keeping. */
  tag: 500,
}

/**
 * Fetches a calendar file, or learns that it is as we know it. Whatever goes wrong comes back as words: nothing is
 * thrown, and the address, which is a secret, is neither logged nor said.
 */
export async function fetchFeed(address: string, known: Known | null): Promise<Fetched> {
  const signal = AbortSignal.timeout(atMost.time)
  try {
    return await follow(new URL(address), { known, signal, redirectsLeft: atMost.redirects })
  } catch (error) {
    return failed(signal.aborted ? sayTooSlow : sayWhy(error))
  }
}

type Going = { known: Known | null; signal: AbortSignal; redirectsLeft: number }

async function follow(url: URL, going: Going): Promise<Fetched> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return failed(sayNowhere)
  if (url.port !== '' && url.port !== '80' && url.port !== '443' && isOnlyPublic()) return failed(sayPort)

  const answer = await ask(url, going)
  const { statusCode: status = 0, headers } = answer
  if (status === 200) return read(answer)
  answer.destroy()
  if (status === 304 && going.known) return { kind: 'unchanged' }
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return failed(sayStatus(status))
  if (going.redirectsLeft === 0) return failed(sayTooFar)
  if (!URL.canParse(headers.location, url)) return failed(sayNowhere)
  return follow(new URL(headers.location, url), { ...going, redirectsLeft: going.redirectsLeft - 1 })
}

/** Resolves with the head of the answer; the body is still to come. */
function ask(url: URL, { known, signal }: Going): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const options: RequestOptions = {
    agent: agentFor(url, { onlyPublic: isOnlyPublic() }),
    signal,
    headers: {
      accept: 'text/calendar, text/plain;q=0.9, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'BookingCalendars/1.0',
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
    },
  }
  return new Promise((resolve, reject) => {
    const request = isSecure ? requestHttps(url, options) : requestHttp(url, options)
    request.once('response', resolve).once('error', reject).end()
  })
}

function isOnlyPublic(): boolean {
  return env.CALENDAR_FEEDS_FROM === 'public'
}

async function read(answer: IncomingMessage): Promise<Fetched> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of unpacked(answer)) {
    bytes += (chunk as Buffer).length
    if (bytes > atMost.bytes) {
      answer.destroy()
      return failed(sayTooLarge)
    }
    chunks.push(chunk as Buffer)
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks))
  return {
    kind: 'read',
    text,
    etag: worthKeeping(answer.headers.etag),
    lastModified: worthKeeping(answer.headers['last-modified']),
  }
}

/** The limit counts what comes out, so a small file that unpacks to a huge one is cut off too. */
function unpacked(answer: IncomingMessage): Readable {
  // An error on the way ends the loop that reads.
  const through = (step: NodeJS.ReadWriteStream & Readable) => pipeline(answer, step, () => {}) as Readable
  switch (answer.headers['content-encoding']?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return through(createGunzip())
    case 'deflate':
      return through(createInflate())
    case 'br':
      return through(createBrotliDecompress())
    default:
      return answer
  }
}

function worthKeeping(header: string | undefined): string {
  return header && header.length <= atMost.tag ? header : ''
}

function sayWhy(error: unknown): string {
  if (isRefusedAddress(error)) return sayPrivate
  if (!(error instanceof Error)) return sayNoConnection('')
  return sayNoConnection(String(Reflect.get(error, 'code') ?? ''))
}

function failed(failure: string): Fetched {
  return { kind: 'failed', failure }
}
