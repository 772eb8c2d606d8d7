/**
 * What becomes of somebody's work when they leave: their open leads and tasks go to a colleague in one transaction, then
 * each booking that is still ahead, as far as the colleague is free then.
 */
import { audit } from '#app/audit/audit.server.ts'
import { reassignBooking } from '#app/booking/desk/reassign-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { isLive } from '#app/leads/scope.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { requireAdmin } from './rights.server.ts'

/** What there is to hand over, stated before it is done. */
export async function countWork(staffId: string, now: Date) {
  const [leads, tasks, bookings] = await Promise.all([
    db.lead.count({ where: openLeadsOf(staffId) }),
    db.task.count({ where: { assigneeId: staffId, doneAt: null } }),
    db.booking.count({ where: comingBookingsOf(staffId, now) }),
  ])
  return { leads, tasks, bookings }
}

export type HandedOver = {
  leads: number
  tasks: number
  bookings: number
  /** References of bookings that the colleague cannot hold: somebody has to look at each. */
  left: string[]
}

type Colleague = { id: string; name: string; host: { slug: string } | null }

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

  const moved = await db.$transaction(async (tx) => {
    const leads = await handOverLeads(tx, viewer, { leaver, colleague }, now)
    const tasks = await tx.task.updateMany({
      where: { assigneeId: from, doneAt: null },
      data: { assigneeId: to },
    })
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.handed-over', entity: 'staff', entityId: from },
      after: { to, leads, tasks: tasks.count },
    })
    if (leads + tasks.count > 0)
      await tellColleague(tx, viewer, { leaver, colleague, leads, tasks: tasks.count }, now)
    return { leads, tasks: tasks.count }
  })
  return done({ ...moved, ...(await handOverBookings(viewer, from, colleague, now)) })
}

function findColleague(to: string, from: string): Promise<Colleague | null> {
  return db.staff.findFirst({
    where: { id: to, NOT: { id: from }, disabledAt: null, role: { not: 'read_only' } },
    select: { id: true, name: true, host: { select: { slug: true } } },
  })
}

type Handing = { leaver: { id: string; name: string }; colleague: Colleague }

async function handOverLeads(
  tx: Transaction,
  viewer: Viewer,
  { leaver, colleague }: Handing,
  now: Date,
): Promise<number> {
  const leads = await tx.lead.findMany({ where: openLeadsOf(leaver.id), select: { id: true } })
  await tx.lead.updateMany({
    where: { id: { in: leads.map(({ id }) => id) } },
    data: { ownerId: colleague.id },
  })
  for (const { id: leadId } of leads) {
    const event = { kind: 'owner' as const, from: leaver.name, to: colleague.name }
    await recordEvent(tx, { leadId, at: now, actorId: viewer.id, event })
  }
  return leads.length
}

function tellColleague(
  tx: Transaction,
  viewer: Viewer,
  { leaver, colleague, leads, tasks }: Handing & { leads: number; tasks: number },
  now: Date,
) {
  if (colleague.id === viewer.id) return Promise.resolve()
  return notify(
    tx,
    {
      ...{ kind: 'assigned', to: [colleague.id], actorId: viewer.id },
      cause: `handed over ${leaver.id} ${now.toISOString()}`,
      heading: `${leaver.name}’s work is yours`,
      about: `${leads} ${leads === 1 ? 'lead' : 'leads'} and ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`,
      path: paths.staff.tasks(),
    },
    now,
  )
}

/** Each in a transaction of its own, because each has to find its time free and writes letters to a visitor. */
async function handOverBookings(viewer: Viewer, from: string, colleague: Colleague, now: Date) {
  const bookings = await db.booking.findMany({
    where: comingBookingsOf(from, now),
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

function openLeadsOf(ownerId: string) {
  return { ownerId, closedAt: null, ...isLive }
}

function comingBookingsOf(staffId: string, now: Date) {
  return { host: { staffId }, status: 'confirmed' as const, startsAt: { gt: now } }
}
