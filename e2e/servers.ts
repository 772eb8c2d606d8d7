/**
 * What the browser tests run against, all of it real: two server processes on one scratch database, a third that limits
 * what one address may send, and a mail server that keeps each letter as a file. Started once for the whole run.
 */
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { scratchDatabase, startScratchServer } from '../bin/scratch-database.js'
import { freePort, startSite } from '../bin/site-process.js'

export default async function startServers() {
  const mailbox = mkdtempSync(join(tmpdir(), 'mailbox-'))
  const smtp = await startMailServer(mailbox)
  const scratch = await startScratchServer()
  const database = await scratchDatabase()

  const ports = [await freePort(), await freePort()]
  // The calendars that tests publish are on this machine.
  const common = {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'hello@benchline.example',
    CALENDAR_FEEDS_FROM: 'anywhere',
    WEBHOOKS_TO: 'anywhere',
  }
  const start = (port: number, env: Record<string, string>) =>
    startSite({ port, databaseUrl: database.url, env: { ...common, ...env } })
  const [limited, ...sites] = await Promise.all([
    start(await freePort(), { RATE_LIMITS: 'on' }),
    ...ports.map((port) => start(port, { APP_URL: `http://localhost:${ports[0]}` })),
  ])
  process.env.LIMITED_SITE_URL = limited.url
  process.env.SITE_URLS = sites.map(({ url }) => url).join(' ')
  process.env.SITE_DATABASE_URL = database.url
  process.env.MAILBOX = mailbox
  process.env.FORM_STAMP = await stampOf(sites[0]?.url ?? '')
  process.env.SETUP_LINK = sites[0]?.setupLink ?? ''

  return async () => {
    await Promise.all([...sites, limited].map((site) => site.stop()))
    await smtp.stop()
    await database.drop()
    await scratch.stop()
    rmSync(mailbox, { recursive: true, force: true })
  }
}

/** What a form carries that was opened when the run began: tests that post without a browser send it. */
async function stampOf(siteUrl: string): Promise<string> {
  const page = await (await fetch(`${siteUrl}/start`)).text()
  return /name="opened" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function startMailServer(mailbox: string) {
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, accept) {
      text(stream).then((raw) => {
        count += 1
        const file = join(mailbox, `${String(count).padStart(5, '0')}.eml`)
        // Under its name only when it is whole: tests read while letters come.
        writeFileSync(`${file}.part`, raw)
        renameSync(`${file}.part`, file)
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
