/** How far a lead came, how long it stood where, how long somebody waited: measured as it happens, for the charts. */
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { NewStatus } from './change-status.server.ts'
import { changeStatus, receiveLead } from './leads-fixture.server.ts'
import { logCall } from './log-call.server.ts'

/** Monday, 11:30 in the office, which is there from 11:00 to 20:00. */
const received = new Date('2026-11-23T06:00:00Z')
let manager: Viewer
let ref: number

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company CASCADE`
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  ref = (await receiveLead({ at: received })).ref
})

async function lead() {
  return db.lead.findUniqueOrThrow({ where: { ref } })
}

async function move(to: LeadStatus, at: string, about: Partial<NewStatus> = {}) {
  const { status: was } = await lead()
  return changeStatus(manager, ref, { was, to, note: 'As agreed', ...about }, new Date(at))
}

test('a new lead has reached nothing else and was nowhere before', async () => {
  expect(await lead()).toMatchObject({ reached: 'new', stageMinutes: [0, 0, 0, 0, 0], responseMinutes: null })
})

test('each stage that a lead leaves keeps the minutes that it stood there', async () => {
  await logCall(manager, ref, { words: 'Rang' }, new Date('2026-11-23T07:30:00Z'))
  await move('qualified', '2026-11-24T07:30:00Z')
  await move('contacted', '2026-11-24T08:00:00Z')
  await move('won', '2026-11-24T08:10:00Z')

  expect(await lead()).toMatchObject({ reached: 'won', stageMinutes: [90, 1450, 30, 0, 0] })
})

test('a lead that is lost keeps how far it came', async () => {
  await move('proposed', '2026-11-24T07:30:00Z')
  await move('lost', '2026-11-25T07:30:00Z', { lostReason: 'budget' })

  expect(await lead()).toMatchObject({ reached: 'proposed' })
})

test('a lead that is opened again is won no longer', async () => {
  await move('won', '2026-11-24T07:30:00Z')
  await move('interviewing', '2026-11-25T07:30:00Z')

  expect(await lead()).toMatchObject({ reached: 'interviewing' })
})

test('a lead that is restored as it was keeps the measures that are restored with it', async () => {
  await move('qualified', '2026-11-24T07:30:00Z')
  const before = await lead()
  await move('lost', '2026-11-25T07:30:00Z', { lostReason: 'budget' })

  const { status, closedAt, lostReason, lostNote, stageEnteredAt, reached, stageMinutes } = before
  await db.lead.update({
    where: { ref },
    data: { status, closedAt, lostReason, lostNote, stageEnteredAt, reached, stageMinutes },
  })

  expect(await lead()).toMatchObject({ reached: 'qualified', stageMinutes: before.stageMinutes })
})

test('the wait for the first answer is measured in hours of the office, once', async () => {
  await logCall(manager, ref, { words: 'Rang' }, new Date('2026-11-24T06:00:00Z'))
  await logCall(manager, ref, { words: 'Rang again' }, new Date('2026-11-26T06:00:00Z'))

  expect(await lead()).toMatchObject({ responseMinutes: 540 })
})

test('a lead that was typed by hand waits for no answer', async () => {
  await db.lead.update({ where: { ref }, data: { responseDueAt: null } })

  await logCall(manager, ref, { words: 'Rang' }, new Date('2026-11-24T06:00:00Z'))

  expect(await lead()).toMatchObject({ responseMinutes: null })
})
