/** One command at a time prepares a clone. Uses Node alone. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './processes.js'
import { root } from './root.js'

const lockFile = join(root, '.data', 'prepare.lock')

/**
 * Two commands started at once would install and build over each other: the second waits for the first.
 *
 * @param {() => Promise<void>} act
 */
export async function alone(act) {
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
