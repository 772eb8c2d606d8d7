/** What the commands share: where the data lies, the variables from .env, and those that an embedded database implies. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

const dataFolder = join(root, '.data')
export const postgresFolder = join(dataFolder, 'postgres')

/** Variables that are already set win over those in .env. @param {'production' | 'development'} mode */
export function loadSettings(mode) {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  for (const name of ['DATABASE_URL', 'SESSION_SECRET', 'NODE_ENV'])
    if (!process.env[name]) delete process.env[name]
  process.env.NODE_ENV ??= mode
}

/**
 * Points the site at the embedded database. Its session secret is made once and kept beside it, so that links and
 * sessions outlive a restart.
 *
 * @param {string} databaseUrl
 */
export function useEmbedded(databaseUrl) {
  process.env.DATABASE_URL = databaseUrl
  process.env.SESSION_SECRET ??= keptSecret()
}

function keptSecret() {
  const file = join(dataFolder, 'session-secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * npm passes a SIGTERM to its shell, which dies of it and tells nobody. That our parent is gone is how we learn of it.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
