/** Brings a database to the newest migration. Many processes may start at once: one applies, the others wait for it. */
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { Refusal } from './refusal.js'
import { filters, migrationNames, readMigration, readMigrations, withSchemaEngine } from './schema-engine.js'

const lockKey = 4_620_302

/**
 * @param {string} databaseUrl
 * @returns {Promise<string[]>}  the names of the migrations that were applied now
 * @throws {Refusal} when the server cannot be reached or a migration fails
 */
export async function migrate(databaseUrl) {
  const client = new Client({ connectionString: databaseUrl, application_name: 'migrate' })
  try {
    await client.connect()
  } catch (error) {
    await client.end()
    throw new Refusal(`The database does not answer (DATABASE_URL): ${wordsOf(error)}`)
  }
  try {
    if (await isUpToDate(client)) return []
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    if (await isUpToDate(client)) return []
    return await apply(databaseUrl)
  } finally {
    await client.end()
  }
}

/** @param {string} databaseUrl */
async function apply(databaseUrl) {
  try {
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList: readMigrations(), filters }),
    )
    return appliedMigrationNames
  } catch (error) {
    throw new Refusal(`The database could not be brought up to date. ${wordsOf(error)}`)
  }
}

/**
 * Loading the engine takes longer than a whole warm start may, so its table is read first.
 *
 * @param {Client} client
 */
async function isUpToDate(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there")
  if (!tables[0].there) return false

  const { rows } = await client.query(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const names = migrationNames()
  const edited = names.filter((name) => applied.has(name) && applied.get(name) !== checksumOf(name))
  if (edited.length > 0) {
    throw new Refusal(
      `Applied migrations were edited: ${edited.join(', ')}. Undo that and add a new one; data of no worth can be deleted (.data/).`,
    )
  }
  return names.every((name) => applied.has(name))
}

/** @param {string} name */
function checksumOf(name) {
  return createHash('sha256').update(readMigration(name)).digest('hex')
}

/** @param {unknown} error */
function wordsOf(error) {
  if (error instanceof AggregateError) return error.errors.map(String).join('; ')
  return error instanceof Error ? error.message : String(error)
}
