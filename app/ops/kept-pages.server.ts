/**
 * Pages that read the same for everybody, answered from memory in front of the app. Each is rendered once, for a request
 * that is made up here and carries nothing of the visitor's but the zone and the clock that times are shown on; so what is
 * kept can hold nothing of theirs. It is kept until the minute ends, because what time alone changes, such as a notice
 * that runs out, changes on whole minutes, and dropped as soon as PostgreSQL tells that free times changed.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { milliseconds } from 'date-fns'
import { env } from '#app/env.server.ts'
import { clockFor } from '#app/time/clock.ts'
import type { Clock, TimeZone } from '#app/time/types.ts'
import { zoneInCookies } from '#app/time/zone-cookie.ts'
import { listedZones } from '#app/time/zones.ts'
import { listenFor } from './listen.server.ts'
import { log } from './log.server.ts'
import { compressed, pack, send, type PackedAnswer } from './packed-answer.server.ts'
import { answerHeaders } from './security-headers.server.ts'
import { makeShelf } from './shelf.ts'

/** `showsTimes`: the page differs by the visitor's zone and clock. */
export type PageToKeep = { path: string; showsTimes?: true }

/** Whose clock times are shown on; a zone that nobody told is null, and the page then shows the office's. */
type Asker = { zone: TimeZone | null; clock: Clock }
type Wanted = { path: string; asker: Asker | null }

const aMinute = milliseconds({ minutes: 1 })
const mostBytes = 32 * 1024 * 1024

export function keepPages(options: {
  build: ServerBuild
  pages: readonly PageToKeep[]
  /** Staff are always answered by the app, whatever it shows them. */
  isStaff: (cookies: string) => boolean
}): { inFrontOf(app: RequestListener): RequestListener; stop(): Promise<void> } {
  const render = createRequestHandler(options.build, env.NODE_ENV)
  const pages = new Map(options.pages.map((page) => [page.path, page]))
  const shelf = makeShelf<PackedAnswer>({ mostBytes })
  let isListening = false
  const listener = listenFor('free_times', {
    heard: () => shelf.clear(),
    listening(now) {
      isListening = now
      shelf.clear()
    },
  })

  return {
    stop: () => listener.stop(),
    inFrontOf: (app) => (request, response) => {
      // What changed while nobody listened is not known, so nothing is kept then.
      const wanted = isListening ? wantedBy(request, { pages, isStaff: options.isStaff }) : null
      if (!wanted) return app(request, response)

      const now = Date.now()
      const key = keyOf(wanted)
      const found = shelf.find(key, now)
      if (found) return send(found, request, response)

      const until = Math.floor(now / aMinute) * aMinute + aMinute
      shelf
        .make(key, until, () => renderPage(render, wanted))
        .then(
          (made) => (made ? send(made, request, response) : app(request, response)),
          (error: unknown) => {
            log.warn({ err: error, path: wanted.path }, 'a page could not be kept')
            app(request, response)
          },
        )
    },
  }
}

/** Null for whatever is not a plain question for one of the pages, asked on a clock that is listed. */
function wantedBy(
  request: IncomingMessage,
  { pages, isStaff }: { pages: ReadonlyMap<string, PageToKeep>; isStaff: (cookies: string) => boolean },
): Wanted | null {
  const { method, url = '', headers } = request
  const page = pages.get(url)
  if (!page || (method !== 'GET' && method !== 'HEAD') || hasBody(headers)) return null
  if (!/^[\w.:[\]-]{1,260}$/.test(headers.host ?? '')) return null

  const { cookie = '' } = headers
  if (isStaff(cookie)) return null
  if (!page.showsTimes) return { path: page.path, asker: null }

  const zone = zoneInCookies(cookie)
  // `Intl` takes names in any case and spelling: what is kept for strangers is bounded by keeping the listed ones.
  if (zone && !listedZones.has(zone)) return null
  return { path: page.path, asker: { zone, clock: clockOf(headers['accept-language'] ?? '') } }
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  return 'content-length' in headers || 'transfer-encoding' in headers
}

function keyOf({ path, asker }: Wanted): string {
  return asker ? `${path} ${asker.zone ?? ''} ${asker.clock}` : path
}

/** Null when it is no page that may be kept: an error, one with scripts, one that sets a cookie. */
async function renderPage(
  render: ReturnType<typeof createRequestHandler>,
  { path, asker }: Wanted,
): Promise<PackedAnswer | null> {
  let wantsScripts = false
  const answer = await render(requestFor(path, asker), {
    nonce: '',
    requestId: randomBytes(5).toString('hex'),
    ip: '',
    retryAfter() {},
    allowScripts() {
      wantsScripts = true
    },
  })
  const isPlain = answer.status === 200 && !wantsScripts && !answer.headers.has('set-cookie')
  if (!isPlain || answer.headers.has('cache-control')) return null

  return pack(await compressed(Buffer.from(await answer.arrayBuffer())), {
    ...answerHeaders,
    ...kept(answer.headers),
    // Browsers may keep it and ask whether it is still right; nobody else is to keep it for them.
    'cache-control': 'private, no-cache',
    vary: asker ? 'Accept-Encoding, Cookie, Accept-Language' : 'Accept-Encoding, Cookie',
  })
}

const ownHeaders = ['content-type', 'x-robots-tag']

function kept(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => ownHeaders.includes(name)))
}

function requestFor(path: string, asker: Asker | null): Request {
  const headers = new Headers()
  if (asker?.zone) headers.set('cookie', `tz=${encodeURIComponent(asker.zone)}`)
  if (asker) headers.set('accept-language', asker.clock === '12' ? 'en-US' : 'en-GB')
  return new Request(env.APP_URL + path, { headers })
}

/** Languages are few and asking `Intl` is slow; what strangers can make us remember is bounded. */
const mostLanguages = 500
const clocks = new Map<string, Clock>()

function clockOf(acceptLanguage: string): Clock {
  const known = clocks.get(acceptLanguage)
  if (known) return known
  const clock = clockFor(acceptLanguage)
  if (clocks.size >= mostLanguages) clocks.clear()
  if (acceptLanguage.length < 200) clocks.set(acceptLanguage, clock)
  return clock
}
