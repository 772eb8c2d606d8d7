/**
 * The list of a consultant is read by a copy of which leads they host. Whatever happens to leads, bookings and calendars,
 * it shows what the scope of leads says, and the copy is what it was copied from.
 */
import { randomUUID } from 'node:crypto'
import { addHours } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { erasePerson } from '#app/privacy/erase-person.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import { leadScope } from '../scope.server.ts'
import { isWaited } from '../waiting-fixture.server.ts'
import { readLeadFilter } from './filter.ts'
import { listLeads } from './list-leads.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let cora: Viewer
let colin: Viewer
/** Colin's, about which Cora holds a consultation. */
let lead: { leadId: string; personId: string }
let booking: { id: string; hostId: string }

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, host CASCADE`
  cora = await addStaff({ email: 'cora@firm.example' })
  colin = await addStaff({ email: 'colin@firm.example' })
  await receiveLead({ title: 'Own', ownerId: cora.id })
  await receiveLead({ title: 'Nobody’s' })
  await receiveLead({ title: 'Foreign', ownerId: colin.id })
  lead = await receiveLead({ title: 'Hosted', ownerId: colin.id, email: 'hosted@acme.example' })
  booking = await bookWith(cora.id, lead, addHours(now, 24))
})

async function listed(viewer: Viewer, address: string): Promise<string[]> {
  const { leads } = await listLeads({ viewer, filter: readLeadFilter(new URLSearchParams(address)), now })
  return leads.map(({ title }) => title).toSorted()
}

/** What the one scope function says, asked of bookings and owners themselves. */
async function inScope(viewer: Viewer): Promise<string[]> {
  const leads = await db.lead.findMany({ where: leadScope(viewer), select: { title: true } })
  return leads.map(({ title }) => title).toSorted()
}

/** What each way of asking shows, and what is wrong with the copy. */
async function seenBy(viewer: Viewer) {
  return {
    inScope: await inScope(viewer),
    byActivity: await listed(viewer, 'status=any'),
    byCreation: await listed(viewer, 'status=any&sort=created'),
    drifted: await driftedCopies(),
  }
}

function everywhere(...titles: string[]) {
  return { inScope: titles, byActivity: titles, byCreation: titles, drifted: [] }
}

/** Rows that a copy made afresh would have and the table has not, or the other way round. */
async function driftedCopies(): Promise<unknown[]> {
  return db.$queryRaw`
    WITH fresh AS (
      SELECT DISTINCT staff_id, lead.id AS lead_id,
        coalesce(owner_id, staff_id) <> staff_id AND deleted_at IS NULL AND merged_into_id IS NULL AS is_colleagues,
        lead.status, last_activity_at, lead.created_at,
        CASE WHEN closed_at IS NULL THEN next_action_at END AS next_action_at,
        CASE WHEN closed_at IS NULL AND first_response_at IS NULL THEN response_due_at END AS response_due_at
      FROM booking JOIN host ON host.id = host_id JOIN lead ON lead.id = lead_id WHERE staff_id IS NOT NULL),
    copied AS (
      SELECT staff_id, lead_id, is_colleagues, status, last_activity_at, created_at, next_action_at, response_due_at
      FROM hosted_lead)
    (TABLE fresh EXCEPT TABLE copied) UNION ALL (TABLE copied EXCEPT TABLE fresh)`
}

test('a colleague’s lead is listed for whoever holds a consultation about it', async () => {
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))
  expect(await seenBy(colin)).toEqual(everywhere('Foreign', 'Hosted', 'Nobody’s'))
})

test('a lead that its host is given, and gives away again, is listed once each time', async () => {
  await db.lead.update({ where: { id: lead.leadId }, data: { ownerId: cora.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))

  await db.lead.update({ where: { id: lead.leadId }, data: { ownerId: null } })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))

  await db.lead.update({ where: { id: lead.leadId }, data: { ownerId: colin.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))
})

test('when the booking goes to another host, the lead goes with it', async () => {
  const carl = await addStaff({ email: 'carl@firm.example' })
  const other = await bookWith(carl.id, await receiveLead({ title: 'Carl’s' }), addHours(now, 48))

  await db.booking.update({ where: { id: booking.id }, data: { hostId: other.hostId } })

  expect(await seenBy(cora)).toEqual(everywhere('Carl’s', 'Nobody’s', 'Own'))
  expect(await seenBy(carl)).toEqual(everywhere('Carl’s', 'Hosted', 'Nobody’s'))
})

test('of two consultations about one lead either is enough', async () => {
  const second = await db.booking.create({ data: await anotherLike(booking.id) })

  await db.booking.delete({ where: { id: booking.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))

  await db.booking.delete({ where: { id: second.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Nobody’s', 'Own'))
})

test('a consultation that was cancelled keeps its lead in the list of who would have held it', async () => {
  await db.booking.update({
    where: { id: booking.id },
    data: { status: 'cancelled', cancelledAt: now, cancelledBy: 'staff' },
  })

  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))
})

test('a lead that is deleted, restored, merged and apart again comes and goes', async () => {
  const update = (data: Parameters<typeof db.lead.update>[0]['data']) =>
    db.lead.update({ where: { id: lead.leadId }, data })
  const foreign = await db.lead.findFirstOrThrow({ where: { title: 'Foreign' } })

  await update({ deletedAt: now })
  expect(await seenBy(cora)).toEqual(everywhere('Nobody’s', 'Own'))
  await update({ deletedAt: null })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))

  await update({ mergedIntoId: foreign.id })
  await db.booking.update({ where: { id: booking.id }, data: { leadId: foreign.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Foreign', 'Nobody’s', 'Own'))

  await update({ mergedIntoId: null })
  await db.booking.update({ where: { id: booking.id }, data: { leadId: lead.leadId } })
  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))
})

test('what the list is sorted by follows the lead', async () => {
  await db.lead.update({
    where: { id: lead.leadId },
    data: { status: 'qualified', lastActivityAt: addHours(now, 5), firstResponseAt: addHours(now, 4) },
  })
  await db.task.create({
    data: { leadId: lead.leadId, title: 'Call', dueAt: addHours(now, -1), assigneeId: colin.id },
  })

  expect(await seenBy(cora)).toEqual(everywhere('Hosted', 'Nobody’s', 'Own'))
  expect(await listed(cora, 'status=qualified')).toEqual(['Hosted'])
  expect(await listed(cora, 'late=action')).toEqual(['Hosted'])
  expect(await listed(cora, 'late=response')).not.toContain('Hosted')
})

test('a calendar that is given up, or taken by somebody else, takes its leads along', async () => {
  const carl = await addStaff({ email: 'carl@firm.example' })

  await db.host.update({ where: { id: booking.hostId }, data: { staffId: carl.id } })
  expect(await seenBy(cora)).toEqual(everywhere('Nobody’s', 'Own'))
  expect(await seenBy(carl)).toEqual(everywhere('Hosted', 'Nobody’s'))

  await db.host.update({ where: { id: booking.hostId }, data: { staffId: null } })
  expect(await seenBy(carl)).toEqual(everywhere('Nobody’s'))
})

test('a lead whose person was erased stays where it was', async () => {
  await erasePerson('hosted@acme.example', now)

  expect(await seenBy(cora)).toEqual(everywhere('Erased', 'Nobody’s', 'Own'))
})

test('a lead that gets another owner while it is booked ends in the right list', async () => {
  const fresh = await receiveLead({ title: 'Booked meanwhile' })
  const data = await anotherLike(booking.id)

  const booked = await db.$transaction(async (tx) => {
    await tx.lead.update({ where: { id: fresh.leadId }, data: { ownerId: colin.id } })
    const booking = db.booking.create({ data: { ...data, leadId: fresh.leadId } }).then(({ id }) => id)
    await isWaited(tx)
    return { booking }
  })
  await booked.booking

  expect(await seenBy(cora)).toEqual(everywhere('Booked meanwhile', 'Hosted', 'Nobody’s', 'Own'))
})

/** The same meeting a day later, as a row that may be written. */
async function anotherLike(id: string) {
  const { id: _id, answers, ...row } = await db.booking.findUniqueOrThrow({ where: { id } })
  const later = (at: Date) => addHours(at, 24)
  return {
    ...row,
    answers: answers ?? [],
    ...{ reference: `B-${randomUUID().slice(0, 6)}`, publicId: randomUUID(), icsUid: randomUUID() },
    ...{ startsAt: later(row.startsAt), endsAt: later(row.endsAt), idempotencyKey: randomUUID() },
    ...{ blockedFrom: later(row.blockedFrom), blockedUntil: later(row.blockedUntil) },
  }
}
