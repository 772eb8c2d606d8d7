import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { actOnView, findDefaultView, listViews, renameView, saveView, type NewView } from './views.server.ts'

let ana: Viewer
let bo: Viewer
beforeEach(async () => {
  await db.savedView.deleteMany()
  ana = await member('consultant')
  bo = await member('consultant')
})

test('a private view is its owner’s alone: for others it is neither listed nor there to act on', async () => {
  const id = await save(ana, { name: 'Mine' })

  expect(await listViews(bo)).toEqual([])
  for (const act of ['pin', 'default', 'share', 'delete'] as const)
    expect([act, await actOnView(bo, id, act)]).toEqual([act, { ok: false, reason: 'not-found' }])
  expect((await listViews(ana)).map(({ name }) => name)).toEqual(['Mine'])
})

test('a shared view is everybody’s to use, and only its owner’s or a manager’s to change', async () => {
  const manager = await member('manager')
  const id = await save(ana, { name: 'Ours', shared: true })

  expect(await listViews(bo)).toMatchObject([
    { name: 'Ours', owner: ana.name, mayChange: false, pinned: false },
  ])
  expect(await actOnView(bo, id, 'delete')).toEqual({ ok: false, reason: 'not-found' })
  expect(await actOnView(bo, id, 'unshare')).toEqual({ ok: false, reason: 'not-found' })
  expect(await listViews(manager)).toMatchObject([{ mayChange: true }])
  expect(await actOnView(manager, id, 'unshare')).toMatchObject({ ok: true })
  expect(await listViews(bo)).toEqual([])
})

test('whoever may only look keeps views for themselves and shares none', async () => {
  const reader = await member('read_only')

  await save(reader, { name: 'Reading', shared: true })

  expect(await listViews(reader)).toMatchObject([{ name: 'Reading', shared: false }])
  expect(await listViews(ana)).toEqual([])
})

test('what one person pins or opens with is nobody else’s choice', async () => {
  const id = await save(ana, { name: 'Ours', shared: true })

  await actOnView(bo, id, 'pin')
  await actOnView(bo, id, 'default')

  expect(await listViews(bo)).toMatchObject([{ pinned: true, isDefault: true }])
  expect(await listViews(ana)).toMatchObject([{ pinned: true, isDefault: false }])
  expect(await findDefaultView(bo)).toMatchObject({ query: 'status=won' })
  expect(await findDefaultView(ana)).toBeNull()
})

test('leads open with one view at a time, and with none when it is no longer shared', async () => {
  await save(bo, { name: 'First', isDefault: true })
  const ours = await save(ana, { name: 'Ours', shared: true, query: 'owner=me' })

  await actOnView(bo, ours, 'default')
  const chosen = await findDefaultView(bo)
  await actOnView(ana, ours, 'unshare')

  expect(chosen).toMatchObject({ query: 'owner=me' })
  expect(await db.viewChoice.count({ where: { staffId: bo.id, isDefault: true } })).toBe(1)
  expect(await findDefaultView(bo)).toBeNull()
})

test('saving under a name that is there changes that view, and another person’s of that name stays', async () => {
  await save(ana, { name: 'Week' })
  await save(bo, { name: 'Week', query: 'owner=me' })

  await save(ana, { name: 'Week', query: 'status=new' })

  expect((await listViews(ana)).map(({ query }) => query)).toEqual(['status=new'])
  expect((await listViews(bo)).map(({ query }) => query)).toEqual(['owner=me'])
})

test('a shared view that is saved again without a word about it stays shared', async () => {
  await save(ana, { name: 'Ours', shared: true })

  await save(ana, { name: 'Ours', query: 'status=new' })

  expect(await listViews(bo)).toMatchObject([{ name: 'Ours', query: 'status=new' }])
})

test('a button that is pressed twice at once makes one view', async () => {
  await Promise.all([saveView(ana, view), saveView(ana, view), saveView(ana, view)])

  expect(await listViews(ana)).toHaveLength(1)
})

test('a view gets another name from its owner, or a manager if it is shared, and from nobody else', async () => {
  const id = await save(ana, { name: 'Ours', shared: true })
  const own = await save(ana, { name: 'Mine' })
  const manager = await member('manager')

  expect(await renameView(bo, { id, name: 'Theirs' })).toEqual({ ok: false, reason: 'not-found' })
  expect(await renameView(manager, { id: own, name: 'Theirs' })).toEqual({ ok: false, reason: 'not-found' })
  expect(await renameView(manager, { id, name: 'Mine' })).toEqual({ ok: false, reason: 'name-taken' })
  expect(await renameView(manager, { id, name: 'Everybody’s' })).toMatchObject({ ok: true })
  expect((await listViews(ana)).map(({ name }) => name).sort()).toEqual(['Everybody’s', 'Mine'])
})

test('fifty views are enough for one person', async () => {
  await db.savedView.createMany({
    data: Array.from({ length: 50 }, (_, i) => ({
      ...{ name: `View ${i}`, layout: 'list' as const, query: '', ownerId: ana.id },
    })),
  })

  expect(await saveView(ana, { ...view, name: 'One more' })).toEqual({ ok: false, reason: 'too-many' })
  expect(await saveView(ana, { ...view, name: 'View 3' })).toMatchObject({ ok: true })
})

const view: NewView = { name: 'View', layout: 'list', query: 'status=won', shared: false, isDefault: false }

function member(role: StaffRole): Promise<Viewer> {
  return addStaff({ email: `${randomUUID()}@firm.example`, role })
}

async function save(viewer: Viewer, changes: Partial<NewView>): Promise<string> {
  const saved = { ...view, ...changes }
  expect(await saveView(viewer, saved)).toMatchObject({ ok: true })
  const { id } = await db.savedView.findFirstOrThrow({ where: { ownerId: viewer.id, name: saved.name } })
  return id
}
