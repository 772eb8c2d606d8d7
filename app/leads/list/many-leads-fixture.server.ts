/**
 * Leads by the hundred thousand, as unevenly spread as real ones: most are old and lost, few are open, some people ask
 * again, a few owners hold most. Written in SQL, without the indexes, which are made again at the end.
 */
import { Client } from 'pg'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/** Words whose leads are known: three of all, about half of all, about one in sixty with each other. */
export const words = { rare: 'zyzzyva', common: 'developer', two: 'backend solaris', none: 'qqqxqqq' }

export type ManyLeads = { admin: Viewer; consultant: Viewer; newestRef: number }

const tables = ['lead', 'person', 'person_email', 'company', 'lead_event', 'booking', 'hosted_lead']

export async function addManyLeads(count: number): Promise<ManyLeads> {
  const admin = await addStaff({ email: 'ana@firm.example', role: 'admin' })
  const consultant = await addStaff({ email: 'cora@firm.example' })
  await db.$executeRaw`
    INSERT INTO staff (id, name, email, role, time_zone, updated_at)
    SELECT 'staff-' || i, 'Colleague ' || i, 'colleague' || i || '@firm.example', 'consultant', 'UTC', now()
    FROM generate_series(1, 18) AS i`

  const maker = await openMaker()
  const indexes = await dropIndexes(maker)
  await addPeople(maker, count)
  await addLeads(maker, count, consultant)
  await addBookings(maker, consultant)
  for (const index of indexes) await maker.run([index])
  for (const table of tables) await maker.run([`VACUUM (ANALYZE) ${table}`])
  await maker.end()
  // The old ones are due to be cleared; a site that works on them has done so today.
  await db.retentionRun.create({ data: { rule: 'turn', at: new Date(), count: 0 } })

  const newest = await db.lead.findFirstOrThrow({ orderBy: { ref: 'desc' }, select: { ref: true } })
  return { admin, consultant, newestRef: newest.ref }
}

type Row = { [column: string]: string }
type Maker = { run(text: readonly string[], ...values: unknown[]): Promise<Row[]>; end(): Promise<void> }

/** A connection that may take its time, and that believes what it is told: foreign keys are right because we say so. */
async function openMaker(): Promise<Maker> {
  const client = new Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '256MB'")
  return {
    async run(text, ...values) {
      const numbered = text.reduce((whole, part, index) => `${whole}$${index}${part}`)
      return (await client.query<Row>(numbered, values)).rows
    },
    end: () => client.end(),
  }
}

/** Those that no constraint needs, each as the statement that makes it again. */
async function dropIndexes({ run }: Maker): Promise<string[]> {
  const indexes = await run`
    SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = ANY(${tables}::text[])
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)
      AND indexdef NOT LIKE 'CREATE UNIQUE%'`
  for (const { indexname } of indexes) await run([`DROP INDEX "${indexname}"`])
  return indexes.map(({ indexdef = '' }) => indexdef)
}

const inPieces = 100_000

async function addPeople({ run }: Maker, count: number): Promise<void> {
  const people = Math.ceil(count * 0.8)
  await run`
    INSERT INTO company (id, name, domain)
    SELECT ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
      (ARRAY['Solaris', 'Northwind', 'Harbour', 'Quarry', 'Lantern', 'Meridian', 'Cobalt', 'Juniper'])[1 + i % 8]
        || ' ' || (ARRAY['Logistics', 'Health', 'Retail', 'Energy', 'Robotics', 'Foods', 'Bank'])[1 + i % 7] || ' ' || i,
      'company' || i || '.example'
    FROM generate_series(1, ${Math.ceil(count / 10)}::int) AS i`
  for (let from = 1; from <= people; from += inPieces) {
    const until = Math.min(from + inPieces - 1, people)
    await run`
      INSERT INTO person (id, name, company_id)
      SELECT ('10000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
        (ARRAY['Ann', 'Bo', 'Chen', 'Dana', 'Emeka', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jun', 'Kira'])[1 + i % 11]
          || ' ' || (ARRAY['Lind', 'Okafor', 'Rao', 'Sato', 'Weber', 'Novak', 'Silva', 'Haddad', 'Moreau'])[1 + i % 9],
        CASE WHEN i % 5 = 0 THEN NULL
          ELSE ('00000000-0000-4000-8000-' || lpad((1 + i % ${Math.ceil(count / 10)}::int)::text, 12, '0'))::uuid END
      FROM generate_series(${from}::int, ${until}::int) AS i`
    await run`
      INSERT INTO person_email (id, person_id, email)
      SELECT gen_random_uuid(), ('10000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid,
        chr(97 + i % 26) || chr(97 + i / 26 % 26) || '.person' || i || '@company' || i % 1000 || '.example'
      FROM generate_series(${from}::int, ${until}::int) AS i`
  }
  await run`ANALYZE person, company`
}

