import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { erasePerson } from '#app/privacy/erase-person.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from '../add-note.server.ts'
import { openExport } from '../export/export-file.server.ts'
import { startExport } from '../export/start-export.server.ts'
import { undoJob } from '../jobs/jobs.server.ts'
import { takeStep, type Steps } from '../jobs/take-step.server.ts'
import { steps, workOff } from '../jobs/work-off.fixture.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { checkImport, keepFile, runImport, type Choice } from './import-acts.server.ts'
import { guessFields } from './import-fields.ts'
import { readCsv } from './read-csv.server.ts'
import { openRefused, rowsOfAPortion } from './refused-rows.server.ts'

const now = new Date('2026-11-23T10:00:00Z')

let manager: Viewer
let word: string
beforeEach(async () => {
  await db.deskJob.deleteMany()
  manager = await member('manager')
  word = randomUUID().slice(0, 8)
})

test('a dry run says what would happen to each line and makes nothing', async () => {
  await receiveLead({ email: `known@${word}.example`, title: 'Earlier need' })
  const before = await db.lead.count()

  const id = await checked(`Name,E-mail,Need
Ann Example,ann@${word}.example,Two developers
Dana Doe,known@${word}.example,Another need
Dana Doe,KNOWN@${word}.example,earlier NEED
Ann Example,ann@${word}.example,two developers
No Address,,Something
Bad https://x,bad@${word},Something`)

  expect(await plansOf(id)).toEqual([
    [2, 'new', ''],
    [3, 'known', ''],
    [4, 'refused', expect.stringMatching(/^L-\d+ is the same: this person, this need\.$/)],
    [5, 'refused', 'It is the same as line 2.'],
    [6, 'refused', 'E-mail: Enter their e-mail address.'],
    [
      ...[7, 'refused'],
      'Name: Enter a name without links or the signs / \\ < > @. ' +
        'E-mail: Enter an e-mail address like name@example.com.',
    ],
  ])
  expect(await db.lead.count()).toBe(before)
})

test('what is right is imported: person, company, owner and tags, with a source of its own', async () => {
  const owner = await member('consultant')
  const id = await imported(`First name;Last name;E-mail;Company;Telephone;Owner;Tags;Note
Zoë;Doe;zoe@${word}.example;Acme;'+44 20 7946 0000;${owner.email};Fair, Berlin;Met at the stand`)

  const [lead] = await leadsOf(id)

  expect(lead).toMatchObject({
    ...{ title: 'Met at the fair', source: 'import', ownerId: owner.id, tags: ['berlin', 'fair'] },
    ...{
      responseDueAt: null,
      person: { name: 'Zoë Doe', phone: '+44 20 7946 0000', company: { name: 'Acme' } },
    },
    submissions: [{ kind: 'import', payload: expect.objectContaining({ note: 'Met at the stand' }) }],
  })
  expect(await db.notification.count({ where: { staffId: owner.id } })).toBe(1)
  const entries = await db.auditEntry.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, after }) => [action, after])).toEqual([
    ['import.asked', { leads: 1 }],
    ['imported', { leads: 1, left: 0 }],
  ])
})

test('what is known of a person is not overwritten: what the file says otherwise waits as a suggestion', async () => {
  const { personId } = await receiveLead({ email: `dana@${word}.example`, name: 'Dana Doe' })

  const id = await imported(`Name,E-mail,Need\nDana Smith,dana@${word}.example,Something new`)

  expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ name: 'Dana Doe' })
  const [lead] = await leadsOf(id)
  const suggestions = await db.suggestion.findMany({ where: { leadId: lead?.id ?? '' } })
  expect(suggestions).toMatchObject([{ field: 'name', value: 'Dana Smith' }])
})

test('people who are known can be left out', async () => {
  await receiveLead({ email: `dana@${word}.example` })

  const id = await checked(`Name,E-mail\nDana,dana@${word}.example\nAnn,ann@${word}.example`, {
    known: 'skip',
  })

  expect((await plansOf(id)).map(([, plan]) => plan)).toEqual(['refused', 'new'])
})

test('whoever had their data erased is not brought back, and the file says so', async () => {
  const email = `gone@${word}.example`
  await receiveLead({ email })
  await erasePerson(email, now)

  const id = await imported(`Name,E-mail\nGone Person,${email}\nAnn,ann@${word}.example`)

  expect(await plansOf(id)).toEqual([
    [2, 'refused', 'This person had their data erased. They are not brought back by a file.'],
    [3, 'new', ''],
  ])
  expect(await db.personEmail.count({ where: { email } })).toBe(0)
})

