/**
 * What it costs to ask the built site for a month of free times, over HTTP and from PostgreSQL each time, beside a page
 * of the same server that is rendered for each request and asks the database nothing. The ratio is what survives a slower machine.
 * Who asks the same at once reads together (decision 130), so it is measured on clocks of their own as well.
 */
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { percentile, sendMany } from '#app/ops/load.fixture.ts'
import { freePort, startSite } from '#bin/site-process.js'
import { addBusyHosts, monthAhead } from './busy-month-fixture.server.ts'

const connections = 20
const runs = 3
const perRun = 600

/** More than ask at once, each with an offset of its own: no two ask for the same stretch of time. */
const manyZones = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((hours) => [
  `Etc/GMT+${hours}`,
  `Etc/GMT-${hours}`,
])

export default async function bench(print: (line: string) => void): Promise<void> {
  const now = new Date()
  await addBusyHosts('one', { hosts: 1, now })
  await addBusyHosts('five', { hosts: 5, now })
  const site = await startSite({ port: await freePort(), databaseUrl: env.DATABASE_URL })

  try {
    const from = monthAhead(now)
    const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0))
    const ask = (type: string, tz: string) =>
      `${site.url}/api/availability?${new URLSearchParams({ type, from: isoDate(from), to: isoDate(until), tz })}`
    const page = await measure([`${site.url}/staff/sign-in`])
    print(
      `availability: a month of free times, ${connections} connections, best of ${runs} runs of ${perRun}`,
    )
    print(`  ${'a page without the database'.padEnd(38)} ${say(page)}`)
    for (const [name, type, zones] of [
      ['1 host, 200 bookings', 'one', ['America/New_York']],
      ['1 host, 200 bookings, many clocks', 'one', manyZones],
      ['5 hosts, 1,000 bookings', 'five', ['America/New_York']],
      ['5 hosts, 1,000 bookings, many clocks', 'five', manyZones],
    ] as const) {
      const found = await measure(zones.map((tz) => ask(type, tz)))
      print(
        `  ${name.padEnd(38)} ${say(found)}  (${(found.perSecond / page.perSecond).toFixed(2)} of the page)`,
      )
    }
  } finally {
    await site.stop()
    await db.$disconnect()
  }
}

type Measured = { perSecond: number; p50: number; p95: number; bytes: number }

/** The best of some runs: what the machine does beside it only ever makes it slower. */
async function measure(urls: readonly string[]): Promise<Measured> {
  const found: Measured[] = []
  for (let run = 0; run <= runs; run++) found.push(await measureOnce(urls))
  return found.slice(1).reduce((best, each) => (each.perSecond > best.perSecond ? each : best))
}

async function measureOnce(urls: readonly string[]): Promise<Measured> {
  const started = performance.now()
  const answers = await sendMany({ count: perRun, connections }, async (index, send) => {
    const url = urls[index % urls.length] ?? ''
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
