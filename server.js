/**
 * The process: starts what the build exports, prints one screen, and stops in order. What answers a request is in
 * app/ops/http-app.server.ts.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const built = new URL('./build/server/index.js', import.meta.url).href
const drainSeconds = 25
const workerSeconds = 10

/**
 * @typedef {typeof import('./app/server.server.ts')} Site
 * @typedef {{ dataDir: string, stop(): Promise<void> }} Postgres
 */

/**
 * Returns once the site answers.
 *
 * @param {{ dev: boolean, postgres: Postgres | null }} options `postgres` is the embedded one, null when another is used
 * @throws when the port cannot be had or the configuration is wrong; what was opened is closed again
 */
export async function serve({ dev, postgres }) {
  const vite = dev ? await startVite() : null
  const loadBuild = vite ? () => vite.ssrLoadModule('virtual:remix/server-build') : () => import(built)
  const build = await loadBuild()
  /** @type {Site} */
  const site = build.entry.module.server

  let stopping = false
  const app = site.httpApp({
    build: vite ? /** @type {() => Promise<any>} */ (loadBuild) : build,
    ...(vite && { dev: vite.middlewares }),
    isStopping: () => stopping,
  })
  const front = vite ? null : site.keepInFront(build)
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 15_000 },
    front ? front.of(app) : app,
  )
  /** @type {ReturnType<Site['startWorker']> | null} */
  let worker = null

  const close = async () => {
    stopping = true
    // Whoever balances between servers asks /readyz and sends nobody here any more before the door closes.
    if (server.listening) await seconds(site.env.STOP_DELAY_SECONDS)
    await Promise.race([drain(server), seconds(drainSeconds)])
    server.closeAllConnections()
    // A letter in hand may hang as long as its mail server does; its lease brings it back if it is cut off.
    await Promise.race([worker?.stop(), seconds(workerSeconds)])
    await Promise.all([vite?.close(), front?.stop()])
    await site.disconnect()
  }
  try {
    await site.loadFirstContent()
    await listen(server, site.env)
    if (site.env.WORKER === 'inline') worker = site.startWorker()
    printScreen({
      url: addressOf(server, site.env.HOST),
      site,
      postgres,
      setupLink: await site.offerSetupLink(new Date()),
    })
  } catch (error) {
    await close()
    throw error
  }
  stopOnSignals(async () => {
    await close()
    await postgres?.stop()
  })
}

/** @param {import('node:http').Server} server @param {{ PORT: number, HOST: string }} env */
async function listen(server, { PORT, HOST }) {
  await once(server.listen(PORT, HOST), 'listening')
}

/** Takes no more connections and waits for the answers under way. @param {import('node:http').Server} server */
async function drain(server) {
  if (!server.listening) return
  server.close()
  server.closeIdleConnections()
  await once(server, 'close')
}

/** @param {number} count */
function seconds(count) {
  return wait(count * 1000, undefined, { ref: false })
}

async function startVite() {
  const { createServer } = await import('vite')
  return createServer({ server: { middlewareMode: true } })
}

/**
 * The first signal stops in order, a second one at once. The terminal and npm both pass one Ctrl-C on, so what comes
 * within a second is the same one.
 *
 * @param {() => Promise<void>} stop
 */
function stopOnSignals(stop) {
  let askedAt = 0
  const onSignal = async () => {
    if (askedAt > 0 && Date.now() - askedAt > 1_000) process.exit(1)
    if (askedAt > 0) return
    askedAt = Date.now()
    await stop()
    process.exit(0)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
}

/** @param {import('node:http').Server} server @param {string} host */
function addressOf(server, host) {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : ''
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
  return `http://${name}:${port}`
}

/** @param {{ url: string, site: Site, postgres: Postgres | null, setupLink: string | null }} started */
function printScreen({ url, site: { env }, postgres, setupLink }) {
  const mail = env.SMTP_URL
    ? `sent through ${new URL(env.SMTP_URL).hostname}`
    : 'kept, to be read in the staff area (set SMTP_URL to send it)'
  console.log(`
  The site answers at   ${url}
  ${setupLink ? 'First staff account  ' : 'Staff sign in at     '} ${setupLink ?? `${url}/staff`}${
    setupLink ? '\n                        (this link works once, for 24 hours)' : ''
  }
  Letters are           ${mail}
  The data lies in      ${postgres ? postgres.dataDir : new URL(env.DATABASE_URL).host}
  To stop               Ctrl-C
`)
}
