/** What the generated client and the build are made from. Uses Node alone. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.js'

export function clientSources() {
  return ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']
}

export function siteSources() {
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
 * Tells whether sources have changed. Their times would be cheaper to look at, but git, copies and archives set them as
 * they please.
 *
 * @param {string[]} paths
 */
export function hashOf(paths) {
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