test('an erasure between checking and importing holds too', async () => {
  const email = `gone@${word}.example`
  const id = await checked(`Name,E-mail\nGone Person,${email}\nAnn,ann@${word}.example`)
  await receiveLead({ email: `other@${word}.example` })
  await erasePerson(`other@${word}.example`, now)
  await db.deskJobRow.update({
    where: { jobId_number: { jobId: id, number: 2 } },
    data: { cells: ['Other', `other@${word}.example`] },
  })

  await runImport(manager, id)
  await workOff(now)

  expect(await db.personEmail.count({ where: { email: `other@${word}.example` } })).toBe(0)
  expect(await leadsOf(id)).toHaveLength(1)
})

test('erasing a person takes their lines out of imports', async () => {
  const id = await imported(`Name,E-mail\nAnn,ann@${word}.example\nBo,bo@${word}.example`)

  await erasePerson(`ann@${word}.example`, now)

  const rows = await db.deskJobRow.findMany({ where: { jobId: id } })
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Bo'])
})

test('the lines to mend are a file of their own, with what is wrong, that can be imported again', async () => {
  const id = await checked(`Name,E-mail\nAnn,nowhere\n=cmd,bo@${word}.example`)

  const file = await readRefused(id)

  expect(parse(file, { bom: true })).toEqual([
    ['Name', 'E-mail', 'Line', 'What is wrong'],
    ['Ann', 'nowhere', '2', 'E-mail: Enter an e-mail address like name@example.com.'],
  ])
  const again = readCsv(Buffer.from(file))
  expect(again.ok && guessFields(again.value.head)).toEqual(['name', 'email', null, null])
})

test('the file of lines to mend has every one once, read as it is taken', async () => {
  const count = rowsOfAPortion * 2 + 5
  const lines = Array.from({ length: count }, (_, number) => `Ann ${number},nowhere`)
  const id = await checked(`Name,E-mail\n${lines.join('\n')}`)

  const reader = (await openRefused(manager, id))?.getReader()
  await reader?.read()
  const portion = Buffer.from((await reader?.read())?.value ?? []).toString()
  await reader?.cancel()
  const rows: string[][] = parse(await readRefused(id), { bom: true })

  expect(portion.match(/nowhere/g)).toHaveLength(rowsOfAPortion)
  expect(rows.slice(1).map(([name]) => name)).toEqual(lines.map((line) => line.split(',')[0]))
})

test('taking back removes what the import made and nobody touched, and leaves the rest', async () => {
  const { personId } = await receiveLead({ email: `dana@${word}.example`, title: 'Earlier need' })
  const id = await imported(`Name,E-mail,Company
Ann,ann@${word}.example,Acme ${word}
Bo,bo@${word}b.example,Other
Dana,dana@${word}.example,`)
  const [, bo] = await leadsOf(id)
  await addNote(manager, bo?.ref ?? 0, { words: 'Called them' }, now)

  await undoJob(manager, id)
  await workOff(now)

  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'undone', changed: 2 })
  expect((await leadsOf(id)).map(({ ref }) => ref)).toEqual([bo?.ref])
  expect(await db.personEmail.count({ where: { email: `ann@${word}.example` } })).toBe(0)
  expect(await db.person.count({ where: { id: personId } })).toBe(1)
  const rows = await db.deskJobRow.findMany({ where: { jobId: id }, orderBy: { number: 'asc' } })
  expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['restored', ''],
    ['kept', 'touched'],
    ['restored', ''],
  ])
})

test('a process that ends in the middle imports nobody twice', async () => {
  const lines = Array.from({ length: 25 }, (_, i) => `Person,p${i}@${word}.example`)
  const id = await checked(`Name,E-mail\n${lines.join('\n')}`)
  await runImport(manager, id)
  await takeStep(steps, now)

  await takeStep(dyingAfterItsWork, now)
  const between = await db.lead.count({
    where: { person: { emails: { some: { email: { endsWith: `@${word}.example` } } } } },
  })
  await db.deskJob.update({ where: { id }, data: { runAt: new Date(0) } })
  await Promise.all([workOff(now), workOff(now)])

  expect(between).toBe(20)
  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done', changed: 25 })
  expect(await leadsOf(id)).toHaveLength(25)
})

