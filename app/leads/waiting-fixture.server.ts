import { expect } from 'vitest'
import type { Transaction } from '#app/db.server.ts'

/** Until somebody waits for what this transaction holds. (What `pg_stat_activity` says stays the same within a transaction.) */
export async function isWaited(tx: Transaction): Promise<void> {
  const waiting = async () => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`
    return rows.length
  }
  await expect.poll(waiting, { timeout: 8_000 }).toBe(1)
}
