/** `npm start` and `npm run dev`: from a bare clone to an answering site. */
import { createServer } from 'node:net'
import { prepare } from './prepare.js'
import { Refusal, run } from './refusal.js'
import { loadSettings, postgresFolder, stopWithNpm, useEmbedded } from './settings.js'

const dev = process.argv.includes('--dev')
const host = () => process.env.HOST || '127.0.0.1'
const port = () => Number(process.env.PORT || 3000)

await run(start)

async function start() {
  const disarm = exitOnSignals()
  stopWithNpm()
  loadSettings(dev ? 'development' : 'production')
  await refuseTakenPort()
  await prepare({ build: !dev })

  const postgres = process.env.DATABASE_URL ? null : await startEmbedded()
  try {
    const { migrate } = await import('./migrate.js')
    await migrate(process.env.DATABASE_URL ?? '')
    const { serve } = await import('../server.js')
    await serve({ dev, postgres })
    disarm()
  } catch (error) {
    await postgres?.stop()
    throw explain(error)
  }
}

async function startEmbedded() {
  const { startPostgres } = await import('./postgres.js')
  const postgres = await startPostgres({ dataDir: postgresFolder })
  useEmbedded(postgres.url)
  return postgres
}

/** Until the server answers and drains by itself, Ctrl-C ends the start; PostgreSQL is asked to stop on exit. */
function exitOnSignals() {
  const interrupted = () => process.exit(130)
  const terminated = () => process.exit(143)
  process.on('SIGINT', interrupted).on('SIGTERM', terminated)
  // A closed terminal is a stop like any other.
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))
  return () => process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', terminated)
}

/** Asked first, so that nobody waits for a build to learn it. A port that is not a number is zod's to refuse. */
async function refuseTakenPort() {
  if (!Number.isInteger(port()) || port() < 1 || port() > 65_535) return
  await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explain(error)))
    probe.listen(port(), host(), () => probe.close(resolve))
  })
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const again = `PORT=${port() === 65_535 ? 3000 : port() + 1} npm ${dev ? 'run dev' : 'start'}`
    return new Refusal(`Port ${port()} is taken. Stop what uses it, or choose another: ${again}`)
  }
  if (code === 'EACCES' && port() < 1024)
    return new Refusal(`Port ${port()} needs root. Choose one from 1024 up.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Refusal(`HOST=${host()} is no address of this machine.`)
  if (error.message.startsWith('Configuration:')) return new Refusal(error.message)
  return error
}
