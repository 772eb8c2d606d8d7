/** `npm run worker`: sends letters, alone, for servers that run with WORKER=off. Any number may run at once. */
import { Refusal, run } from './refusal.js'
import { stopWithNpm } from './settings.js'
import { openSite } from './site.js'

await run(async () => {
  const { startWorker } = await openSite()
  if (!process.env.SMTP_URL) throw new Refusal('SMTP_URL is not set, so there is nothing to send.')

  stopWithNpm()
  const worker = startWorker()
  console.log('Sending letters. Ctrl-C stops after the one in hand.')

  await new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve)
    setInterval(() => {}, 60_000)
  })
  process.once('SIGINT', () => process.exit(130))
  await worker.stop()
})
process.exit()
