/**
 * What exporting a million leads costs the site that does it: a process of the built site writes the file in its worker and
 * sends it to a browser on a slow line, while the memory of that process is watched. A small export before it warms the
 * code up and does not count. LEADS=100000 makes it shorter.
 */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { signIn } from '#app/staff/sign-in.fixture.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { freePort, startSite } from '#bin/site-process.js'
import { addManyLeads, words } from '../list/many-leads-fixture.server.ts'
import { columns } from '../list/filter.ts'
import { startExport } from './start-export.server.ts'

export default async function bench(print: (line: string) => void): Promise<void> {
  const count = Number(process.env.LEADS ?? 1_000_000)
  const { admin } = await addManyLeads(count)
  const site = await startSite({ port: await freePort(), databaseUrl: env.DATABASE_URL })
  try {
    print(await exportEverything({ site, admin, count }))
  } finally {
    await site.stop()
    await db.$disconnect()
  }
}

type Measured = { site: { url: string; pid: number }; admin: Viewer; count: number }

async function exportEverything({ site, admin, count }: Measured): Promise<string> {
  const cookie = await signIn(site.url, admin)
  const fetchFile = (id: string) => fetch(site.url + paths.staff.jobFile(id), { headers: { cookie } })
  await takeSlowly(await fetchFile(await exportOf(admin, { query: `q=${words.two}` })))

  const memory = watchMemory(site.pid)
  const [id, written] = await timed(() => exportOf(admin, { query: 'status=any' }))
  const whileWriting = memory.growth()
  const [bytes, sent] = await timed(async () => takeSlowly(await fetchFile(id)))
  const growth = memory.growth()
  memory.stop()

  const { done } = await db.deskJob.findUniqueOrThrow({ where: { id }, select: { done: true } })
  if (done !== count) throw new Error(`${done} of ${count} leads were exported`)
  return (
    `export: ${count.toLocaleString('en-GB')} leads with all columns, ${inMegabytes(bytes)} MB: written in ` +
    `${written.toFixed(1)} s, sent in ${sent.toFixed(1)} s; the memory of the site, ${inMegabytes(memory.before)} MB, ` +
    `grows by ${inMegabytes(whileWriting)} MB until it is written and by ${inMegabytes(growth)} MB in all`
  )
}

/** The site's worker does it. */
async function exportOf(viewer: Viewer, chosen: { query: string }): Promise<string> {
  const ask = { chosen, columns: [...columns], key: randomUUID() }
  const { id } = await startExport(viewer, ask, new Date())
  for (;;) {
    const { state } = await db.deskJob.findUniqueOrThrow({ where: { id }, select: { state: true } })
    if (state === 'done') return id
    if (state === 'failed') throw new Error('The export failed')
    await wait(100)
  }
}

/** As over a line of some 10 MB a second. */
async function takeSlowly(answer: Response): Promise<number> {
  if (answer.status !== 200 || !answer.body) throw new Error(`The file was answered with ${answer.status}`)
  const reader = answer.body.getReader()
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength
    await wait(part.value.byteLength / 10_000)
  }
  return bytes
}

async function timed<Result>(act: () => Promise<Result>): Promise<[Result, number]> {
  const began = performance.now()
  return [await act(), (performance.now() - began) / 1000]
}

/** What a process takes of the machine's memory, looked at five times a second. */
function watchMemory(pid: number) {
  const before = residentBytes(pid)
  let most = before
  const watching = setInterval(() => (most = Math.max(most, residentBytes(pid))), 200)
  return { before, growth: () => most - before, stop: () => clearInterval(watching) }
}

function residentBytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024
}

function inMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}
