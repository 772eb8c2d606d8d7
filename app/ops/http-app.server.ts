import { randomBytes } from 'node:crypto'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import { env } from '#app/env.server.ts'
import { zoneCookie, zoneInCookies } from '#app/time/zone-cookie.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { withinRequest } from './current-request.server.ts'
import { isReady } from './health.server.ts'
import { log } from './log.server.ts'
import { refuseLargeBodies } from './body-limits.server.ts'
import { askRemix } from './ask-remix.server.ts'
import { answerHeaders } from './security-headers.server.ts'
import { sameOriginGate } from './same-origin-gate.server.ts'
import { hasToken } from './token-paths.ts'

const privatePath =
  /^\/(staff|manage|booked|start\/[a-z]+|book\/(unconfirmed|confirm)|brief|status|unsubscribe|privacy\/(request|open|mine)|api)(\/|$|\.data)/
/** It says whether something was begun in this browser, but is a page for everybody. */
const ownPath = /^\/start(\.data)?$/
/** `/book?request=…` shows what somebody told before. */
const tokenQuery = /[?&]request=/

/**
 * The HTTP server around Remix, in the order in which a request meets it: headers, health, files, then what may be
 * refused without asking Remix, then Remix. `isStopping` turns readiness off while the process drains.
 */
export function httpApp(options: {
  build: ServerBuild | (() => Promise<ServerBuild>)
  dev?: express.RequestHandler
  /** Public pages, which are also found when their address is typed in capital letters. */
  addresses: readonly string[]
  isStopping: () => boolean
}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.set('query parser', false)

  app.use(identify)
  // Vite's own scripts and styles stand in the page itself.
  if (options.dev) app.use(allowInline)
  app.use(describePrivacy)
  app.use(rememberZone)
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', async (_request, response) => {
    const ready = !options.isStopping() && (await isReady())
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ok' : 'unavailable')
  })
  app.use(compression())
  if (options.dev) app.use(options.dev)
  else app.use('/assets', refuseMissingFile)

  app.use(refuseOddRequests)
  app.use(respellAmong(new Set(options.addresses)))
  app.use(sameOriginGate({ origin: env.APP_URL, allowsPrograms: (path) => !path.startsWith('/staff') }))
  app.use(refuseLargeBodies)
  app.all('*', askRemix(options.build))
  app.use(sayItFailed)
  return app
}

function identify(request: Request, response: Response, next: express.NextFunction) {
  // Remix believes this header whatever `trust proxy` says; links are made from APP_URL, so nothing needs it.
  delete request.headers['x-forwarded-host']
  response.locals.requestId = randomBytes(5).toString('hex')
  response.setHeader('x-request-id', response.locals.requestId)
  for (const [name, value] of Object.entries(answerHeaders)) response.setHeader(name, value)
  withinRequest(String(response.locals.requestId), () => next())
}

function allowInline(_request: Request, response: Response, next: express.NextFunction) {
  response.removeHeader('content-security-policy')
  next()
}

/**
 * What concerns one person is neither cached, nor indexed, nor named to other sites. `same-origin` and not
 * `no-referrer`, because the latter makes browsers post `Origin: null`, which cannot be told from another site's.
 */
function describePrivacy(request: Request, response: Response, next: express.NextFunction) {
  const opensAnswers = tokenQuery.test(request.originalUrl)
  if (opensAnswers || privatePath.test(request.path)) {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-robots-tag', 'noindex, nofollow')
  }
  if (ownPath.test(request.path)) response.setHeader('cache-control', 'no-store')
  if (opensAnswers || hasToken(request.path)) response.setHeader('referrer-policy', 'same-origin')
  next()
}

/** Files are answered in front of the app, so one that comes this far is not there. */
function refuseMissingFile(_request: Request, response: Response) {
  response.status(404).setHeader('cache-control', 'no-store').type('text').send('Nothing is here.')
}

/** `www.example.com`, `localhost:3000`, `[::1]:3000`: without the signs that would begin a path or a user. */
function isHost(text: string): boolean {
  return /^[\w.:[\]-]{1,260}$/.test(text) && URL.canParse(`http://${text}`)
}

function refuseOddRequests(request: Request, response: Response, next: express.NextFunction) {
  if (request.method === 'OPTIONS') return void response.status(204).set('allow', 'GET, HEAD, POST').end()
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
    return void response
      .status(405)
      .set('allow', 'GET, HEAD, POST')
      .type('text')
      .send('Only GET and POST are answered here.')
  }
  // A proxy may be asked for a whole address, this server for what stands behind the host.
  if (!request.originalUrl.startsWith('/')) return void response.status(400).type('text').send('Which page?')
  // Remix makes an address of it and would fail.
  if (!isHost(request.get('host') ?? '')) return void response.status(400).type('text').send('Which host?')
  // Remix reads addresses in any case and spelling; what guards them here reads one.
  if (request.path !== spelt(request.path)) return void response.redirect(301, spelt(request.originalUrl))
  if (request.path.length > 1 && request.path.endsWith('/')) {
    const query = request.originalUrl.slice(request.path.length)
    return void response.redirect(301, `/${request.path.replace(/^[/\\]+|[/\\]+$/g, '')}${query}`)
  }
  next()
}

/**
 * A zone that was chosen on a page of ours is kept by the browser, also one without scripts, so that every page shows times
 * on that clock from then on. A link from elsewhere chooses nothing.
 */
function rememberZone(request: Request, response: Response, next: express.NextFunction) {
  const [, query = ''] = request.originalUrl.split('?', 2)
  const chosen = query.includes('tz=') ? new URLSearchParams(query).get('tz') : null
  const isOurs = request.get('sec-fetch-site') === 'same-origin'
  if (isOurs && chosen && isTimeZone(chosen) && chosen !== zoneInCookies(request.get('cookie') ?? '')) {
    response.append('set-cookie', zoneCookie(chosen, { secure: env.APP_URL.startsWith('https:') }))
  }
  next()
}

/** Tokens in addresses mean something else in capital letters, so only known pages are respelt. */
function respellAmong(addresses: ReadonlySet<string>): express.RequestHandler {
  return (request, response, next) => {
    const lower = request.path.toLowerCase()
    if (lower === request.path || !addresses.has(lower)) return next()
    response.redirect(301, lower + request.originalUrl.slice(request.path.length))
  }
}

/** The one spelling of an address: its first word in lower case, and nothing escaped that needs no escape. */
function spelt(address: string): string {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(address) ?? []
  const plain = path.replace(/%[2-7][\da-f]/gi, (escaped) => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(sign) ? sign : escaped
  })
  return plain.replace(/^\/[a-z-]+(?=\/|$)/i, (word) => word.toLowerCase()) + query
}

const sayItFailed: ErrorRequestHandler = (
  error: { status?: number; statusCode?: number },
  _request,
  response,
  next,
) => {
  if (response.headersSent) return next(error)
  const status = error.status ?? error.statusCode ?? 500
  if (status >= 500)
    log.error({ err: error, requestId: response.locals.requestId }, 'a request failed outside the pages')
  response
    .status(status)
    .setHeader('cache-control', 'no-store')
    .type('text')
    .send(
      status < 500
        ? 'Nothing is here.'
        : `Something failed here. Quote this reference: ${response.locals.requestId}`,
    )
}
