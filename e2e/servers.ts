/**
 * What the browser tests run against, all of it real: two server processes on one scratch database, a third that limits
 * what one address may send, and a mail server that keeps each letter as a file. Started once for the whole run.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { scratchDatabase, startScratchServer } from '../bin/scratch-database.js'

export default async function startServers() {
  const mailbox = mkdtempSync(join(tmpdir(), 'mailbox-'))
  const smtp = await startMailServer(mailbox)
  const scratch = await startScratchServer()
  const database = await scratchDatabase()

  const ports = [await freePort(), await freePort()]
  const processes: Started[] = []
  for (const port of ports) {
    processes.push(
      await startSite({ port, appPort: ports[0] ?? port, databaseUrl: database.url, smtpUrl: smtp.url }),
    )
  }
  const limited = await freePort()
  processes.push(
    await startSite({
      port: limited,
      appPort: limited,
      databaseUrl: database.url,
      smtpUrl: smtp.url,
      limits: 'on',
    }),
  )
  process.env.LIMITED_SITE_URL = `http://localhost:${limited}`
  process.env.SITE_URLS = ports.map((port) => `http://localhost:${port}`).join(' ')
  process.env.SITE_DATABASE_URL = database.url
  process.env.MAILBOX = mailbox
  process.env.SETUP_LINK = processes[0]?.setupLink ?? ''

  return async () => {
    await Promise.all(processes.map(stop))
    await smtp.stop()
    await database.drop()
    await scratch.stop()
    rmSync(mailbox, { recursive: true, force: true })
  }
}

async function startMailServer(mailbox: string) {
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, accept) {
      text(stream).then((raw) => {
        count += 1
        writeFileSync(join(mailbox, `${String(count).padStart(5, '0')}.eml`), raw)
        accept()
      }, accept)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

type Started = { child: ChildProcess; setupLink: string }

async function startSite(site: {
  port: number
  appPort: number
  databaseUrl: string
  smtpUrl: string
  limits?: 'on'
}): Promise<Started> {
  const child = spawn(process.execPath, ['e2e/serve.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(site.port),
      APP_URL: `http://localhost:${site.appPort}`,
      DATABASE_URL: site.databaseUrl,
      SMTP_URL: site.smtpUrl,
      MAIL_FROM: 'hello@benchline.example',
      SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      RATE_LIMITS: site.limits ?? 'off',
      LOG_LEVEL: 'error',
    },
  })
  return { child, setupLink: await setupLinkPrinted(child) }
}

/** The screen is printed once the site answers; its first line with a welcome link is the one-time link. */
async function setupLinkPrinted(child: ChildProcess): Promise<string> {
  let screen = ''
  for await (const chunk of child.stdout ?? []) {
    screen += String(chunk)
    if (screen.includes('To stop')) break
  }
  child.stdout?.resume()
  if (!screen.includes('To stop')) throw new Error(`The site did not start:\n${screen}`)
  return /http:\S+\/staff\/welcome\/\S+/.exec(screen)?.[0] ?? ''
}

async function stop({ child }: Started): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
