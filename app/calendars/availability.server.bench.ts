/**
 * What it costs to ask the built site for a month of free times, over HTTP and from PostgreSQL each time, beside a page
 * of the same server that is rendered for each request and asks the database nothing. The ratio is what survives a slower machine.
 */
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { percentile, sendMany } from '#app/ops/load.fixture.ts'
import { freePort, startSite } from '#bin/site-process.js'
import { addBusyHosts, monthAhead } from './busy-month-fixture.server.ts'

const connections = 20
const runs = 3
const perRun = 600

export default async function bench(print: (line: string) => void): Promise<void> {
  const now = new Date()
  await addBusyHosts('one', { hosts: 1, now })
  await addBusyHosts('five', { hosts: 5, now })
  const site = await startSite({ port: await freePort(), databaseUrl: env.DATABASE_URL })

  try {
    const from = monthAhead(now)
    const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0))
    const month = `from=${isoDate(from)}&to=${isoDate(until)}&tz=America/New_York`
    const page = await measure(`${site.url}/staff/sign-in`)
    print(
      `availability: a month of free times, ${connections} connections, best of ${runs} runs of ${perRun}`,
    )
    print(`  a page without the database      ${say(page)}`)
    for (const [name, type] of [
      ['1 host, 200 bookings', 'one'],
      ['5 hosts, 1,000 bookings', 'five'],
    ] as const) {
      const found = await measure(`${site.url}/api/availability?type=${type}&${month}`)
      print(
        `  ${name.padEnd(32)} ${say(found)}  (${(found.perSecond / page.perSecond).toFixed(2)} of the page)`,
      )
    }
  } finally {
    await site.stop()
    await db.$disconnect()
  }
}

type Measured = { perSecond: number; p50: number; p95: number; bytes: number }

/** The best of some runs: what the machine does beside it only ever makes it slower. */
async function measure(url: string): Promise<Measured> {
  const found: Measured[] = []
  for (let run = 0; run <= runs; run++) found.push(await measureOnce(url))
  return found.slice(1).reduce((best, each) => (each.perSecond > best.perSecond ? each : best))
}

async function measureOnce(url: string): Promise<Measured> {
  const started = performance.now()
  const answers = await sendMany({ count: perRun, connections }, async (_, send) => {
    const asked = performance.now()
    const { status, body } = await send({ url })
    if (status !== 200) throw new Error(`${url} answered ${status}: ${body.slice(0, 200)}`)
    return { took: performance.now() - asked, bytes: body.length }
  })
  const times = answers.map(({ took }) => took)
  return {
    perSecond: (perRun * 1000) / (performance.now() - started),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    bytes: answers[0]?.bytes ?? 0,
  }
}

function say({ perSecond, p50, p95, bytes }: Measured): string {
  return `${perSecond.toFixed(0).padStart(5)} requests/s  p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  ${bytes} bytes`
}

function isoDate(at: Date): string {
  return at.toISOString().slice(0, 10)
}
