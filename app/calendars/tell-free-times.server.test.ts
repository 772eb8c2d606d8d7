import { once } from 'node:events'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addBusyHosts } from './busy-month-fixture.server.ts'

const listener = new Client({ connectionString: process.env.DATABASE_URL })

beforeAll(async () => {
  await addBusyHosts('told', { hosts: 1, now: new Date('2026-11-02T08:00:00Z') })
  await listener.connect()
  await listener.query('LISTEN free_times')
})
afterAll(() => listener.end())

const onHost = (sql: string) => sql.replace('HOST', `(SELECT id FROM host WHERE slug = 'told-0')`)

test.each([
  `UPDATE booking SET status = 'cancelled', cancelled_at = now(), cancelled_by = 'staff' WHERE id = (SELECT min(id::text)::uuid FROM booking)`,
  `DELETE FROM booking WHERE id = (SELECT max(id::text)::uuid FROM booking)`,
  `INSERT INTO closure (id, "from", "until", name) VALUES (gen_random_uuid(), '2026-12-24', '2026-12-26', 'Holidays')`,
  `UPDATE consultation_type SET notice_minutes = 60 WHERE slug = 'told'`,
  `UPDATE host SET active = false WHERE slug = 'told-0'`,
  `DELETE FROM type_host`,
  `UPDATE weekly_hours SET "until" = '18:00'`,
  `UPDATE schedule SET name = 'Winter'`,
  `INSERT INTO day_override (id, host_id, date) VALUES (gen_random_uuid(), HOST, '2026-12-01')`,
  `INSERT INTO time_off (id, host_id, "from", "until") VALUES (gen_random_uuid(), HOST, '2026-12-01', '2026-12-02')`,
  `INSERT INTO travel (id, host_id, "from", "until", time_zone) VALUES (gen_random_uuid(), HOST, '2026-12-01', '2026-12-02', 'Asia/Tokyo')`,
  `INSERT INTO worked_holiday (host_id, date) VALUES (HOST, '2026-12-25')`,
])('whoever keeps pages hears of: %s', async (sql) => {
  const heard = once(listener, 'notification', { signal: AbortSignal.timeout(5_000) })

  await db.$executeRawUnsafe(onHost(sql))

  expect(await heard).toMatchObject([{ channel: 'free_times' }])
})

test('what a visitor writes into a booking changes no time, and is not told', async () => {
  let count = 0
  listener.on('notification', () => (count += 1))

  await db.$executeRaw`UPDATE booking SET message = 'We use Node.' WHERE status = 'confirmed'`
  await db.$executeRaw`UPDATE schedule SET name = 'Summer'`
  await expect.poll(() => count).toBeGreaterThan(0)

  expect(count).toBe(1)
})
