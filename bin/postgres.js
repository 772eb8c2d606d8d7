/**
 * The embedded PostgreSQL: a real server from npm, on a folder of ours, for machines that bring none.
 *
 * Its life is tied to ours by a session advisory lock, held on one connection for as long as we live: a second instance
 * on the same data cannot take it and is refused; when we are killed, the lock dies with the connection, and the next
 * start finds the server still running and adopts it. Lock files of our own would go stale; this cannot.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { createCluster, keptPassword } from './postgres-cluster.js'
import { findHome, settleHome } from './postgres-home.js'
import {
  clearStalePidFile,
  freePort,
  hasEnded,
  logEnd,
  readPid,
  readPostmaster,
  shutDown,
  spawnServer,
} from './postgres-server.js'
import { signal } from './processes.js'
import { Refusal } from './refusal.js'

export { scratchSettings } from './postgres-server.js'

const lockKey = 4_620_301
const startDeadline = 60_000

/**
 * @typedef {import('./postgres-home.js').Home} Home
 * @typedef {{ url: string, port: number, dataDir: string, adopted: boolean, stop(): Promise<void> }} Postgres
 *   `url` leads to the database `app`; `dataDir` is where the data really lies; `stop` may be called more than once.
 */

/**
 * Starts the cluster in `dataDir`, making it first if it is not there, or adopts the one that a killed process left
 * running. When the server dies under us it is started again on the same port.
 *
 * @param {{ dataDir: string, extraSettings?: Record<string, string> }} options
 * @returns {Promise<Postgres>}
 * @throws {Refusal} when another instance holds the data, or PostgreSQL cannot run here
 */
export async function startPostgres({ dataDir, extraSettings = {} }) {
  const home = settleHome(dataDir)
  const password = keptPassword(home)
  createCluster(home, { lasting: extraSettings.fsync !== 'off' })

  let stopping = false
  let held = await bringUp({ home, password, extraSettings, port: null })
  const { port, adopted } = held
  watch()

  function watch() {
    held.lock.once('end', () => {
      if (!stopping) void recover()
    })
  }

  async function recover() {
    try {
      held = await bringUp({ home, password, extraSettings, port })
      if (stopping) return shutDown(home)
      watch()
    } catch (error) {
      console.error(
        'PostgreSQL stopped and could not be started again:',
        error instanceof Error ? error.message : error,
      )
    }
  }

  // A server of our own is asked to stop when we exit; so is one that we adopted.
  const askOnExit = () => signal(readPid(home), 'SIGINT')
  if (adopted) process.once('exit', askOnExit)

  /** @type {Promise<void> | null} */
  let stopped = null
  const stop = () => {
    stopping = true
    stopped ??= shutDown(home).finally(() => process.removeListener('exit', askOnExit))
    return stopped
  }
  return { url: urlOf(password, port, 'app'), port, dataDir: home.folder, adopted, stop }
}

/**
 * The address of the cluster that another process of ours keeps running on `dataDir`, or null.
 *
 * @param {string} dataDir
 */
export async function findRunningPostgres(dataDir) {
  const folder = findHome(dataDir)
  const found = readPostmaster(join(folder, 'cluster'))
  if (!found || !existsSync(join(folder, 'password'))) return null
  const url = urlOf(readFileSync(join(folder, 'password'), 'utf8').trim(), found.port, 'app')
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    return url
  } catch {
    return null
  } finally {
    await client.end()
  }
}

/** @typedef {{ lock: Client, port: number, adopted: boolean }} Held */

/**
 * @param {{ home: Home, password: string, extraSettings: Record<string, string>, port: number | null }} wanted
 * @returns {Promise<Held>}
 */
async function bringUp({ home, password, extraSettings, port }) {
  const deadline = Date.now() + startDeadline
  for (;;) {
    clearStalePidFile(home)
    const running = readPostmaster(home.cluster)
    const server = running ? null : spawnServer({ home, port: port ?? (await freePort()), extraSettings })
    const adopted = running !== null

    const isGone = () => {
      if (server) return hasEnded(server)
      clearStalePidFile(home)
      return readPostmaster(home.cluster) === null
    }
    const lock = await takeLock({ home, password, deadline, isGone })
    if (lock) return { lock, port: lock.port, adopted }

    const passing = adopted || /postmaster\.pid|still in use|already in use/.test(logEnd(home))
    if (!passing || Date.now() > deadline) {
      throw new Refusal(`PostgreSQL does not start. The end of its log:\n${logEnd(home)}`)
    }
    await pause(200)
  }
}

/**
 * Connects as soon as the server answers and makes sure of the lock and of the database `app`.
 *
 * @param {{ home: Home, password: string, deadline: number, isGone: () => boolean }} attempt
 * @returns {Promise<Client | null>}  null when the server went away meanwhile
 */
async function takeLock({ home, password, deadline, isGone }) {
  while (Date.now() < deadline && !isGone()) {
    const found = readPostmaster(home.cluster)
    const client = found && (await tryConnect(urlOf(password, found.port, 'postgres')))
    if (client) {
      await claim(client, home)
      return client
    }
    await pause(40)
  }
  return null
}

/** @param {Client} client @param {Home} home */
async function claim(client, home) {
  // A process that was killed a moment ago may still look connected: its end is noticed within milliseconds.
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [lockKey])
    if (rows[0].mine) break
    if (attempt === 10) {
      await client.end()
      throw new Refusal(
        `Another instance is running on this data (${home.folder}). Stop it first, or use another clone.`,
      )
    }
    await pause(100)
  }
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'app'")
  if (rowCount === 0) await client.query('CREATE DATABASE app')
}

/** @param {string} url @returns {Promise<Client | null>} */
async function tryConnect(url) {
  const client = new Client({ connectionString: url, application_name: 'instance lock' })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '28P01') {
      throw new Refusal('The password kept beside the database is not the one it was made with.')
    }
    return null
  }
}

/** @param {string} password @param {number} port @param {string} database */
function urlOf(password, port, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}
