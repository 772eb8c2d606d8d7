import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { Outcome } from '#app/ops/outcome.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { besideEarlier } from '../beside-earlier.ts'
import { describeAnswers } from '../describe-requirement.ts'
import { shareRequirement, type Shared } from '../share-requirement.server.ts'
import { editedIn, storedRequestSchema } from '../stored-answers.ts'
import { getFollowed, type Followed } from './find-status.server.ts'
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

test('of changed answers only what differs is shown as changed, and whoever works on the request is told once', async () => {
  const owner = await addStaff({ email: `${randomUUID()}@firm.example` })
  const followed = await aRequest({ stage: 'idea', security: ['nda_first'], skills: ['Zig', 'Go'] })
  await db.lead.update({ where: { id: followed.lead.id }, data: { ownerId: owner.id } })

  await editAnswers(
    followed,
    {
      ...unchanged(),
      ...{ stage: 'new_build', readiness: 'written', overlap: '4h', budget: 'rather_not_say' },
      // Ticked in the order of the boxes.
      skills: ['Go', 'Zig'],
    },
    about,
  )

  expect(await changesOf(followed)).toEqual([
    'Where the work stands: An idea, nothing built yet → Something new is being built',
    'How clear it is what you need:  → Written down',
    'Shared working hours:  → About 4 hours a day',
    'Budget for each person:  → We would rather not say',
    'Security and compliance: A confidentiality agreement before any detail → ',
  ])
  expect(await db.notification.count({ where: { staffId: owner.id, leadId: followed.lead.id } })).toBe(1)
})

test('answers in which nothing is different are not sent', async () => {
  const followed = await aRequest()

  expect(await editAnswers(followed, unchanged(), about)).toEqual({ ok: false, reason: 'nothing-new' })
  expect(await db.submission.count({ where: { leadId: followed.lead.id } })).toBe(1)
})

test('the page of answers that were changed since cannot take the change back; sent twice by one form, it is one', async () => {
  const [first, threeOfThem] = [await aRequest(), threePeople()]
  const [sent, again] = [
    await editAnswers(first, threeOfThem, about),
    await editAnswers(first, threeOfThem, about),
  ]

  const late = await editAnswers(first, { ...unchanged(), start: 'later' }, about)
  const newest = await openedBy(sent)
  await editAnswers(newest, { ...threePeople(), start: 'later' }, { ...about, now: addMinutes(now, 2) })

  expect(again).toEqual(sent)
  expect(late).toEqual({ ok: false, reason: 'changed-since' })
  expect(await changesOf(first)).toEqual(['Start:  → Later'])
})

const about = { now: addMinutes(now, 1), titleOf: () => 'Backend developer' }

/** What the form of a request without answers sends when nothing in it was touched. */
function unchanged(): Parameters<typeof editAnswers>[1] {
  return {
    ...{ intent: 'edit', key: randomUUID(), roles: [], skills: [], niceSkills: [], message: 'Queues' },
    ...{ stage: '', readiness: '', engagement: '', start: '', duration: '', overlap: '', budget: '' },
    ...{ timeZone: 'Europe/Berlin' as TimeZone, security: [] },
  }
}

function threePeople(): Parameters<typeof editAnswers>[1] {
  const roles = [
    { role: 'backend-developer', otherRole: '', count: '3' as const, seniority: 'senior' as const },
  ]
  return { ...unchanged(), roles }
}

/** What staff see of the newest answers beside those that they change. */
async function changesOf({ lead }: Followed): Promise<string[]> {
  const requirements = await db.requirement.findMany({
    where: { leadId: lead.id },
    orderBy: { createdAt: 'desc' },
    include: { roles: true, submission: { select: { payload: true } } },
  })
  const [newest] = besideEarlier(
    requirements.map((requirement) => ({
      id: requirement.id,
      submissionId: requirement.submissionId,
      edits: editedIn(requirement.submission?.payload),
      received: '',
      answers: describeAnswers(requirement, () => 'Backend developer'),
    })),
  )
  return (newest?.answers ?? []).flatMap(({ label, value, before }) =>
    before === null ? [] : `${label}: ${before} → ${value}`,
  )
}

/** As its page found it. */
async function aRequest(told: Record<string, unknown> = {}): Promise<Followed> {
  const request = storedRequestSchema.parse({
    ...{ name: 'Ann', email: `ann@${randomUUID()}.example`, company: '', message: 'Queues', roles: [] },
    ...{ timeZone: 'Europe/Berlin', notice: '2026-11-22', marketing: false, idempotencyKey: randomUUID() },
    ...told,
  })
  return openedBy(await shareRequirement(request, { now, titleOf: () => 'Other' }))
}

async function openedBy(shared: Outcome<Shared, string>): Promise<Followed> {
  if (!shared.ok) throw new Error(shared.reason)
  return getFollowed(signLink('status', shared.value))
}

async function withdrawalsOf({ lead }: Followed) {
  const events = await db.leadEvent.findMany({ where: { leadId: lead.id, kind: 'withdrawn' } })
  return events.map(({ detail }) => detail)
}
