import { once } from 'node:events'
import { connect } from 'node:net'
import { freePort, startSite } from '../bin/site-process.js'
import { expect, test } from './fixtures.ts'

test('a server that is told to stop says so first, answers meanwhile, and closes its door only then', async () => {
  const port = await freePort()
  const databaseUrl = process.env.SITE_DATABASE_URL ?? ''
  const site = await startSite({ port, databaseUrl, env: { STOP_DELAY_SECONDS: '5', WORKER: 'off' } })
  const statusOf = async (path: string) => (await fetch(site.url + path)).status
  expect(await statusOf('/readyz')).toBe(200)

  const stopped = site.stop()

  await expect.poll(() => statusOf('/readyz')).toBe(503)
  expect([await statusOf('/healthz'), await statusOf('/hire')]).toEqual([200, 200])
  await stopped
  const [refused] = await once(connect(port, '127.0.0.1'), 'error')
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' })
})
