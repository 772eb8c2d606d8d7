import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { withinRequest } from '#app/ops/current-request.server.ts'
import { audit, fingerprint } from './audit.server.ts'

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
