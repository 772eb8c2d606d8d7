/**
 * Databases for tests: one server, one migrated template, and as many copies of it as there are tests. A copy takes some
 * tens of milliseconds, so tests need not clean up after each other.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from './migrate.js'
import { scratchSettings, startPostgres } from './postgres.js'

/** Set by whoever starts the server; read in the test processes. */
const templateVariable = 'SCRATCH_TEMPLATE_URL'

/**
 * Starts a server for this test run, or uses the one that TEST_DATABASE_URL names, and migrates a template on it.
 *
 * @returns {Promise<{ templateUrl: string, stop(): Promise<void> }>}
 */
export async function startScratchServer() {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await startScratchCluster()
  const templateUrl = await createDatabase(server.url, `template_${shortId()}`)
  await migrate(templateUrl)
  process.env[templateVariable] = templateUrl
  return {
    templateUrl,
    async stop() {
      if (given) await dropDatabase(templateUrl)
      await server.stop()
    },
  }
}

/**
 * An own database with all tables and no rows, on the server that startScratchServer started. With `sameAddress` it stands
 * where the one before stood that this process dropped, so that who was connected to that one finds it.
 *
 * @param {{ sameAddress?: boolean }} [options]
 * @returns {Promise<{ url: string, drop(): Promise<void> }>}
 */
export async function scratchDatabase({ sameAddress = false } = {}) {
  const templateUrl = process.env[templateVariable]
  if (!templateUrl) throw new Error('No scratch server was started for this run.')
  const template = nameIn(templateUrl)
  const name = sameAddress ? `${template}_for_${process.pid}` : `scratch_${shortId()}`
  const url = await createDatabase(templateUrl, name, template)
  return { url, drop: () => dropDatabase(url) }
}

async function startScratchCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'scratch-postgres-'))
  // When root runs the tests, PostgreSQL runs as another user, who must get in.
  chmodSync(folder, 0o755)
  const postgres = await startPostgres({ dataDir: join(folder, 'data'), extraSettings: scratchSettings })
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @param {string} serverUrl @param {string} name @param {string} [template] */
async function createDatabase(serverUrl, name, template) {
  await administer(serverUrl, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** @param {string} url */
async function dropDatabase(url) {
  await administer(url, `DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`)
}

/**
 * Nobody may be in a database that is copied or dropped, so orders are given from `postgres`.
 *
 * @param {string} anyUrl
 * @param {string} statement
 */
async function administer(anyUrl, statement) {
  const url = new URL(anyUrl)
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** @param {string} url */
function nameIn(url) {
  return new URL(url).pathname.slice(1)
}

function shortId() {
  return randomUUID().replaceAll('-', '').slice(0, 12)
}
