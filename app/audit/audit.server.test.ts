import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { withinRequest } from '#app/ops/current-request.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { audit, fingerprint } from './audit.server.ts'
import { listAudit } from './list-audit.server.ts'

const act = { actorId: 'ana', action: 'lead.changed', entity: 'lead', entityId: '1001' } as const

test('an entry is kept with the change it tells of, or not at all', async () => {
  const change = db.$transaction(async (tx) => {
    await audit(tx, { ...act, entityId: 'undone' })
    throw new Error('the change failed')
  })

  await expect(change).rejects.toThrow('the change failed')
  expect(await db.auditEntry.count({ where: { entityId: 'undone' } })).toBe(0)
})

test('an entry names the request in which it was written', async () => {
  await withinRequest('abc123', () => audit(db, { ...act, entityId: 'asked' }))

  expect(await db.auditEntry.findFirst({ where: { entityId: 'asked' } })).toMatchObject({
    requestId: 'abc123',
  })
})

test('nobody changes, deletes or truncates the log', async () => {
  await audit(db, act)

  await expect(db.auditEntry.updateMany({ data: { actorId: 'bob' } })).rejects.toThrow('append-only')
  await expect(db.auditEntry.deleteMany()).rejects.toThrow('append-only')
  await expect(db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow('append-only')
})

test('what is older than it may be kept is forgotten by one function, and nothing else is', async () => {
  await db.auditEntry.create({ data: { ...act, entityId: 'old', at: new Date('2020-01-01T00:00:00Z') } })
  await audit(db, { ...act, entityId: 'new' })

  await db.$executeRaw`SELECT forget_audit_before('2021-01-01')`

  expect(await db.auditEntry.count({ where: { entityId: 'old' } })).toBe(0)
  expect(await db.auditEntry.count({ where: { entityId: 'new' } })).toBe(1)
  await expect(db.auditEntry.deleteMany()).rejects.toThrow('append-only')
})

test('a personal value is kept as a fingerprint, the same for the same value', () => {
  expect(fingerprint('ann@acme.example')).toBe(fingerprint('ann@acme.example'))
  expect(fingerprint('ann@acme.example')).not.toBe(fingerprint('bob@acme.example'))
  expect(fingerprint('ann@acme.example')).not.toContain('ann')
})

test('an admin reads of leads by their numbers and of colleagues by name; what is gone keeps the end of its id', async () => {
  const admin = await addStaff({ email: 'ada@firm.example', role: 'admin', name: 'Ada' })
  const lead = await db.lead.create({
    data: {
      ...{ title: 'Two people', searchText: '', source: 'manual', lastActivityAt: new Date() },
      person: { create: { name: 'Ann' } },
    },
  })
  const gone = '0198a2f1-5c7e-7000-8000-00000badcafe'
  const by = { actorId: admin.id, action: 'lead.changed' } as const
  await audit(db, { ...by, entity: 'lead', entityId: lead.id })
  await audit(db, { ...by, entity: 'lead', entityId: gone })
  await audit(db, { ...by, entity: 'staff', entityId: admin.id })
  await audit(db, { ...by, entity: 'page', entityId: '/staff/leads/1' })

  const { rows } = await listAudit(admin, { actor: admin.id })

  expect(rows.map(({ subject }) => subject)).toEqual(['/staff/leads/1', 'Ada', '…0badcafe', `L-${lead.ref}`])
  expect(rows.at(-2)).toMatchObject({ entityId: gone, actor: 'Ada' })
})
