/** Vitest's global set-up: one scratch server for the whole run of integration tests. */
import { startScratchServer } from './scratch-database.js'

/** @param {import('vitest/node').TestProject} project */
export default async function start(project) {
  const server = await startScratchServer()
  project.provide('scratchTemplateUrl', server.templateUrl)
  return () => server.stop()
}
