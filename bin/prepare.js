/**
 * Makes a clone ready to run: packages installed, Prisma client generated, site built. Each step is skipped when what it
 * would make is there and made from the same sources. Runs before anything is installed, so it uses Node alone.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { alone } from './alone.js'
import { isInstalled } from './installed.js'
import { Refusal, run } from './refusal.js'
import { root } from './root.js'
import { clientSources, hashOf, siteSources } from './sources.js'

const wantedNode = [20, 19]

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

/**
 * @typedef {{ stamp: string, sources(): string[] }} Made  what a step makes carries, in the file `stamp`, the hash of its sources
 * @typedef {{ says: string, isDone(): boolean, command: string[], env?: Record<string, string>, made?: Made }} Step
 */

/** @type {Made} */
const client = { stamp: 'app/prisma/.made-from', sources: clientSources }
/** @type {Made} */
const site = { stamp: 'build/.made-from', sources: siteSources }

/**
 * `npm install`, not `npm ci`: that one refuses a lock file in which packages for other systems are missing.
 *
 * @type {Step}
 */
const install = {
  says: 'Installing packages',
  command: ['npm', 'install', '--include=dev', '--no-audit', '--no-fund'],
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
  isDone: () => existsSync(join(root, 'app/prisma/client.ts')) && isFresh(client),
  made: client,
}

/** @type {Step} */
const buildSite = {
  says: 'Building the site',
  command: [process.execPath, join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build'],
  env: { NODE_ENV: 'production' },
  isDone: () => existsSync(join(root, 'build/server/index.js')) && isFresh(site),
  made: site,
}

/** @param {Made} made */
function isFresh({ stamp, sources }) {
  const file = join(root, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === hashOf(sources())
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wantedNode
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Refusal(`Node ${wantedNode.join('.')} or newer is needed; this is ${process.versions.node}.`)
}

/** @param {Step} step */
async function perform({ says, command, env, made }) {
  const started = Date.now()
  // Taken before: what is edited meanwhile must not count as built.
  const hash = made && hashOf(made.sources())
  process.stdout.write(`${says} …`)
  const [program = '', ...words] = command
  const { code, output } = await execute(program, words, env)
  if (code !== 0) {
    process.stdout.write(' failed\n')
    console.error(output.trimEnd())
    throw new Refusal(`${says} failed; what it said stands above.`)
  }
  if (made && hash) writeFileSync(join(root, made.stamp), hash)
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run(() => prepare())
