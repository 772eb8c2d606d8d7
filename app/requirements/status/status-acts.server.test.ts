import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { shareRequirement } from '../share-requirement.server.ts'
import { storedRequestSchema } from '../stored-answers.ts'
import { getFollowed, type Followed } from './find-status.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { addVisitorNote, editAnswers, withdrawRequest } from './status-acts.server.ts'

const now = new Date('2026-11-30T06:00:00Z')

test('a request that is withdrawn twice at the same time is closed once', async () => {
  const followed = await aRequest()

  await Promise.all(['Stopped', 'Stopped'].map((reason) => withdrawRequest(followed, reason, now)))

  expect(await withdrawalsOf(followed)).toMatchObject([{ from: 'new', reason: 'Stopped' }])
  expect(await db.lead.findUnique({ where: { id: followed.lead.id } })).toMatchObject({
    ...{ status: 'lost', lostReason: 'other', lostNote: 'Withdrawn by the visitor: Stopped' },
    version: 2,
  })
})

test('what is withdrawn was where staff had moved it meanwhile, and what they closed stays as they closed it', async () => {
  const [moved, won] = [await aRequest(), await aRequest()]
  await db.lead.update({ where: { id: moved.lead.id }, data: { status: 'qualified' } })
  await db.lead.update({ where: { id: won.lead.id }, data: { status: 'won', closedAt: now } })

  await withdrawRequest(moved, '', now)
  await withdrawRequest(won, '', now)

  expect(await withdrawalsOf(moved)).toMatchObject([{ from: 'qualified' }])
  expect(await withdrawalsOf(won)).toEqual([])
  expect(await db.lead.findUnique({ where: { id: won.lead.id } })).toMatchObject({ status: 'won' })
})

test('a request that staff deleted is withdrawn where it lies, and is erased in its time', async () => {
  const followed = await aRequest()
  await db.lead.update({ where: { id: followed.lead.id }, data: { deletedAt: now } })

  await withdrawRequest(followed, '', now)

  expect(await db.lead.findUnique({ where: { id: followed.lead.id } })).toMatchObject({
    ...{ status: 'lost', deletedAt: now },
  })
})

test('whoever works on a request is told of a note and of its end, and of whoever left it goes to whoever works', async () => {
  const [owner, manager] = [
    await addStaff({ email: `${randomUUID()}@firm.example` }),
    await addStaff({ email: `${randomUUID()}@firm.example`, role: 'manager' }),
  ]
  const [worked, left] = [await aRequest(), await aRequest()]
  for (const { lead } of [worked, left])
    await db.lead.update({ where: { id: lead.id }, data: { ownerId: owner.id } })
  const toldOf = async ({ lead }: Followed) => {
    const told = await db.notification.findMany({ where: { leadId: lead.id, kind: 'reply' } })
    return told.map(({ staffId }) => staffId)
  }

  await addVisitorNote(worked, { intent: 'note', note: 'One more thing', key: randomUUID() }, now)
  await withdrawRequest(worked, '', addMinutes(now, 1))
  await db.staff.update({ where: { id: owner.id }, data: { disabledAt: now } })
  await addVisitorNote(left, { intent: 'note', note: 'Are you there?', key: randomUUID() }, now)

  expect(await toldOf(worked)).toEqual([owner.id, owner.id])
  expect(await toldOf(left)).toContain(manager.id)
})

test('a lead is called by the answers that were changed, unless staff have named it themselves', async () => {
  const [changed, named] = [await aRequest(), await aRequest()]
  await db.lead.update({ where: { id: named.lead.id }, data: { title: 'Payments team' } })

  for (const followed of [changed, named]) await editAnswers(followed, threePeople(), about)

  const titles = await Promise.all(
    [changed, named].map(async ({ lead }) => (await db.lead.findUnique({ where: { id: lead.id } }))?.title),
  )
  expect(titles).toEqual(['3 × Backend developer', 'Payments team'])
})

const about = { now, titleOf: () => 'Backend developer' }

function threePeople(): Parameters<typeof editAnswers>[1] {
  return {
    ...{ intent: 'edit', key: randomUUID(), message: '', skills: [], niceSkills: [] },
    ...{ start: '', duration: '', engagement: '', overlap: '' },
    roles: [{ role: 'backend-developer', otherRole: '', count: '3', seniority: 'senior' }],
  }
}

/** As its page found it. */
async function aRequest(): Promise<Followed> {
  const request = storedRequestSchema.parse({
    ...{ name: 'Ann', email: `ann@${randomUUID()}.example`, company: '', message: 'Queues', roles: [] },
    ...{ timeZone: 'Europe/Berlin', notice: '2026-11-22', marketing: false, idempotencyKey: randomUUID() },
  })
  const shared = await shareRequirement(request, { now, titleOf: () => 'Other' })
  if (!shared.ok) throw new Error(shared.reason)
  return getFollowed(signLink('status', shared.value))
}

async function withdrawalsOf({ lead }: Followed) {
  const events = await db.leadEvent.findMany({ where: { leadId: lead.id, kind: 'withdrawn' } })
  return events.map(({ detail }) => detail)
}
