import { expect } from 'vitest'
import type { Transaction } from '#app/db.server.ts'

/** Until somebody waits for what this transaction holds. */
export async function isWaited(tx: Transaction): Promise<void> {
  await expect
    .poll(async () => {
      const rows = await tx.$queryRaw<{ pid: number }[]>`
        SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))`
      return rows.length
    })
    .toBe(1)
}
