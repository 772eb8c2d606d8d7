import { randomUUID } from 'node:crypto'
import { subDays } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { recordLead } from '../record-lead.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
let ana: Viewer
let ben: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, notification CASCADE`
  ana = await addStaff({ email: 'ana@firm.example' })
  ben = await addStaff({ email: 'ben@firm.example' })
})

async function share(viewer: Viewer, weight: number, cap: number | null = null): Promise<void> {
  await db.staff.update({ where: { id: viewer.id }, data: { assignWeight: weight, assignCap: cap } })
}

async function ownerOf(ref: number): Promise<string | null> {
  return (await db.lead.findUniqueOrThrow({ where: { ref }, include: { owner: true } })).owner?.email ?? null
}

async function ownersOf(count: number): Promise<(string | null)[]> {
  const owners: (string | null)[] = []
  for (let each = 0; each < count; each += 1) owners.push(await ownerOf((await receiveLead()).ref))
  return owners
}

function counted(owners: readonly (string | null)[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(owners)].map((owner) => [String(owner), owners.filter((one) => one === owner).length]),
  )
}

test('with nobody who takes new leads they wait unassigned, and those who hand out work are told', async () => {
  const mia = await addStaff({ email: 'mia@firm.example', role: 'manager' })

  expect(await ownersOf(1)).toEqual([null])
  expect(await db.notification.findMany({ select: { staffId: true, kind: true } })).toEqual([
    { staffId: mia.id, kind: 'new_lead' },
  ])
})

test('new leads go by turn according to weight, and their owners are told', async () => {
  await share(ana, 3)
  await share(ben, 2)

  expect(counted(await ownersOf(10))).toEqual({ 'ana@firm.example': 6, 'ben@firm.example': 4 })
  expect(await db.notification.count({ where: { staffId: ana.id, kind: 'assigned' } })).toBe(6)
})

test('twenty leads in the same second go to everybody alike', async () => {
  const cleo = await addStaff({ email: 'cleo@firm.example' })
  for (const viewer of [ana, ben, cleo]) await share(viewer, 1)

  const leads = await Promise.all(Array.from({ length: 21 }, () => receiveLead()))

  const owners = await Promise.all(leads.map(({ ref }) => ownerOf(ref)))
  expect(counted(owners)).toEqual({ 'ana@firm.example': 7, 'ben@firm.example': 7, 'cleo@firm.example': 7 })
})

test('a cap holds when leads come in the same second', async () => {
  await share(ana, 1, 3)

  const leads = await Promise.all(Array.from({ length: 8 }, () => receiveLead()))

  const owners = await Promise.all(leads.map(({ ref }) => ownerOf(ref)))
  expect(counted(owners)).toEqual({ 'ana@firm.example': 3, null: 5 })
})

test('whoever is away today, on their own calendar, gets nothing, and no flood when they are back', async () => {
  await share(ana, 1)
  await share(ben, 1)
  // 23 November, 09:00 UTC, is still the 22nd in Honolulu.
  await db.staff.update({ where: { id: ana.id }, data: { timeZone: 'Pacific/Honolulu' } })
  const away = { staffId: ana.id, from: new Date('2026-11-22'), until: new Date('2026-11-22') }
  await db.staffAway.create({ data: away })

  expect(counted(await ownersOf(4))).toEqual({ 'ben@firm.example': 4 })
  await db.staffAway.deleteMany()
  expect(counted(await ownersOf(4))).toEqual({ 'ana@firm.example': 2, 'ben@firm.example': 2 })
})

test('a lead of somebody known goes to whoever had them before, unless they are away or gone', async () => {
  await share(ben, 1)
  const email = 'dana@acme.example'
  await receiveLead({ email, ownerId: ana.id, at: subDays(now, 90) })

  const second = await receiveLead({ email, at: subDays(now, 45) })
  await db.staff.update({ where: { id: ana.id }, data: { disabledAt: now } })
  const third = await receiveLead({ email, at: now })

  expect(await ownerOf(second.ref)).toBe('ana@firm.example')
  expect(await ownerOf(third.ref)).toBe('ben@firm.example')
})

test('a booked consultation belongs to whoever holds it, also when the lead was nobody’s', async () => {
  const lead = await receiveLead({ email: 'dana@acme.example' })
  const book = async (email: string, staffId: string) => {
    const calendar = { slug: randomUUID(), publicId: randomUUID(), name: 'Calls', timeZone: 'UTC', staffId }
    const { id: hostId } = await db.host.create({ data: calendar })
    return db.$transaction((tx) =>
      recordLead(
        tx,
        {
          kind: 'booking',
          person: { name: 'Dana Doe', email },
          title: 'Call',
          payload: {},
          ...{ idempotencyKey: randomUUID(), requestHash: 'none', hostId },
        },
        now,
      ),
    )
  }

  await book('dana@acme.example', ben.id)
  const other = await book('eli@acme.example', ana.id)

  expect(await ownerOf(lead.ref)).toBe('ben@firm.example')
  expect(await ownerOf(other.ref)).toBe('ana@firm.example')
})

test('when somebody whose lead is taken writes again, its owner is told', async () => {
  const email = 'dana@acme.example'
  await receiveLead({ email, ownerId: ana.id })

  await receiveLead({ email })

  expect(await db.notification.findMany({ select: { staffId: true, kind: true } })).toEqual([
    { staffId: ana.id, kind: 'reply' },
  ])
})

test('when the owner left, what comes in goes by turn, and to those who hand out work when nobody takes it', async () => {
  const mia = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  const email = 'dana@acme.example'
  const { ref } = await receiveLead({ email, ownerId: ana.id })
  await db.staff.update({ where: { id: ana.id }, data: { disabledAt: now } })

  await receiveLead({ email })
  expect(await ownerOf(ref)).toBe('ana@firm.example')
  expect(await db.notification.findMany({ where: { kind: 'reply' }, select: { staffId: true } })).toEqual([
    { staffId: mia.id },
  ])

  await share(ben, 1)
  await receiveLead({ email })
  expect(await ownerOf(ref)).toBe('ben@firm.example')
  expect(await db.notification.count({ where: { staffId: ben.id, kind: 'assigned' } })).toBe(1)
})
