/** The built site's inside, for commands that work beside a running server: the same code on the same database. */
import { prepare } from './prepare.js'
import { Refusal } from './refusal.js'
import { loadSettings, postgresFolder, useEmbedded } from './settings.js'

/**
 * @typedef {typeof import('../app/server.server.ts')} Site
 * @returns {Promise<Site>}
 * @throws {Refusal} when the database is the embedded one and does not run
 */
export async function openSite() {
  loadSettings('production')
  await prepare()
  if (!process.env.DATABASE_URL) await useRunningDatabase()

  // The path is not written as a plain string, so that the type checker does not read the build.
  const build = await import(new URL('../build/server/index.js', import.meta.url).href).catch((error) => {
    throw String(error.message).startsWith('Configuration:') ? new Refusal(error.message) : error
  })
  return build.entry.module.server
}

async function useRunningDatabase() {
  const { findRunningPostgres } = await import('./postgres.js')
  const url = await findRunningPostgres(postgresFolder)
  if (!url)
    throw new Refusal('The database is not running. Start the site first, in another terminal: npm start')
  useEmbedded(url)
}
