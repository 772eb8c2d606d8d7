/**
 * The embedded PostgreSQL: a real server from npm, on a folder of ours, for machines that bring none.
 *
 * Its life is tied to ours by a session advisory lock, held on one connection for as long as we live: a second instance
 * on the same data cannot take it and is refused; when we are killed, the lock dies with the connection, and the next
 * start finds the server still running and adopts it. Lock files of our own would go stale; this cannot.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { findHome, settleHome } from './postgres-home.js'
import { Refusal } from './refusal.js'

const lockKey = 4_620_301
const startDeadline = 60_000
const stopDeadline = 10_000

/** For clusters that are thrown away: nothing is forced to disk. */
export const scratchSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

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
  createCluster(home, password)

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
    const running = readPostmaster(home.cluster)
    if (running && !isPostmaster(running.pid)) rmSync(join(home.cluster, 'postmaster.pid'), { force: true })
    const adopted = Boolean(running && isPostmaster(running.pid))
    const server = adopted ? null : spawnServer({ home, port: port ?? (await freePort()), extraSettings })

    const lock = await takeLock({
      home,
      password,
      deadline,
      isGone: () => (server ? server.exitCode !== null : false),
    })
    if (lock) return { lock, port: lock.port, adopted }
    if (Date.now() > deadline)
      throw new Refusal(`PostgreSQL does not start. The end of its log:\n${logEnd(home)}`)
    if (server && !/postmaster\.pid|still in use|already in use/.test(logEnd(home))) {
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
    if (found && !isPostmaster(found.pid)) return null
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

/**
 * Detached, in a process group of its own: Ctrl-C in a terminal reaches us and not the server, so that requests in
 * flight finish before we stop it.
 *
 * @param {{ home: Home, port: number, extraSettings: Record<string, string> }} options
 */
function spawnServer({ home, port, extraSettings }) {
  const log = join(home.folder, 'postgres.log')
  if (existsSync(log)) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const options = Object.entries({ ...settings, ...extraSettings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawn(
    join(home.programs, 'postgres'),
    ['-D', home.cluster, '-p', String(port), ...options],
    {
      ...home.runner,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: plainEnvironment(),
    },
  )
  closeSync(output)
  server.unref()
  server.on('error', () => {})
  // Whatever ends this process must not leave the server behind; asking is all that an exit handler can do.
  const askOnExit = () => server.kill('SIGINT')
  process.once('exit', askOnExit)
  server.once('exit', () => process.removeListener('exit', askOnExit))
  return server
}

/**
 * Made under a passing name and renamed when whole, so that an interrupted first start leaves nothing half made.
 *
 * @param {Home} home
 * @param {string} password
 */
function createCluster(home, password) {
  if (existsSync(home.cluster)) return checkVersion(home)
  for (const name of readdirSync(home.folder)) {
    const maker = /^new-cluster-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(join(home.folder, name), { recursive: true, force: true })
  }

  const unfinished = join(home.folder, `new-cluster-${process.pid}`)
  const passwordFile = join(home.folder, 'password')
  const { status, stderr, error } = spawnSync(
    join(home.programs, 'initdb'),
    [
      ...[
        `--pgdata=${unfinished}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
      ],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--no-sync', '--no-instructions'],
    ],
    { ...home.runner, cwd: '/', env: plainEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status !== 0)
    throw new Refusal(`The database cannot be made in ${home.folder}: ${error?.message ?? stderr}`)
  try {
    renameSync(unfinished, home.cluster)
  } catch (problem) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(home.cluster)) throw problem
  }
  if (keptPassword(home) !== password)
    throw new Refusal('Another instance is starting on this data. Stop it first.')
}

/** @param {Home} home */
function checkVersion(home) {
  let made
  try {
    made = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new Refusal(
      `The database in ${home.folder} belongs to another user of this machine. Start as that user.`,
    )
  }
  const ours = spawnSync(join(home.programs, 'postgres'), ['--version'], {
    cwd: '/',
    ...home.runner,
  }).stdout.toString()
  if (!ours.includes(` ${made}.`)) {
    throw new Refusal(
      `The database in ${home.folder} was made by PostgreSQL ${made}, but this is ${ours.trim()}.`,
    )
  }
}

/** @param {Home} home */
function keptPassword(home) {
  const file = join(home.folder, 'password')
  if (!existsSync(file)) {
    mkdirSync(home.folder, { recursive: true })
    try {
      writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(file)) throw error
    }
    if (home.runner) chownSync(file, home.runner.uid, home.runner.gid)
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Fast shutdown: transactions are rolled back and everything is written. Past the deadline the server is told to drop
 * everything, which costs the next start a recovery and no committed row.
 *
 * @param {Home} home
 */
async function shutDown(home) {
  const pid = readPid(home)
  if (pid === null) return
  for (const kind of /** @type {const} */ (['SIGINT', 'SIGQUIT'])) {
    signal(pid, kind)
    const deadline = Date.now() + stopDeadline
    while (Date.now() < deadline) {
      if (readPid(home) !== pid || !isAlive(pid)) return
      await pause(20)
    }
  }
}

/** @param {Home} home */
function readPid(home) {
  return readPostmaster(home.cluster)?.pid ?? null
}

/**
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | null}
 */
function readPostmaster(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  } catch {
    return null
  }
}

/** Process numbers are used again: a pid file that outlived a crash may name somebody else's process. @param {number} pid */
function isPostmaster(pid) {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='])
    return status === null || stdout.toString().includes('postgres')
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {number | null} pid @param {NodeJS.Signals} kind */
function signal(pid, kind) {
  if (pid === null) return
  try {
    process.kill(pid, kind)
  } catch {
    // It is gone already, which is what was wanted.
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** @param {Home} home */
function logEnd(home) {
  const log = join(home.folder, 'postgres.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : '(no log)'
}

/** Messages in English, whatever the machine speaks, and no PG… variable of the person at the keyboard. */
function plainEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV }
}

/** @param {string} password @param {number} port @param {string} database */
function urlOf(password, port, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}