/** The newest is now; each older one some seconds before, over about three years. */
async function addLeads({ run }: Maker, count: number, consultant: Viewer): Promise<void> {
  for (let from = 1; from <= count; from += inPieces) {
    const until = Math.min(from + inPieces - 1, count)
    await run`
      INSERT INTO lead (
        id, person_id, company_id, title, status, source, owner_id, lost_reason, closed_at, created_at,
        last_activity_at, stage_entered_at, response_due_at, first_response_at, response_minutes, reached,
        stage_minutes, roles, skills, search_text)
      SELECT gen_random_uuid(), person.id, person.company_id, title, status::lead_status, source::lead_source, owner,
        CASE status WHEN 'lost' THEN (ARRAY['budget', 'no_response', 'postponed', 'chose_competitor'])[1 + n % 4]::lost_reason END,
        CASE WHEN status IN ('won', 'lost', 'spam') THEN active END,
        created, active, active, created + interval '1 day',
        CASE WHEN status <> 'new' THEN created + interval '5 hours' END,
        CASE WHEN status <> 'new' THEN 5 + n * 31 % 700 END, came,
        ARRAY[
          CASE WHEN came > 'new' THEN 20 + n % 600 ELSE 0 END, CASE WHEN came > 'contacted' THEN 600 + n % 9000 ELSE 0 END,
          CASE WHEN came > 'qualified' THEN 900 + n % 20000 ELSE 0 END,
          CASE WHEN came > 'proposed' THEN 2000 + n % 30000 ELSE 0 END,
          CASE WHEN came > 'interviewing' THEN 3000 + n % 40000 ELSE 0 END],
        ARRAY[role], ARRAY[skill, 'postgresql'],
        lower(concat_ws(' ', 'l-' || n, person.name, 'person' || n || '@company' || n % 1000 || '.example', company.name, title,
          CASE WHEN n IN (7, ${count}::int / 2, ${count}::int - 7) THEN ${words.rare}::text END))
      FROM (
        SELECT n, age, created, created + (now() - created) * random() * 0.2 AS active,
          role, skill, 1 + n % 4 || ' × ' || initcap(replace(role, '-', ' ')) AS title,
          (ARRAY['requirement', 'requirement', 'booking', 'manual'])[1 + n % 4] AS source,
          CASE
            WHEN age < 0.01 AND random() < 0.7 THEN 'new'
            WHEN random() < 0.6 * exp(-age * 8) THEN
              (ARRAY['contacted', 'contacted', 'qualified', 'qualified', 'proposed', 'interviewing'])[1 + floor(random() * 6)::int]
            WHEN random() < 0.78 THEN 'lost' WHEN random() < 0.6 THEN 'won' ELSE 'spam' END AS status,
          CASE
            WHEN random() < 0.04 THEN NULL
            WHEN random() < 0.05 THEN ${consultant.id}::text
            ELSE 'staff-' || 1 + floor(18 * random() * random())::int END AS owner
        FROM (
          SELECT n, (${count}::int - n)::float / ${count}::int AS age,
            now() - (${count}::int - n) * (interval '1100 days' / ${count}::int) AS created,
            (ARRAY['backend-developer', 'frontend-developer', 'devops-engineer', 'data-engineer', 'qa-engineer',
              'backend-engineer', 'mobile-developer', 'rust-developer'])[1 + floor(power(random(), 2) * 8)::int] AS role,
            (ARRAY['typescript', 'java', 'go', 'python', 'kotlin', 'cobol'])[1 + floor(power(random(), 3) * 6)::int] AS skill
          FROM generate_series(${from}::int, ${until}::int) AS n) AS spread) AS made
      JOIN person ON person.id = ('10000000-0000-4000-8000-' || lpad((1 + n * 7919::bigint % ${Math.ceil(count * 0.8)}::int)::text, 12, '0'))::uuid
      LEFT JOIN company ON company.id = person.company_id
      CROSS JOIN LATERAL (SELECT (CASE
        WHEN status IN ('lost', 'spam') THEN (ARRAY['new', 'contacted', 'contacted', 'qualified', 'proposed', 'interviewing'])[1 + n % 6]
        ELSE status END)::lead_status AS came) AS way
      ORDER BY n`
  }
  await run`
    INSERT INTO lead_event (lead_id, at, kind, detail)
    SELECT id, created_at, 'submitted',
      jsonb_build_object('submission', source, 'submissionId', id, 'title', title) FROM lead`
  await run`
    UPDATE lead SET next_action = 'Send profiles', next_action_at = now() + (random() * 20 - 8) * interval '1 day'
    WHERE closed_at IS NULL AND status <> 'new' AND random() < 0.6`
}

/** The consultant holds five thousand consultations, most of them about colleagues' leads. */
async function addBookings({ run }: Maker, consultant: Viewer): Promise<void> {
  const host = await db.host.create({
    data: { slug: 'cora', publicId: 'cora', name: 'Cora', timeZone: 'UTC', staffId: consultant.id },
  })
  const type = await db.consultationType.create({
    data: { slug: 'call', name: 'Call', minutes: 30, stepMinutes: 30, noticeMinutes: 0, windowDays: 30 },
  })
  await run`
    INSERT INTO booking (
      id, reference, public_id, type_id, host_id, lead_id, person_id, status, starts_at, ends_at, blocked_from,
      blocked_until, visitor_time_zone, visitor_name, visitor_email, location, ics_uid, idempotency_key, request_hash)
    SELECT gen_random_uuid(), 'B-' || n, 'b-' || n, ${type.id}::uuid, ${host.id}::uuid, id, person_id,
      (CASE WHEN starts < now() THEN 'attended' ELSE 'confirmed' END)::booking_status,
      starts, starts + interval '30 minutes', starts, starts + interval '30 minutes',
      'UTC', 'Ann', 'ann@company.example', 'Room', 'u-' || n, 'k-' || n, 'none'
    FROM (
      SELECT id, person_id, n, date_trunc('hour', now()) + (60 - n) * interval '1 hour' AS starts
      FROM (SELECT id, person_id, row_number() OVER (ORDER BY id) AS n FROM lead TABLESAMPLE SYSTEM (5)) AS picked
      WHERE n <= 5000) AS held`
  await run`SELECT add_hosted_leads(${consultant.id}, NULL)`
}
