/** Other processes, by their number. Uses Node alone: it is needed before anything is installed. */

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {number | null} pid @param {NodeJS.Signals} kind */
export function signal(pid, kind) {
  if (pid === null) return
  try {
    process.kill(pid, kind)
  } catch {
    // It is gone already, which is what was wanted.
  }
}
