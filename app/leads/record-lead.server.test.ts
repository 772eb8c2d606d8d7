import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { recordLead, type Inbound } from './record-lead.server.ts'

const now = new Date('2026-11-30T06:00:00Z')

describe('where a submission goes', () => {
  test('somebody new becomes a person, a company by domain and a lead', async () => {
    const email = `ann@${word()}.example`
    const { leadId } = await record({ person: { name: 'Ann', email, company: 'Acme Logistics' } })

    const lead = await db.lead.findUniqueOrThrow({
      where: { id: leadId },
      include: { person: true, company: true },
    })
    expect(lead).toMatchObject({
      status: 'new',
      person: { name: 'Ann' },
      company: { name: 'Acme Logistics' },
    })
    expect(lead.searchText).toContain(email)
    expect(lead.searchText).toContain('acme logistics')
  })

  test('a lead is to be answered within the promised hours of the office, one typed by hand is not', async () => {
    const asked = await record({ person: { name: 'Ann', email: `ann@${word()}.example` } })
    const typed = await record({ kind: 'manual', person: { name: 'Bo', email: `bo@${word()}.example` } })

    // Monday 30 November, 11:30 in Kolkata: nine office hours end on Tuesday at 11:30.
    expect(await db.lead.findUnique({ where: { id: asked.leadId } })).toMatchObject({
      responseDueAt: new Date('2026-12-01T06:00:00Z'),
      firstResponseAt: null,
    })
    expect(await db.lead.findUnique({ where: { id: typed.leadId } })).toMatchObject({ responseDueAt: null })
  })

  test('a deleted or merged lead is not written to', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const deleted = await record({ person })
    await db.lead.update({ where: { id: deleted.leadId }, data: { deletedAt: now } })

    const next = await record({ person })

    expect(next.leadId).not.toBe(deleted.leadId)
    expect(await db.lead.findUnique({ where: { id: next.leadId } })).toMatchObject({ previousLeadId: null })
  })

  test('whose lead was merged into another one adds to the other one, also from the page of the request', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const merged = await record({ person })
    const kept = await record({ person: { name: 'Bo', email: `bo@${word()}.example` } })
    await db.lead.update({ where: { id: merged.leadId }, data: { mergedIntoId: kept.leadId } })

    expect((await record({ person })).leadId).toBe(kept.leadId)
    expect((await record({ person, kind: 'booking', attachTo: merged.leadId })).leadId).toBe(kept.leadId)
  })

  test('who goes on with a deleted lead from the page of the request brings it back', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const deleted = await record({ person })
    await db.lead.update({ where: { id: deleted.leadId }, data: { deletedAt: now } })

    const booked = await record({ person, kind: 'booking', attachTo: deleted.leadId })

    expect(booked.leadId).toBe(deleted.leadId)
    expect(await db.lead.findUnique({ where: { id: deleted.leadId } })).toMatchObject({ deletedAt: null })
    expect(await db.leadEvent.count({ where: { leadId: deleted.leadId, kind: 'restored' } })).toBe(1)
  })

  test('a person with an open lead of the last 30 days adds to it', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const first = await record({ person })
    const second = await record({ person, kind: 'booking', title: 'Free consultation' }, addDays(now, 29))

    expect(second.leadId).toBe(first.leadId)
    expect(await db.submission.count({ where: { leadId: first.leadId } })).toBe(2)
  })

  test('after 30 quiet days a new lead names the earlier one', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const first = await record({ person })
    const second = await record({ person }, addDays(now, 31))

    const lead = await db.lead.findUniqueOrThrow({ where: { id: second.leadId } })
    expect(lead.previousLeadId).toBe(first.leadId)
  })

  test('a closed lead is not written to', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    const first = await record({ person })
    await db.lead.update({ where: { id: first.leadId }, data: { status: 'won', closedAt: now } })

    expect((await record({ person })).leadId).not.toBe(first.leadId)
  })

  test("a booking from a request's own page goes to that lead, whoever books", async () => {
    const first = await record({ person: { name: 'Ann', email: `ann@${word()}.example` } })
    const colleague = { name: 'Bo', email: `bo@${word()}.example` }

    const second = await record({ person: colleague, kind: 'booking', attachTo: first.leadId })

    expect(second.leadId).toBe(first.leadId)
    expect(second.personId).not.toBe(first.personId)
  })

  test('colleagues of one company have leads of their own', async () => {
    const domain = `${word()}.example`
    const first = await record({ person: { name: 'Ann', email: `ann@${domain}` } })
    const second = await record({ person: { name: 'Bo', email: `bo@${domain}` } })

    const companies = await db.company.findMany({ where: { domain } })
    expect(second.leadId).not.toBe(first.leadId)
    expect(companies).toHaveLength(1)
  })

  test('a lead that began with a call takes the title of the requirement that follows', async () => {
    const person = { name: 'Ann', email: `ann@${word()}.example` }
    await record({ person, kind: 'booking', title: 'Free consultation' })
    const { leadId } = await record({ person, kind: 'requirement', title: '2 × Backend developer' })

    expect((await db.lead.findUniqueOrThrow({ where: { id: leadId } })).title).toBe('2 × Backend developer')
  })
})

describe('what is known of a person', () => {
  test('is never overwritten: what differs becomes a suggestion, what was missing is filled', async () => {
    const email = `ann@${word()}.example`
    await record({ person: { name: 'Ann Smith', email } })
    const { leadId, personId } = await record({
      person: { name: 'A. Smith', email, phone: '+44 20 7946 0000' },
    })

    const person = await db.person.findUniqueOrThrow({ where: { id: personId } })
    const suggestions = await db.suggestion.findMany({ where: { leadId } })
    expect(person).toMatchObject({ name: 'Ann Smith', phone: '+44 20 7946 0000' })
    expect(suggestions.map(({ field, value }) => [field, value])).toEqual([['name', 'A. Smith']])
  })

  test('a free-mail address says nothing of a company', async () => {
    const { leadId } = await record({ person: { name: 'Ann', email: `${word()}@gmail.com` } })

    expect((await db.lead.findUniqueOrThrow({ where: { id: leadId } })).companyId).toBeNull()
  })

  test('many first submissions of one person at once make one person', async () => {
    const email = `ann@${word()}.example`

    await Promise.all(Array.from({ length: 8 }, () => record({ person: { name: 'Ann', email } })))

    const person = await db.personEmail.findUniqueOrThrow({
      where: { email },
      include: { person: { include: { leads: true } } },
    })
    expect(person.person.leads).toHaveLength(1)
  })
})

test('the timeline cannot be rewritten', async () => {
  const { leadId } = await record({ person: { name: 'Ann', email: `ann@${word()}.example` } })

  const rewrite = db.leadEvent.updateMany({ where: { leadId }, data: { kind: 'nothing' } })

  await expect(rewrite).rejects.toThrow(/append-only/)
})

function record(inbound: Partial<Inbound> & Pick<Inbound, 'person'>, at = now) {
  return db.$transaction((tx) =>
    recordLead(
      tx,
      {
        kind: 'requirement',
        title: 'Backend developer',
        payload: { said: 'this' },
        idempotencyKey: randomUUID(),
        requestHash: 'hash',
        ...inbound,
      },
      at,
    ),
  )
}

function word(): string {
  return randomUUID().slice(0, 8)
}
