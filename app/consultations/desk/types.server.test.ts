import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addType as addRow } from '../consultations-fixture.server.ts'
import { deleteType, moveType } from './arrange-types.server.ts'
import { listTypes } from './list-types.server.ts'
import { addQuestion, changeQuestion, moveQuestion, removeQuestion } from './questions.server.ts'
import { addType, changeType } from './save-type.server.ts'
import { typeSchema, type TypeSettings } from './type-schema.ts'
import { newType } from './typed-type.ts'

const now = new Date('2026-11-30T06:00:00Z')
const question = { label: 'Why?', kind: 'line', required: false, options: [] } as const

beforeEach(async () => {
  await db.booking.deleteMany()
  await db.consultationType.deleteMany()
  await db.host.deleteMany()
})

function someone(role: StaffRole): Promise<Viewer> {
  return addStaff({ email: `${randomUUID()}@firm.example`, role })
}

function settings(about: Partial<TypeSettings> = {}): TypeSettings {
  return { ...typeSchema.parse({ ...newType.text, name: 'Architecture review' }), ...about }
}

describe('adding a type', () => {
  test('puts it after the others, and the same form adds it once', async () => {
    const admin = await someone('admin')
    await addRow({ position: 7 })
    const form = { key: randomUUID(), settings: settings() }

    const first = await addType(admin, form)
    const again = await addType(admin, form)

    expect([first, again]).toEqual([
      { ok: true, value: 'architecture-review' },
      { ok: true, value: 'architecture-review' },
    ])
    expect(await db.consultationType.findMany({ where: { id: form.key } })).toMatchObject([{ position: 8 }])
  })

  test('under an address that another has is refused', async () => {
    const admin = await someone('admin')
    const { slug } = await addRow()

    const outcome = await addType(admin, { key: randomUUID(), settings: settings({ slug }) })

    expect(outcome).toEqual({ ok: false, reason: 'slug-taken' })
  })

  test('keeps every limit that the table has', async () => {
    const admin = await someone('admin')
    const extremes = typeSchema.parse({
      ...newType.text,
      ...{ name: 'x'.repeat(80), slug: 'y'.repeat(60), description: 'z'.repeat(1000) },
      ...{ minutes: '480', stepMinutes: '1440', bufferBeforeMinutes: '240', bufferAfterMinutes: '240' },
      ...{ notice: '30', noticeUnit: 'days', cutoff: '43200', cutoffUnit: 'minutes', windowDays: '365' },
      ...{ dailyLimit: '99', weeklyLimit: '99', place: 'address', address: 'a'.repeat(300) },
    })

    expect(await addType(admin, { key: randomUUID(), settings: extremes })).toMatchObject({ ok: true })
  })
})

