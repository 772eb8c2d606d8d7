/**
 * Makes a clone ready to run: packages installed, Prisma client generated, site built. Each step is skipped when what it
 * would make is there and made from the same sources. Runs before anything is installed, so it uses Node alone.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Refusal, run } from './refusal.js'

export const root = fileURLToPath(new URL('..', import.meta.url))
const wantedNode = [20, 19]
const lockFile = join(root, '.data', 'prepare.lock')

/**
 * @param {{ build?: boolean }} [options]  `build: false` leaves out the build, for the development server
 * @throws {Refusal} when a step fails; its output is printed first
 */
export async function prepare({ build = true } = {}) {
  refuseOldNode()
  const steps = build ? [install, generate, buildSite] : [install, generate]
  if (steps.every((step) => step.isDone())) return

  await alone(async () => {
    for (const step of steps) {
      if (!step.isDone()) await perform(step)
    }
  })
}

/** @typedef {{ says: string, isDone(): boolean, command: string[], env?: Record<string, string>, finish?(): void }} Step */

/**
 * `npm install`, not `npm ci`: that one refuses a lock file in which packages for other systems are missing.
 *
 * @type {Step}
 */
const install = {
  says: 'Installing packages',
  command: ['npm', 'install', '--no-audit', '--no-fund'],
  isDone: isInstalled,
}

/**
 * Generating never runs the engine that the CLI would first download, so any existing file will do in its place.
 *
 * @type {Step}
 */
const generate = {
  says: 'Generating the database client',
  command: [process.execPath, join('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
  env: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  isDone: () =>
    existsSync(join(root, 'app/prisma/client.ts')) && isStamped('app/prisma/.made-from', clientSources()),
  finish: () => stamp('app/prisma/.made-from', clientSources()),
}

/** @type {Step} */
const buildSite = {
  says: 'Building the site',
  command: [process.execPath, join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build'],
  env: { NODE_ENV: 'production' },
  isDone: () =>
    existsSync(join(root, 'build/server/index.js')) && isStamped('build/.made-from', siteSources()),
  finish: () => stamp('build/.made-from', siteSources()),
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wantedNode
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Refusal(`Node ${wantedNode.join('.')} or newer is needed; this is ${process.versions.node}.`)
}

/**
 * npm leaves a list of what it installed; every package of the lock file must be on it. Packages that are optional are
 * left out, because those for other systems never are.
 */
function isInstalled() {
  const installed = readJson('node_modules/.package-lock.json')?.packages
  const lock = readJson('package-lock.json')?.packages
  const wanted = readJson('package.json')
  if (!installed || !lock || !wanted) return false

  const asked = { ...wanted.dependencies, ...wanted.devDependencies }
  const locked = { ...lock['']?.dependencies, ...lock['']?.devDependencies }
  if (JSON.stringify(sorted(asked)) !== JSON.stringify(sorted(locked))) return false
  return Object.entries(lock).every(([path, { version, optional, peer, link }]) => {
    if (path === '' || link) return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || peer)
  })
}

/** @param {Record<string, string>} versions */
function sorted(versions) {
  return Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Package
 * @param {string} path
 * @returns {(Package & { packages?: Record<string, Package> }) | null}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return null
  }
}

function clientSources() {
  return ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']
}

function siteSources() {
  const configs = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'remix.config.js']
  const folders = ['app', 'emails', 'public'].flatMap(filesIn)
  return [
    ...configs,
    'prisma/schema.prisma',
    ...folders.filter((path) => !/^app\/prisma\/|\.test\.tsx?$/.test(path)),
  ]
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
}

/**
 * What was made carries the hash of its sources. Times of change would be cheaper, but git, copies and archives set them
 * as they please.
 *
 * @param {string[]} paths
 */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const file = join(root, path)
    hash
      .update(`${path}\0`)
      .update(existsSync(file) ? readFileSync(file) : '')
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @param {string[]} sources */
function isStamped(path, sources) {
  const file = join(root, path)
  return existsSync(file) && readFileSync(file, 'utf8') === hashOf(sources)
}

/** @param {string} path @param {string[]} sources */
function stamp(path, sources) {
  writeFileSync(join(root, path), hashOf(sources))
}

/** @param {Step} step */
async function perform({ says, command, env, finish }) {
  const started = Date.now()
  process.stdout.write(`${says} …`)
  const [program = '', ...words] = command
  const { code, output } = await execute(program, words, env)
  if (code !== 0) {
    process.stdout.write(' failed\n')
    console.error(output.trimEnd())
    throw new Refusal(`${says} failed; what it said stands above.`)
  }
  finish?.()
  process.stdout.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {Record<string, string>} [env]  variables on top of ours
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function execute(program, words, env) {
  return new Promise((resolve) => {
    const needsShell = process.platform === 'win32' && program === 'npm'
    const child = spawn(program, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell,
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/**
 * Two commands started at once would install and build over each other: the second waits for the first.
 *
 * @param {() => Promise<void>} act
 */
async function alone(act) {
  mkdirSync(join(root, '.data'), { recursive: true })
  let told = false
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      break
    } catch {
      const holder = readHolder()
      if (holder === null || !isAlive(holder)) rmSync(lockFile, { force: true })
      else if (!told)
        console.log(`Waiting for another command that prepares this clone (process ${holder}) …`)
      told ||= holder !== null && isAlive(holder)
      await pause(200)
    }
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    await act()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function readHolder() {
  try {
    return Number(readFileSync(lockFile, 'utf8')) || null
  } catch {
    return null
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run(() => prepare())
