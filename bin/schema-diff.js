/** What schema.prisma says and the migrations do not make yet, as SQL. */
import { filters, readMigrations, readSchema, withSchemaEngine } from './schema-engine.js'

/**
 * Replays the migrations in a passing database beside the given one.
 *
 * @param {string} databaseUrl  a server on which databases may be created; the named database is not touched
 * @returns {Promise<string>}  SQL; empty when the two agree
 */
export async function diffSchema(databaseUrl) {
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...readMigrations() },
      to: { tag: 'schemaDatamodel', files: [readSchema()] },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  const sql = stdout ?? ''
  return /^\s*(--[^\n]*\s*)*$/.test(sql) ? '' : sql
}
