import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { erasePerson } from '#app/privacy/erase-person.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { takeStep, type Steps } from '../jobs/take-step.server.ts'
import { steps, workOff } from '../jobs/work-off.fixture.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import { columns } from '../list/filter.ts'
import { forgetOldExports, openExport } from './export-file.server.ts'
import { startExport } from './start-export.server.ts'

const now = new Date('2026-11-23T10:00:00Z')

let manager: Viewer
beforeEach(async () => {
  await db.deskJob.deleteMany()
  manager = await member('manager')
})

test('the file has a line for each lead of the filter, with the columns of the list, in the asker’s zone', async () => {
  const word = randomUUID().slice(0, 8)
  const owner = await member('consultant')
  const { ref } = await receiveLead({
    ...{ name: 'Dana Doe', email: `dana@${word}.example`, company: 'Acme', title: `Need ${word}` },
    ownerId: owner.id,
  })
  await receiveLead({ title: 'Something else' })

  const id = await exportOf(manager, `q=${word}&columns=status,owner,created`)

  expect(await fileOf(manager, id)).toEqual([
    [
      ...['Reference', 'Need', 'Name', 'E-mail', 'Company', 'Telephone', 'Tags', 'Status', 'Lost because'],
      ...['Owner', 'Received (Europe/Berlin)'],
    ],
    [
      ...[`L-${ref}`, `Need ${word}`, 'Dana Doe', `dana@${word}.example`, 'Acme', '', '', 'New', ''],
      ...[owner.name, '2026-11-23 10:00'],
    ],
  ])
})

test('every column of the list says what the list shows, times on the clock of the asker', async () => {
  const word = randomUUID().slice(0, 8)
  const lead = await receiveLead({ title: `Need ${word}` })
  await bookWith(manager.id, lead, new Date('2026-11-24T09:00:00Z'))
  await db.lead.update({
    where: { id: lead.leadId },
    data: {
      ...{ status: 'lost', lostReason: 'budget', closedAt: now, tags: ['berlin', 'key account'] },
      ...{ nextAction: 'Call again', nextActionAt: new Date('2026-07-01T22:30:00Z') },
      ...{ stageEnteredAt: new Date('2026-11-23T23:59:00Z'), lastActivityAt: now },
    },
  })

  const id = await exportOf(manager, `q=${word}&columns=${columns.join(',')}`)

  const [head = [], line = []] = await fileOf(manager, id)
  expect(Object.fromEntries(head.map((name, index) => [name, line[index]]))).toMatchObject({
    ...{ Tags: 'berlin, key account', Status: 'Lost', 'Lost because': 'Budget or rate too high' },
    ...{ 'Next action': 'Call again', 'Next action at (Europe/Berlin)': '2026-07-02 00:30' },
    ...{ Source: 'Requirement', 'In this status since (Europe/Berlin)': '2026-11-24 00:59' },
    ...{ 'Last activity (Europe/Berlin)': '2026-11-23 11:00' },
    ...{ 'Next consultation (Europe/Berlin)': '2026-11-24 10:00' },
  })
})

test('a zone that goes by an abbreviation has its summer time', async () => {
  const word = randomUUID().slice(0, 8)
  await receiveLead({ title: `Need ${word}` })
  await db.lead.updateMany({
    where: { title: `Need ${word}` },
    data: { createdAt: new Date('2026-07-01T22:30:00Z') },
  })
  await db.staff.update({ where: { id: manager.id }, data: { timeZone: 'CET' } })

  const id = await exportOf(manager, `q=${word}&columns=created`)

  const [head = [], line = []] = await fileOf(manager, id)
  expect([head.at(-1), line.at(-1)]).toEqual(['Received (CET)', '2026-07-02 00:30'])
})

test('what a visitor typed is shown by a spreadsheet and never computed', async () => {
  const word = randomUUID().slice(0, 8)
  await receiveLead({ name: '=HYPERLINK("x")', title: `@${word}` })

  const id = await exportOf(manager, `q=${word}`)

  const [, line] = await fileOf(manager, id)
  expect(line?.slice(1, 3)).toEqual([`'@${word}`, `'=HYPERLINK("x")`])
})

