/** The cluster on disk: PostgreSQL's data directory and the password that was made with it. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './processes.js'
import { Refusal } from './refusal.js'

/** @typedef {import('./postgres-home.js').Home} Home */

/**
 * Made under a passing name and renamed when whole, so that an interrupted first start leaves nothing half made.
 *
 * @param {Home} home
 * @param {{ lasting: boolean }} options  what is thrown away need not be forced to disk
 */
export function createCluster(home, { lasting }) {
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
      ...['--no-instructions', ...(lasting ? [] : ['--no-sync'])],
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
export function keptPassword(home) {
  const file = join(home.folder, 'password')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(file)) throw error
    }
    if (home.runner) chownSync(file, home.runner.uid, home.runner.gid)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Messages in English, whatever the machine speaks, and no PG… variable of the person at the keyboard. */
export function plainEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV }
}
