/**
 * What becomes of somebody's work when they leave: their open leads go to a colleague, then each consultation that is still
 * ahead, as far as the colleague is free then, then their open tasks. What cannot go stays and is named; asked again, it is
 * tried again.
 */
import { audit } from '#app/audit/audit.server.ts'
import { reassignBooking } from '#app/booking/desk/reassign-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { recordOnEach } from '#app/leads/record-on-each.server.ts'
import { leadScope } from '#app/leads/scope.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findColleague, type Colleague } from './colleagues.server.ts'
import { requireAdmin } from './rights.server.ts'
import { sayWork } from './say-work.ts'
import { comingBookingsOf, openLeadsOf, openTasksOf, type Work } from './work-left.server.ts'

export type HandedOver = Work & {
  /** References of consultations that the colleague cannot hold: somebody has to look at each. */
  left: string[]
  /** Tasks about leads that the colleague does not see. */
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

  const leads = await db.$transaction((tx) => handOverLeads(tx, viewer, handing, now))
  const { bookings, left } = await handOverBookings(viewer, handing, now)
  return db.$transaction(async (tx) => {
    const { tasks, leftTasks } = await handOverTasks(tx, handing)
    const work = { leads, tasks, bookings }
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.handed-over', entity: 'staff', entityId: from },
      after: { to, ...work },
    })
    await tellColleague(tx, viewer, { ...handing, work }, now)
    return done({ ...work, left, leftTasks })
  })
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
async function handOverTasks(tx: Transaction, { leaver, colleague }: Handing) {
  const seen = { OR: [{ leadId: null }, { lead: { is: leadScope(colleague) } }] }
  const taken = await tx.task.updateMany({
    where: { ...openTasksOf(leaver.id), ...seen },
    data: { assigneeId: colleague.id },
  })
  const toOwners = await tx.$executeRaw`
    UPDATE task SET assignee_id = owner.id
    FROM lead JOIN staff AS owner ON owner.id = owner_id
    WHERE lead.id = lead_id AND assignee_id = ${leaver.id} AND done_at IS NULL
      AND owner.id <> ${leaver.id} AND disabled_at IS NULL AND role <> 'read_only'`
  const leftTasks = await tx.task.findMany({
    where: openTasksOf(leaver.id),
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  })
  return { tasks: taken.count + toOwners, leftTasks }
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