describe('changing a type', () => {
  test('replaces its hosts, with their shares and hours of their own', async () => {
    const manager = await someone('manager')
    const { slug, hosts } = await addRow()
    const [one, other] = [hosts[0]?.host.id ?? '', (await addRow()).hosts[0]?.host.id ?? '']
    const evenings = await db.schedule.create({ data: { hostId: other, name: 'Evenings' } })

    const changed = await changeType(manager, {
      ...{ slug, version: 1 },
      settings: settings({ slug, hosts: [{ id: other, rank: 2, weight: 3, scheduleId: evenings.id }] }),
    })

    expect(changed).toEqual({ ok: true, value: slug })
    const rows = await db.typeHost.findMany({ where: { type: { slug } } })
    expect(rows).toMatchObject([{ hostId: other, rank: 2, weight: 3, scheduleId: evenings.id }])
    expect(await db.host.count({ where: { id: one } })).toBe(1)
  })

  test('with the hours of another host, or one that is gone, is refused and changes nothing', async () => {
    const manager = await someone('manager')
    const { slug, hosts } = await addRow()
    const id = hosts[0]?.host.id ?? ''
    const other = await addRow()
    const others = await db.schedule.findFirstOrThrow({ where: { hostId: other.hosts[0]?.hostId ?? '' } })
    const wrongHours = settings({ slug, hosts: [{ id, rank: 1, weight: 1, scheduleId: others.id }] })
    const goneHost = settings({ slug, hosts: [{ id: randomUUID(), rank: 1, weight: 1, scheduleId: null }] })

    expect(await changeType(manager, { slug, version: 1, settings: wrongHours })).toMatchObject({
      reason: 'hosts-changed',
    })
    expect(await changeType(manager, { slug, version: 1, settings: goneHost })).toMatchObject({
      reason: 'hosts-changed',
    })
    expect(await db.typeHost.findMany({ where: { type: { slug } } })).toMatchObject([{ hostId: id }])
  })

  test('that is gone meanwhile is not found', async () => {
    const manager = await someone('manager')

    expect(await changeType(manager, { slug: 'gone', version: 1, settings: settings() })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('drawn from what a colleague has changed since is refused, and changes nothing', async () => {
    const manager = await someone('manager')
    const { slug } = await addRow()
    const save = (name: string) =>
      changeType(manager, { slug, version: 1, settings: settings({ slug, name }) })

    const outcomes = await Promise.all([save('Mine'), save('Theirs')])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
    const saved = await db.consultationType.findUniqueOrThrow({ where: { slug } })
    expect(saved).toMatchObject({ name: outcomes[0]?.ok ? 'Mine' : 'Theirs', version: 2 })
  })

  test('to another’s address is refused', async () => {
    const manager = await someone('manager')
    const [one, other] = [await addRow(), await addRow()]

    const outcome = await changeType(manager, {
      slug: one.slug,
      version: 1,
      settings: settings({ slug: other.slug }),
    })

    expect(outcome).toMatchObject({ reason: 'slug-taken' })
  })
})

describe('the list of types', () => {
  test('is in the visitors’ order, which moving changes, and says when each is free', async () => {
    const admin = await someone('admin')
    for (const [position, slug] of ['a', 'b', 'c'].entries()) await addRow({ slug, position })

    await moveType(admin, { slug: 'c', direction: 'up' })
    await moveType(admin, { slug: 'a', direction: 'up' })

    const rows = await listTypes(admin.timeZone, now)
    expect(rows.map(({ slug }) => slug)).toEqual(['a', 'c', 'b'])
    expect(rows[0]?.next).toEqual({ iso: '2026-11-30T06:00:00.000Z', words: 'Mon 30 Nov, 07:00' })
  })

  test('says of one that is not offered that nothing is free', async () => {
    const admin = await someone('admin')
    await addRow({ active: false })

    expect(await listTypes(admin.timeZone, now)).toMatchObject([{ active: false, next: null }])
  })
})

describe('deleting a type', () => {
  test('that nobody booked takes its questions along', async () => {
    const admin = await someone('admin')
    const { slug } = await addRow({ asks: [question].map((one) => ({ ...one, options: [] })) })

    expect(await deleteType(admin, slug)).toEqual({ ok: true, value: null })
    expect(await db.question.count()).toBe(0)
    expect(await deleteType(admin, slug)).toMatchObject({ reason: 'not-found' })
  })

  test('that was booked is refused', async () => {
    const admin = await someone('admin')
    const type = await addRow()
    await reserve(type.id, type.hosts[0]?.host.id ?? '')

    expect(await deleteType(admin, type.slug)).toMatchObject({ reason: 'booked' })
  })
})

describe('the questions of a type', () => {
  test('are added at the end, moved, changed and removed', async () => {
    const admin = await someone('admin')
    const { slug } = await addRow()
    const [a, b] = [randomUUID(), randomUUID()]
    await addQuestion(admin, { slug, key: a, settings: { ...question, label: 'First?' } })
    await addQuestion(admin, { slug, key: b, settings: { ...question, label: 'Second?' } })
    await addQuestion(admin, { slug, key: b, settings: { ...question, label: 'Twice?' } })

    await moveQuestion(admin, { slug, id: b }, 'up')
    await changeQuestion(admin, { slug, id: a, version: 1 }, { ...question, label: 'Changed?' })
    expect(await asked(slug)).toEqual(['Second?', 'Changed?'])

    await removeQuestion(admin, { slug, id: b })
    expect(await asked(slug)).toEqual(['Changed?'])
  })

  test('are changed by one of two who edit at once', async () => {
    const admin = await someone('admin')
    const { slug, questions } = await addRow({ asks: [{ label: 'Why?', kind: 'line' }] })
    const id = questions[0]?.id ?? ''
    const save = (label: string) => changeQuestion(admin, { slug, id, version: 1 }, { ...question, label })

    const outcomes = await Promise.all([save('Mine?'), save('Theirs?')])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('are ten at most, however quickly they are sent', async () => {
    const admin = await someone('admin')
    const { slug } = await addRow()

    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => addQuestion(admin, { slug, key: randomUUID(), settings: question })),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10)
    expect(await asked(slug)).toHaveLength(10)
  })

  test('of another type are not found', async () => {
    const admin = await someone('admin')
    const { slug } = await addRow()
    const other = await addRow({ asks: [{ label: 'Why?', kind: 'line' }] })
    const id = other.questions[0]?.id ?? ''

    expect(await changeQuestion(admin, { slug, id, version: 1 }, question)).toMatchObject({
      reason: 'not-found',
    })
    expect(await moveQuestion(admin, { slug, id }, 'up')).toMatchObject({ reason: 'not-found' })
    await removeQuestion(admin, { slug, id })
    expect(await asked(other.slug)).toEqual(['Why?'])
  })
})

test.each(['consultant', 'read_only'] as const)('a %s may look at types and change nothing', async (role) => {
  const viewer = await someone(role)
  const { slug } = await addRow()
  const id = randomUUID()
  const verbs = [
    () => addType(viewer, { key: id, settings: settings() }),
    () => changeType(viewer, { slug, version: 1, settings: settings() }),
    () => moveType(viewer, { slug, direction: 'up' }),
    () => deleteType(viewer, slug),
    () => addQuestion(viewer, { slug, key: id, settings: question }),
    () => changeQuestion(viewer, { slug, id, version: 1 }, question),
    () => moveQuestion(viewer, { slug, id }, 'up'),
    () => removeQuestion(viewer, { slug, id }),
  ]

  const statuses = await Promise.all(verbs.map((verb) => statusOf(verb)))

  expect(statuses).toEqual(verbs.map(() => 403))
})

async function statusOf(verb: () => Promise<unknown>): Promise<number> {
  try {
    await verb()
    return 200
  } catch (error) {
    return error instanceof Response ? error.status : 500
  }
}

async function asked(slug: string): Promise<string[]> {
  const questions = await db.question.findMany({ where: { type: { slug } }, orderBy: { position: 'asc' } })
  return questions.map(({ label }) => label)
}

async function reserve(typeId: string, hostId: string) {
  const startsAt = new Date('2026-12-01T09:00:00Z')
  const endsAt = new Date('2026-12-01T09:30:00Z')
  await db.booking.create({
    data: {
      ...{
        reference: 'B-2222222',
        publicId: randomUUID(),
        typeId,
        hostId,
        status: 'reserved',
        startsAt,
        endsAt,
      },
      ...{ blockedFrom: startsAt, blockedUntil: endsAt, visitorTimeZone: 'UTC', visitorName: '' },
      ...{ visitorEmail: '', location: '', icsUid: randomUUID(), idempotencyKey: randomUUID() },
      ...{ requestHash: '', reservedUntil: endsAt, reservedBy: 'somebody' },
    },
  })
}

test('whatever changes a type stands in the audit log, and what changes nothing does not', async () => {
  const manager = await someone('manager')
  const key = randomUUID()
  await addType(manager, { key, settings: settings() })
  const slug = 'architecture-review'

  await changeType(manager, { slug, version: 1, settings: settings({ minutes: 50 }) })
  await changeType(manager, { slug, version: 2, settings: settings({ minutes: 50 }) })
  await addQuestion(manager, { slug, key: randomUUID(), settings: question })
  await deleteType(manager, slug)

  const entries = await db.auditEntry.findMany({ where: { actorId: manager.id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, entityId }) => [action, entityId])).toEqual(
    Array.from({ length: 4 }, () => ['type.changed', slug]),
  )
  expect(entries.map(({ before, after }) => [before, after])).toEqual([
    [{}, expect.objectContaining({ slug, minutes: 30 })],
    [{ minutes: 30 }, { minutes: 50 }],
    [{ questions: [] }, { questions: ['Why? (line)'] }],
    [expect.objectContaining({ slug, questions: ['Why? (line)'] }), {}],
  ])
})
