/**
 * `npm run worker`: sends letters, tells webhooks and reads hosts' other calendars, alone, for servers that run with WORKER=off. Any number
 * may run at once.
 */
import { run } from './refusal.js'
import { stopWithNpm } from './settings.js'
import { openSite } from './site.js'

await run(async () => {
  const { startWorker } = await openSite()
  stopWithNpm()
  const worker = startWorker()
  const letters = process.env.SMTP_URL ? 'Sending letters' : 'Keeping letters (SMTP_URL is not set)'
  console.log(`${letters}, telling webhooks and reading calendars. Ctrl-C stops after what is in hand.`)

  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve)
    setInterval(() => {}, 60_000)
  })
  process.once('SIGINT', () => process.exit(130))
  await worker.stop()
})
process.exit()
