/**
 * What becomes of somebody's work when they leave: each consultation that is still ahead goes to a colleague, as far as they
 * are free then, and with its own letters; then, in one go with what is told and written down of it, their open leads and
 * tasks. What cannot go stays and is named; asked again, it is tried again.
 */
import { audit } from '#app/audit/audit.server.ts'
import { reassignBooking } from '#app/booking/desk/reassign-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { recordOnEach } from '#app/leads/record-on-each.server.ts'
import { isLiveRow, leadScope } from '#app/leads/scope.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { tellAssignee } from '#app/notifications/tell-assignee.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findColleague, type Colleague } from './colleagues.server.ts'
import { requireAdmin } from './rights.server.ts'
import { sayWork } from './say-work.ts'
import { comingBookingsOf, openLeadsOf, openTasksOf, type Work } from './work-left.server.ts'

export type HandedOver = Work & {
  /** How many tasks went to the owners of their leads, because the colleague does not see these. */
  toOwners: number
  /** References of consultations that the colleague cannot hold: somebody has to look at each. */
  left: string[]
  /** Tasks about leads that the colleague does not see, and that have no owner who could do them. */
  leftTasks: { id: string; title: string }[]
}

type Handing = { leaver: { id: string; name: string }; colleague: Colleague }

export async function handOver(
  viewer: Viewer,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<Outcome<HandedOver, 'no-such-person'>> {
  requireAdmin(viewer)
  const leaver = await db.staff.findUnique({ where: { id: from }, select: { id: true, name: true } })
  if (!leaver) throw new Response(null, { status: 404 })
  const colleague = await findColleague(to, from)
  if (!colleague) return refused('no-such-person')
  const handing = { leaver, colleague }

  const { bookings, left } = await handOverBookings(viewer, handing, now)
  return db.$transaction(async (tx) => {
    await lockTasks(tx, leaver.id)
    const leads = await handOverLeads(tx, viewer, handing, now)
    const { tasks, toOwners, leftTasks } = await handOverTasks(tx, viewer, handing, now)
    const work = { leads, tasks, bookings }
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.handed-over', entity: 'staff', entityId: from },
      after: { to, ...work, toOwners },
    })
    await tellColleague(tx, viewer, { ...handing, work }, now)
    return done({ ...work, toOwners, left, leftTasks })
  })
}

/** Before the leads, and in the order in which everybody takes several: nobody waits in a circle. */
async function lockTasks(tx: Transaction, leaverId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM task WHERE assignee_id = ${leaverId} AND done_at IS NULL ORDER BY id FOR NO KEY UPDATE`
}

async function handOverLeads(
  tx: Transaction,
  viewer: Viewer,
  { leaver, colleague }: Handing,
  now: Date,
): Promise<number> {
  // In the order in which everybody takes several.
  await tx.$queryRaw`
    SELECT FROM lead WHERE owner_id = ${leaver.id} AND closed_at IS NULL ORDER BY id FOR NO KEY UPDATE`
  const where = openLeadsOf(leaver.id)
  const leads = await tx.lead.updateManyAndReturn({
    where,
    data: { ownerId: colleague.id },
    select: { id: true },
  })
  const event = { kind: 'owner' as const, from: leaver.name, to: colleague.name }
  const leadIds = leads.map(({ id }) => id)
  await recordOnEach(tx, { leadIds, at: now, actorId: viewer.id, event })
  return leads.length
}

/** Each in a transaction of its own, because each has to find its time free and writes letters to a visitor. */
async function handOverBookings(viewer: Viewer, { leaver, colleague }: Handing, now: Date) {
  const bookings = await db.booking.findMany({
    where: comingBookingsOf(leaver.id, now),
    orderBy: { startsAt: 'asc' },
    select: { reference: true, sequence: true, status: true },
  })
  const left: string[] = []
  for (const booking of bookings) {
    const moved =
      colleague.host && (await reassignBooking(viewer, booking, { host: colleague.host.slug }, now))
    if (!moved?.ok) left.push(booking.reference)
  }
  return { bookings: bookings.length - left.length, left }
}

/** Whoever has a task about a lead must see the lead: one that the colleague does not see is the lead's owner's. */
async function handOverTasks(tx: Transaction, viewer: Viewer, { leaver, colleague }: Handing, now: Date) {
  const seen = { OR: [{ leadId: null }, { lead: { is: leadScope(colleague) } }] }
  const taken = await tx.task.updateMany({
    where: { ...openTasksOf(leaver.id), AND: seen },
    data: { assigneeId: colleague.id },
  })
  const toOwners = await giveToOwners(tx, leaver.id)
  for (const task of toOwners) await tellAssignee(tx, viewer, task, now)
  const leftTasks = await tx.task.findMany({
    where: openTasksOf(leaver.id),
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  })
  return { tasks: taken.count, toOwners: toOwners.length, leftTasks }
}

type OwnersTask = { id: string; leadId: string; title: string; assigneeId: string }

function giveToOwners(tx: Transaction, leaverId: string): Promise<OwnersTask[]> {
  return tx.$queryRaw<OwnersTask[]>`
    UPDATE task SET assignee_id = owner.id
    FROM lead JOIN staff AS owner ON owner.id = owner_id
    WHERE lead.id = lead_id AND assignee_id = ${leaverId} AND done_at IS NULL AND ${isLiveRow}
      AND owner.id <> ${leaverId} AND disabled_at IS NULL AND role <> 'read_only'
    RETURNING task.id, lead_id AS "leadId", task.title, assignee_id AS "assigneeId"`
}

async function tellColleague(
  tx: Transaction,
  viewer: Viewer,
  { leaver, colleague, work }: Handing & { work: Work },
  now: Date,
): Promise<void> {
  const about = sayWork(work)
  if (about === '' || colleague.id === viewer.id) return
  await notify(
    tx,
    {
      ...{ kind: 'assigned', to: [colleague.id], actorId: viewer.id },
      cause: `handed over ${leaver.id} ${now.toISOString()}`,
      ...{ heading: `${leaver.name}’s work is yours`, about, path: paths.staff.leads({ owner: 'me' }) },
    },
    now,
  )
}
