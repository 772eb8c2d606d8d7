import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRunningPostgres, scratchSettings, startPostgres } from '#bin/postgres.js'

let folder = ''
let dataDir = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'a path with spaces '))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'postgres')
})

afterEach(async () => {
  await (await startPostgres({ dataDir })).stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a first start makes a database that lower-cases every alphabet and keeps UTC', async () => {
  const postgres = await startPostgres({ dataDir, extraSettings: scratchSettings })

  const row = await ask(postgres.url, `SELECT lower('ÄŁΣ') AS lower, current_setting('TimeZone') AS zone`)
  await postgres.stop()

  expect(row).toEqual({ lower: 'äłσ', zone: 'UTC' })
})

test('a second instance on the same data is refused, and the first goes on', async () => {
  const first = await startPostgres({ dataDir, extraSettings: scratchSettings })

  const second = startPostgres({ dataDir })

  await expect(second).rejects.toThrow('Another instance is running on this data')
  expect(await ask(first.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
  await first.stop()
})

test('after the owner was killed the next start takes over the server that it left behind, with its rows', async () => {
  const owner = await startInAnotherProcess()
  const url = await findRunningPostgres(dataDir)
  await ask(url ?? '', 'CREATE TABLE kept (word text)')
  owner.kill('SIGKILL')
  await once(owner, 'exit')

  const next = await startPostgres({ dataDir })

  expect(next.adopted).toBe(true)
  expect(
    await ask(next.url, 'SELECT count(*)::int AS tables FROM pg_tables WHERE tablename = $1', ['kept']),
  ).toEqual({
    tables: 1,
  })
  await next.stop()
})

test('a server that dies is started again on the same port', async () => {
  const postgres = await startPostgres({ dataDir, extraSettings: scratchSettings })

  process.kill(postmasterPid(), 'SIGKILL')

  expect(await askUntilAnswered(postgres.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
  await postgres.stop()
})

test('stopping leaves nothing running', async () => {
  const postgres = await startPostgres({ dataDir, extraSettings: scratchSettings })
  const pid = postmasterPid()

  await postgres.stop()

  expect(await findRunningPostgres(dataDir)).toBeNull()
  // It takes its file away a moment before it ends.
  await expect.poll(() => isAlive(pid)).toBe(false)
})

async function startInAnotherProcess(): Promise<ChildProcess> {
  const module = new URL('./postgres.js', import.meta.url).href
  const script = `import { startPostgres } from ${JSON.stringify(module)}
    await startPostgres({ dataDir: process.argv[1] }); console.log('ready')`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(owner.stdout, 'data')
  return owner
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function ask(url: string, sql: string, values: unknown[] = []): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows[0]
  } finally {
    await client.end()
  }
}

async function askUntilAnswered(url: string, sql: string): Promise<unknown> {
  for (;;) {
    const row = await ask(url, sql).catch(() => null)
    if (row) return row
    await pause(100)
  }
}
