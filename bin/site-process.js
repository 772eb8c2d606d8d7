/** One process of the built site for tests and benches, on a database that is there already. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Starts a process and waits until it answers.
 *
 * @param {{ port: number, databaseUrl: string, env?: Record<string, string> }} site  `env`: on top of what all share
 * @returns {Promise<{ url: string, pid: number, setupLink: string, stop(): Promise<void> }>}
 */
export async function startSite({ port, databaseUrl, env = {} }) {
  const child = spawn(process.execPath, ['e2e/serve.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...env,
    },
  })
  const setupLink = await setupLinkPrinted(child)
  return { url: `http://localhost:${port}`, pid: child.pid ?? 0, setupLink, stop: () => stop(child) }
}

/** @returns {Promise<number>} */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/**
 * The screen is printed once the site answers; its first line with a welcome link is the one-time link.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
async function setupLinkPrinted(child) {
  let screen = ''
  // A destroyed pipe would fail the process at its next word.
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    screen += String(chunk)
    if (screen.includes('To stop')) break
  }
  child.stdout?.resume()
  if (!screen.includes('To stop')) throw new Error(`The site did not start:\n${screen}`)
  return /http:\S+\/staff\/welcome\/\S+/.exec(screen)?.[0] ?? ''
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
