/** Whether node_modules holds what the lock file names. Uses Node alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

/**
 * npm leaves a list of what it installed; every package of the lock file must be on it. Packages that are optional are
 * left out, because those for other systems never are.
 */
export function isInstalled() {
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
