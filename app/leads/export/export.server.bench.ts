/**
 * What exporting a million leads costs: the steps of the job in this process, then the file read from the database as a
 * browser would take it; how long each takes, and how far the memory of this process grows. LEADS=100000 makes it shorter.
 */
import { randomUUID } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { takeStep } from '../jobs/take-step.server.ts'
import { steps } from '../jobs/work-off.fixture.ts'
import { addManyLeads } from '../list/many-leads-fixture.server.ts'
import { columns } from '../list/filter.ts'
import { openExport } from './export-file.server.ts'
import { startExport } from './start-export.server.ts'

export default async function bench(print: (line: string) => void): Promise<void> {
  const count = Number(process.env.LEADS ?? 1_000_000)
  const { admin } = await addManyLeads(count)
  const memory = watchMemory()

  const ask = { chosen: { query: 'status=any' }, columns: [...columns], key: randomUUID() }
  const { id } = await startExport(admin, ask, new Date())
  const written = await timed(async () => {
    while ((await takeStep(steps, new Date())) === 'done') memory.look()
  })
  const file = await openExport(admin, id)
  const read = await timed(async () => {
    if (!file) throw new Error('There is no file')
    const reader = file.body.getReader()
    while (!(await reader.read()).done) memory.look()
  })

  const job = await db.deskJob.findUniqueOrThrow({ where: { id } })
  if (job.done !== count) throw new Error(`${job.done} of ${count} leads were exported`)
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  print(
    `export: ${count.toLocaleString('en-GB')} leads with all columns, ${megabytes(file?.bytes ?? 0)}: ` +
      `written in ${written.toFixed(1)} s, read in ${read.toFixed(1)} s, memory grows by ${megabytes(memory.growth())}`,
  )
  await db.$disconnect()
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

/** The most that this process took at any look, beyond what it took before. */
function watchMemory() {
  const before = process.memoryUsage().rss
  let most = before
  return {
    look() {
      most = Math.max(most, process.memoryUsage().rss)
    },
    growth: () => most - before,
  }
}