test('a consultant exports what they may see, and whoever may only look exports nothing', async () => {
  const word = randomUUID().slice(0, 8)
  const [consultant, colleague, reader] = [
    await member('consultant'),
    await member('consultant'),
    await member('read_only'),
  ]
  await receiveLead({ title: `Own ${word}`, ownerId: consultant.id })
  await receiveLead({ title: `Foreign ${word}`, ownerId: colleague.id })

  const id = await exportOf(consultant, `q=${word}`)

  const lines = await fileOf(consultant, id)
  expect(lines.slice(1).map(([, title]) => title)).toEqual([`Own ${word}`])
  await expect(exportOf(reader, `q=${word}`)).rejects.toMatchObject({ status: 403 })
})

test('rights that are lost meanwhile end the export, and rights that shrink hold from the next piece', async () => {
  const consultant = await member('consultant')
  const { id } = await startExport(
    consultant,
    { chosen: { query: 'status=any' }, columns: [], key: randomUUID() },
    now,
  )

  await db.staff.update({ where: { id: consultant.id }, data: { disabledAt: now } })
  await workOff(now)

  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'stopped' })
  expect(await db.deskJobPiece.count({ where: { jobId: id } })).toBe(0)
})

test('nobody but the asker fetches the file, not even an admin, and each time it is written down', async () => {
  const admin = await member('admin')
  await receiveLead()
  const id = await exportOf(manager, 'status=any')

  expect(await openExport(admin, id)).toBeNull()
  expect(await openExport(manager, id)).not.toBeNull()

  const entries = await db.auditEntry.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['export.asked', manager.id],
    ['exported', manager.id],
    ['export.fetched', manager.id],
  ])
})

test('the audit log tells by what was filtered, and not what was looked for', async () => {
  const id = await exportOf(manager, 'q=dana@acme.example&status=won')

  const asked = await db.auditEntry.findFirst({ where: { entityId: id, action: 'export.asked' } })

  expect(asked?.after).toEqual({ leads: 0, filter: ['q', 'status'] })
})

test('after a day the file is gone', async () => {
  const id = await exportOf(manager, 'status=any')
  await db.$executeRaw`UPDATE desk_job SET finished_at = now() - interval '23 hours' WHERE id = ${id}::uuid`
  expect(await openExport(manager, id)).not.toBeNull()

  await db.$executeRaw`UPDATE desk_job SET finished_at = now() - interval '25 hours' WHERE id = ${id}::uuid`
  expect(await openExport(manager, id)).toBeNull()
  await forgetOldExports()

  expect(await db.deskJobPiece.count({ where: { jobId: id } })).toBe(0)
})

test('a process that ends in the middle of a piece leaves none, and the next one writes it once', async () => {
  const word = randomUUID().slice(0, 8)
  await receiveLead({ title: `One ${word}` })
  await receiveLead({ title: `Two ${word}` })
  const ask = { chosen: { query: `q=${word}` }, columns: [...columns], key: randomUUID() }
  const { id } = await startExport(manager, ask, now)

  await takeStep(dyingAfterItsWork, now)
  const between = await db.deskJobPiece.count({ where: { jobId: id } })
  await db.deskJob.update({ where: { id }, data: { runAt: new Date(0) } })
  await workOff(now)

  expect(between).toBe(0)
  expect((await fileOf(manager, id)).slice(1).map(([, title]) => title)).toEqual([
    `One ${word}`,
    `Two ${word}`,
  ])
})

test('when a person is erased, files that may name them go', async () => {
  const email = `${randomUUID()}@acme.example`
  await receiveLead({ email })
  const id = await exportOf(manager, 'status=any')

  await erasePerson(email, now)

  expect(await openExport(manager, id)).toBeNull()
  expect(await db.deskJobPiece.count()).toBe(0)
})

const dyingAfterItsWork: Steps = {
  ...steps,
  async export(tx, ...rest) {
    await steps.export(tx, ...rest)
    throw new Error('killed')
  },
}

let members = 0
function member(role: StaffRole): Promise<Viewer> {
  members += 1
  return addStaff({ email: `${role}${members}@firm.example`, role })
}

async function exportOf(viewer: Viewer, query: string): Promise<string> {
  const { columns: asked } = Object.fromEntries(new URLSearchParams(query))
  const shown = columns.filter((column) => asked?.split(',').includes(column))
  const { id } = await startExport(viewer, { chosen: { query }, columns: shown, key: randomUUID() }, now)
  await workOff(now)
  return id
}

async function fileOf(viewer: Viewer, id: string): Promise<string[][]> {
  const file = await openExport(viewer, id)
  const text = await new Response(file?.body ?? null).text()
  expect(Buffer.byteLength(text, 'utf8') + 3).toBe(file?.bytes)
  return parse(text, { bom: true })
}
