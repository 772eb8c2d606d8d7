import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findLead } from '../find-lead.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { findDuplicates, findDuplicatesOf } from './find-duplicates.server.ts'

let manager: Viewer
let cora: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, submission CASCADE`
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
})

async function warningsOn(viewer: Viewer, ref: number) {
  const lead = await findLead(viewer, ref)
  if (!lead) throw new Error('not there')
  const { seen, unseen } = await findDuplicates(viewer, lead)
  return { seen: seen.map((each) => [each.ref, each.reason]), unseen }
}

async function phoneOf(personId: string, phone: string) {
  await db.person.update({ where: { id: personId }, data: { phone } })
}

test('a namesake at the same company is warned of, and once, by the surest reason', async () => {
  const first = await receiveLead({ name: 'Dana Doe', email: 'dana@quince.example' })
  const second = await receiveLead({ name: 'dana doe', email: 'd.doe@quince.example' })
  await receiveLead({ name: 'Someone Else', email: 'else@quince.example' })

  expect(await warningsOn(manager, first.ref)).toEqual({
    seen: [[second.ref, 'Same name at the same company']],
    unseen: 0,
  })
})

test('one telephone is one telephone however its number is written', async () => {
  const first = await receiveLead({ name: 'Ann One', email: 'ann@one.example' })
  const second = await receiveLead({ name: 'Bo Two', email: 'bo@two.example' })
  await phoneOf(first.personId, '+49 (30) 123 456 78')
  await phoneOf(second.personId, '030 12345678')

  expect((await warningsOn(manager, first.ref)).seen).toEqual([[second.ref, 'Same telephone number']])
})

test('two people with one name and nothing else are a hint, and an address that a form gave is a sure one', async () => {
  const first = await receiveLead({ name: 'Dana Doe', email: 'dana@first.example' })
  const namesake = await receiveLead({ name: 'Dana Doe', email: 'dana@second.example' })
  const known = await receiveLead({ name: 'Dana Elsewhere', email: 'private@mail.example' })
  await db.suggestion.create({
    data: { leadId: first.leadId, field: 'email', value: 'private@mail.example' },
  })

  expect((await warningsOn(manager, first.ref)).seen).toEqual([
    [known.ref, 'Has this e-mail address'],
    [namesake.ref, 'Same name'],
  ])
})

test('what a viewer does not see is counted and not named', async () => {
  const own = await receiveLead({ name: 'Dana Doe', email: 'dana@quince.example', ownerId: cora.id })
  await receiveLead({ name: 'Dana Doe', email: 'd.doe@quince.example', ownerId: manager.id })

  expect(await warningsOn(cora, own.ref)).toEqual({ seen: [], unseen: 1 })
})

test('whoever is typed in by hand is looked for by address, telephone, and name at the company', async () => {
  const { ref, personId } = await receiveLead({ name: 'Dana Doe', email: 'dana@quince.example' })
  await phoneOf(personId, '+91 98765 43210')
  const typed = { email: 'new@elsewhere.example', phone: '', name: 'Nobody Known' }
  const refs = async (about: Partial<typeof typed>) =>
    (await findDuplicatesOf(manager, { ...typed, ...about })).seen.map((each) => each.ref)

  expect(await refs({})).toEqual([])
  expect(await refs({ email: 'dana@quince.example' })).toEqual([ref])
  expect(await refs({ phone: '098765 43210' })).toEqual([ref])
  expect(await refs({ email: 'd.doe@quince.example', name: 'Dana Doe' })).toEqual([ref])
  expect(await refs({ name: 'Dana Doe' })).toEqual([])
})

test('one person with two open leads is warned of, and with a closed one is not', async () => {
  const first = await receiveLead({ email: 'dana@first.example' })
  const closed = await receiveLead({ email: 'dana@first.example', at: new Date('2026-12-30T09:00:00Z') })
  expect((await warningsOn(manager, first.ref)).seen).toEqual([
    [closed.ref, 'Another open lead of this person'],
  ])

  await db.lead.update({ where: { id: closed.leadId }, data: { status: 'won', closedAt: new Date() } })

  expect((await warningsOn(manager, first.ref)).seen).toEqual([])
})
