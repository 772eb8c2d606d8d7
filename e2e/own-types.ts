/** Types of meeting and people of a test's own, so that what it does to them is nobody else's business. */
import { randomUUID } from 'node:crypto'
import type { Query } from './samples.ts'

export type OwnType = { slug: string; name: string; hosts: string[]; retire: () => Promise<void> }

/** A type with its own people, each there around the clock in UTC. `retire` takes it off the list again. */
export async function makeType(
  query: Query,
  {
    name,
    people,
    minutes = 45,
    windowDays = 60,
  }: { name: string; people: string[]; minutes?: number; windowDays?: number },
): Promise<OwnType> {
  const id = randomUUID().slice(0, 8)
  const slug = `type-${id}`
  const [type] = await query<{ id: string }>(
    `INSERT INTO consultation_type
       (id, slug, name, description, position, minutes, step_minutes, notice_minutes, window_kind, window_days)
     VALUES (gen_random_uuid(), $1, $2, 'For whom the usual one is too short.', 90, $3, 60, 0, 'days', $4)
     RETURNING id`,
    [slug, name, minutes, windowDays],
  )
  const hosts: string[] = []
  for (const [index, person] of people.entries()) {
    const host = `host-${id}-${index}`
    hosts.push(host)
    await query(
      `WITH host AS (
         INSERT INTO host (id, slug, name, time_zone, public_id)
         VALUES (gen_random_uuid(), $1, $2, 'UTC', $1) RETURNING id),
       schedule AS (
         INSERT INTO schedule (id, host_id, name, is_default)
         SELECT gen_random_uuid(), id, 'Working hours', true FROM host RETURNING id),
       hours AS (
         INSERT INTO weekly_hours (id, schedule_id, weekday, "from", until)
         SELECT gen_random_uuid(), schedule.id, weekday, '00:00', '24:00'
         FROM schedule, generate_series(1, 7) AS weekday)
       INSERT INTO type_host (type_id, host_id) SELECT $3, id FROM host`,
      [host, person, type?.id],
    )
  }
  return {
    slug,
    name,
    hosts,
    retire: async () => {
      await query('UPDATE consultation_type SET active = false WHERE slug = $1', [slug])
    },
  }
}
