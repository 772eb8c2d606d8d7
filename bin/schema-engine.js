/**
 * Prisma's own schema engine in WebAssembly. The Prisma CLI would download a native one, which a strict firewall
 * forbids; this one comes with npm, and writes the same `_prisma_migrations` table.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { __wbg_set_wasm as attachMemory } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { WholeScripts } from './whole-scripts.js'

const prismaFolder = fileURLToPath(new URL('../prisma', import.meta.url))
export const migrationsFolder = join(prismaFolder, 'migrations')
export const filters = { externalTables: [], externalEnums: [] }

/** @type {Promise<void> | null} */
let loaded = null

/**
 * @template Result
 * @param {string} databaseUrl
 * @param {(schemaEngine: import('@prisma/schema-engine-wasm').SchemaEngine) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withSchemaEngine(databaseUrl, act) {
  loaded ??= loadEngine()
  await loaded
  const connections = new WholeScripts(databaseUrl)
  const adapter = bindMigrationAwareSqlAdapterFactory(connections)
  const { path, content } = readSchema()
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: [[path, content]] }, () => {}, adapter)
  try {
    return await act(schemaEngine)
  } finally {
    schemaEngine.free()
    await connections.close()
  }
}

export function readSchema() {
  return { path: 'schema.prisma', content: readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8') }
}

/** @returns {import('@prisma/schema-engine-wasm').MigrationList} the migrations on disk, oldest first */
export function readMigrations() {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(name) } },
    })),
  }
}

export function migrationNames() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** @param {string} name */
export function readMigration(name) {
  return readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8')
}

async function loadEngine() {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(dirname(glue), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ ({ ...engine }),
  })
  attachMemory(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}
