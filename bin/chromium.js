/** Finds a browser for the browser tests, or gets one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { Refusal } from './refusal.js'

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * CHROMIUM_PATH, then what the machine has, then what Playwright has; then asks Playwright, and as root apt, for one.
 *
 * @returns {Promise<string>}  a program that runs
 * @throws {Refusal} when there is none and none can be had
 */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !(isAbsolute(wanted) && runs(wanted))) {
    throw new Refusal(`CHROMIUM_PATH=${wanted} is not the whole path of a program that runs.`)
  }
  return wanted || here() || (await playwrights()) || (await fetchPlaywrights()) || installByApt() || refuse()
}

/** Playwright wants a whole path, so PATH is searched here. */
function here() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return commands.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path && runs(path) ? path : undefined
}

async function fetchPlaywrights() {
  console.log('No Chromium here: asking Playwright for one …')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  return playwrights()
}

function installByApt() {
  if (process.getuid?.() !== 0) return undefined
  console.log('… and apt …')
  const options = { stdio: /** @type {const} */ ('ignore'), timeout: 300_000 }
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  return here()
}

/** @returns {never} */
function refuse() {
  throw new Refusal(
    'The browser tests need Chromium. Install one and name it: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

/** @param {string} program */
function runs(program) {
  return (
    existsSync(program) &&
    spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}
