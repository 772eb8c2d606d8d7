import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '#bin/migrate.js'
import { migrationNames } from '#bin/schema-engine.js'
import { scratchDatabase } from '#bin/scratch-database.js'

let database: Awaited<ReturnType<typeof scratchDatabase>>
let client: Client

beforeEach(async () => {
  database = await scratchDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await database.drop()
})

test('of three processes that start at once on an empty database, one migrates it and the others find it done', async () => {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')

  const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])

  expect(applied.flat()).toEqual(migrationNames())
})

test('a migration that was edited after it was applied stops the start', async () => {
  await client.query(`UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = $1`, [
    migrationNames()[0],
  ])

  const again = migrate(database.url)

  await expect(again).rejects.toThrow(`Applied migrations were edited: ${migrationNames()[0]}`)
})

test('a server that does not answer is named, not shown as a stack', async () => {
  const nowhere = migrate('postgresql://nobody@127.0.0.1:1/nothing')

  await expect(nowhere).rejects.toThrow('The database does not answer (DATABASE_URL)')
})