test('the same file imported again adds nothing, and a form sent twice is one import', async () => {
  const text = `Name,E-mail\nAnn,ann@${word}.example`
  await imported(text)

  const again = await checked(text)

  expect((await plansOf(again)).map(([, plan]) => plan)).toEqual(['refused'])
  const key = randomUUID()
  const file = { head: ['Name'], rows: [['Ann']] }
  const [one, two] = await Promise.all([0, 1].map(() => keepFile(manager, { key, name: 'a.csv', file })))
  expect(one?.id).toBe(two?.id)
  expect(await db.deskJobRow.count({ where: { jobId: one?.id ?? '' } })).toBe(1)
})

test('a file may be called anything', async () => {
  const named = {
    key: randomUUID(),
    name: `\u0000\uD800fair${'🎪'.repeat(300)}`,
    file: { head: ['Name'], rows: [['Ann']] },
  }

  const { id } = await keepFile(manager, named)

  const { ask } = await db.deskJob.findUniqueOrThrow({ where: { id } })
  expect(ask).toMatchObject({ fileName: `fair${'🎪'.repeat(196)}` })
})

test('what was exported comes back as it was typed', async () => {
  await receiveLead({ email: `ann@${word}.example`, name: 'Ann Example', title: `=need ${word}` })
  const ask = { chosen: { query: `q=${word}` }, columns: [], key: randomUUID() }
  const { id: exported } = await startExport(manager, ask, now)
  await workOff(now)
  const file = await openExport(manager, exported)
  const text = await new Response(file?.body ?? null).text()

  const id = await checked(text)

  expect((await plansOf(id))[0]?.[2]).toMatch(/^L-\d+ is the same/)
})

test('only those who answer for all leads import, and a right that is lost meanwhile ends it', async () => {
  const consultant = await member('consultant')
  const file = { head: ['Name'], rows: [['Ann']] }
  await expect(keepFile(consultant, { key: randomUUID(), name: 'a.csv', file })).rejects.toMatchObject({
    status: 403,
  })
  const id = await checked(`Name,E-mail\nAnn,ann@${word}.example`)
  await runImport(manager, id)

  await db.staff.update({ where: { id: manager.id }, data: { role: 'consultant' } })
  await workOff(now)

  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'stopped',
    failure: 'Whoever asked for this may not do it any more.',
    changed: 0,
  })
})

test('an owner whom nobody knows is said at the line', async () => {
  const id = await checked(`Name,E-mail,Owner\nAnn,ann@${word}.example,Nobody Here`)

  expect((await plansOf(id))[0]?.[2]).toBe('Owner: nobody on the team who holds leads is called that.')
})

const dyingAfterItsWork: Steps = {
  ...steps,
  async import(tx, ...rest) {
    await steps.import(tx, ...rest)
    throw new Error('killed')
  },
}

let members = 0
function member(role: StaffRole): Promise<Viewer> {
  members += 1
  return addStaff({ email: `${role}${members}@firm.example`, role })
}

async function checked(text: string, choice: Partial<Choice> = {}): Promise<string> {
  const read = readCsv(Buffer.from(text))
  if (!read.ok) throw new Error(read.reason)
  const { id } = await keepFile(manager, { key: randomUUID(), name: 'fair.csv', file: read.value })
  const fields = guessFields(read.value.head)
  const chosen = await checkImport(manager, id, {
    ...{ fields, title: 'Met at the fair', owner: '', known: 'add' },
    ...choice,
  })
  expect(chosen.ok).toBe(true)
  await workOff(now)
  return id
}

async function imported(text: string): Promise<string> {
  const id = await checked(text)
  expect(await runImport(manager, id)).toMatchObject({ ok: true })
  await workOff(now)
  return id
}

async function plansOf(jobId: string) {
  const rows = await db.deskJobRow.findMany({ where: { jobId }, orderBy: { number: 'asc' } })
  return rows.map(({ number, plan, problem }) => [number, plan, problem])
}

function leadsOf(jobId: string) {
  return db.lead.findMany({
    where: { importedBy: { some: { jobId } } },
    orderBy: { ref: 'asc' },
    include: { person: { include: { company: true } }, submissions: true },
  })
}

function readRefused(jobId: string): Promise<string> {
  return openRefused(manager, jobId).then((body) => new Response(body).text())
}
