/** The server process of a cluster: started, found by its pid file, stopped. */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { plainEnvironment } from './postgres-cluster.js'
import { isAlive, signal } from './processes.js'

/** @typedef {import('./postgres-home.js').Home} Home */

const stopDeadline = 10_000
const halfWrittenFor = 5_000

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
 * Detached, in a process group of its own: Ctrl-C in a terminal reaches us and not the server, so that requests in
 * flight finish before we stop it.
 *
 * @param {{ home: Home, port: number, extraSettings: Record<string, string> }} options
 */
export function spawnServer({ home, port, extraSettings }) {
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
 * Fast shutdown: transactions are rolled back and everything is written. Past the deadline the server is told to drop
 * everything, which costs the next start a recovery and no committed row.
 *
 * @param {Home} home
 */
export async function shutDown(home) {
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
export function readPid(home) {
  return readPostmaster(home.cluster)?.pid ?? null
}

/**
 * Null when there is no pid file, or when the server has not finished writing it.
 *
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | null}
 */
export function readPostmaster(cluster) {
  const text = readPidFile(cluster)
  if (text === null) return null
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port } : null
}

/**
 * A server that was killed, or a machine that lost power, leaves a pid file behind. One that names no server of ours, or
 * that has been half written for seconds, is removed; PostgreSQL would refuse to start beside it.
 *
 * @param {Home} home
 */
export function clearStalePidFile(home) {
  const file = join(home.cluster, 'postmaster.pid')
  const written = statSync(file, { throwIfNoEntry: false })
  if (!written) return
  const named = readPostmaster(home.cluster)
  const stale = named ? !isServerOf(home, named.pid) : Date.now() - written.mtimeMs > halfWrittenFor
  if (stale) rmSync(file, { force: true })
}

/** @param {string} cluster */
function readPidFile(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
  } catch {
    return null
  }
}

/** @param {import('node:child_process').ChildProcess} server */
export function hasEnded(server) {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null
}

/**
 * Process numbers are used again: a pid file that outlived a crash may name anybody's process, another clone's server
 * among them. Ours is started with the path of its cluster.
 *
 * @param {Home} home
 * @param {number} pid
 */
function isServerOf(home, pid) {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home.cluster)
  } catch {
    const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='])
    return status === null || stdout.toString().includes(home.cluster)
  }
}

/** @param {Home} home */
export function logEnd(home) {
  const log = join(home.folder, 'postgres.log')
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : '(no log)'
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
