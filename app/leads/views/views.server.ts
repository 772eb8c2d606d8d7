import { db, type Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { ViewLayout } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

export type NewView = { name: string; layout: ViewLayout; query: string; shared: boolean; isDefault: boolean }

/** Views a person may use: their own and what others share. What they made of each comes along. */
export async function listViews(viewer: Viewer) {
  const views = await db.savedView.findMany({
    where: { OR: [{ ownerId: viewer.id }, { shared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, layout: true, query: true, shared: true, ownerId: true },
      owner: { select: { name: true } },
      choices: { where: { staffId: viewer.id }, select: { pinned: true, isDefault: true } },
    },
  })
  return views.map(({ choices: [choice], owner, ownerId, ...view }) => ({
    ...view,
    owner: ownerId === viewer.id ? null : owner.name,
    pinned: choice?.pinned ?? false,
    isDefault: choice?.isDefault ?? false,
    mayChange: ownerId === viewer.id || mayKeepOrder(viewer),
  }))
}

export type View = Awaited<ReturnType<typeof listViews>>[number]

/** Where this person's leads open, if they chose a view for it. */
export async function findDefaultView(viewer: Viewer) {
  const choice = await db.viewChoice.findFirst({
    where: { staffId: viewer.id, isDefault: true, view: { OR: [{ ownerId: viewer.id }, { shared: true }] } },
    select: { view: { select: { layout: true, query: true } } },
  })
  return choice?.view ?? null
}

const mostViews = 50

/** A name that this person has already gets the new filter: saving again is changing. What is shared stays shared. */
export async function saveView(viewer: Viewer, view: NewView): Promise<Outcome<null, 'too-many'>> {
  const { name, layout, query } = view
  const shared = view.shared && mayShare(viewer)
  return db.$transaction(async (tx) => {
    await lockViewsOf(tx, viewer)
    const before = await tx.savedView.findFirst({ where: { ownerId: viewer.id, name }, select: { id: true } })
    if (!before && (await tx.savedView.count({ where: { ownerId: viewer.id } })) >= mostViews)
      return refused('too-many')

    const { id } = before
      ? await tx.savedView.update({
          where: before,
          data: { layout, query, ...(shared && { shared }) },
          select: { id: true },
        })
      : await tx.savedView.create({
          data: { name, layout, query, shared, ownerId: viewer.id },
          select: { id: true },
        })
    if (view.isDefault)
      await tx.viewChoice.updateMany({ where: { staffId: viewer.id }, data: { isDefault: false } })
    const choice = { pinned: true, ...(view.isDefault && { isDefault: true }) }
    await tx.viewChoice.upsert({
      where: { staffId_viewId: { staffId: viewer.id, viewId: id } },
      create: { staffId: viewer.id, viewId: id, ...choice },
      update: choice,
    })
    return done(null)
  })
}

/** One person's views are named one at a time: a button that is pressed twice makes one. */
async function lockViewsOf(tx: Transaction, { id }: { id: string }): Promise<void> {
  await tx.$queryRaw`SELECT FROM staff WHERE id = ${id} FOR NO KEY UPDATE`
}

/** Another name for a view; its owner may not have one of that name. */
export async function renameView(
  viewer: Viewer,
  { id, name }: { id: string; name: string },
): Promise<Outcome<null, 'not-found' | 'name-taken'>> {
  return db.$transaction(async (tx) => {
    const view = await tx.savedView.findFirst({
      where: { id, OR: changedBy(viewer) },
      select: { ownerId: true },
    })
    if (!view) return refused('not-found')
    await lockViewsOf(tx, { id: view.ownerId })
    const other = await tx.savedView.findFirst({
      where: { ownerId: view.ownerId, name, NOT: { id } },
      select: { id: true },
    })
    if (other) return refused('name-taken')
    await tx.savedView.update({ where: { id }, data: { name } })
    return done(null)
  })
}

export type ViewAct = 'pin' | 'unpin' | 'default' | 'no-default' | 'share' | 'unshare' | 'delete'

/** What can be done about a view. Somebody else's private one does not exist; a shared one is changed by its owner or a manager. */
export async function actOnView(
  viewer: Viewer,
  id: string,
  act: ViewAct,
): Promise<Outcome<null, 'not-found'>> {
  const view = await db.savedView.findFirst({
    where: { id, OR: [{ ownerId: viewer.id }, { shared: true }] },
    select: { ownerId: true },
  })
  if (!view) return refused('not-found')
  switch (act) {
    case 'pin':
    case 'unpin':
      return choose(viewer, id, { pinned: act === 'pin' })
    case 'default':
    case 'no-default':
      await db.viewChoice.updateMany({ where: { staffId: viewer.id }, data: { isDefault: false } })
      return choose(viewer, id, { isDefault: act === 'default' })
    case 'share':
    case 'unshare':
    case 'delete':
      if (view.ownerId !== viewer.id && !mayKeepOrder(viewer)) return refused('not-found')
      if (act === 'share' && !mayShare(viewer)) return refused('not-found')
      if (act === 'delete') await db.savedView.delete({ where: { id } })
      else await db.savedView.update({ where: { id }, data: { shared: act === 'share' } })
      return done(null)
    default:
      return act satisfies never
  }
}

async function choose(
  viewer: Viewer,
  viewId: string,
  choice: { pinned?: boolean; isDefault?: boolean },
): Promise<Outcome<null, never>> {
  await db.viewChoice.upsert({
    where: { staffId_viewId: { staffId: viewer.id, viewId } },
    create: { staffId: viewer.id, viewId, ...choice },
    update: choice,
  })
  return done(null)
}

/** Whoever may only look keeps views for themselves. */
export function mayShare(viewer: Viewer): boolean {
  return viewer.role !== 'read_only'
}

/** Their own, and of those that are shared all if they keep order. */
function changedBy(viewer: Viewer) {
  return [{ ownerId: viewer.id }, ...(mayKeepOrder(viewer) ? [{ shared: true }] : [])]
}

/** Shared views belong to the firm: those who answer for all leads keep them in order. */
function mayKeepOrder(viewer: Viewer): boolean {
  return viewer.role === 'admin' || viewer.role === 'manager'
}
