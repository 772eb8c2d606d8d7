/**
 * What it takes to erase one person among many: leads by the hundred thousand, with what each of them leaves behind. LEADS=50000
 * makes it shorter.
 */
import { Client } from 'pg'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { addManyLeads } from '#app/leads/list/many-leads-fixture.server.ts'
import { percentile } from '#app/ops/load.fixture.ts'
import { erasePerson } from './erase-person.server.ts'

const rounds = 12

export default async function bench(print: (line: string) => void): Promise<void> {
  const count = Number(process.env.LEADS ?? 200_000)
  await addManyLeads(count)
  const rows = await addWhatTheyLeave()
  print(
    `erase-person: ${count.toLocaleString('en-GB')} leads, and ${rows.toLocaleString('en-GB')} rows of theirs`,
  )

  const people = await db.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT ON (person_id) email FROM person_email
    WHERE person_id IN (SELECT person_id FROM lead ORDER BY ref DESC LIMIT ${rounds})`
  const times: number[] = []
  for (const { email } of people) {
    const began = performance.now()
    await erasePerson(email, new Date())
    times.push(performance.now() - began)
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)]
  print(`  one person, of ${rounds}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`)
  await db.$disconnect()
}

/** A submission with its answers, two letters, a consent and an entry of the audit log for each lead, and a note for every third. */
async function addWhatTheyLeave(): Promise<number> {
  const client = new Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  // Nothing is checked and nobody is woken: what is written here is right because we say so.
  await client.query('SET session_replication_role = replica')
  try {
    let rows = 0
    for (const statement of statements) rows += (await client.query(statement)).rowCount ?? 0
    await client.query('VACUUM (ANALYZE) submission, requirement, letter, consent, audit_entry, note')
    return rows
  } finally {
    await client.end()
  }
}

const ofEach = `FROM lead JOIN person_email ON person_email.person_id = lead.person_id`

const statements = [
  // A next action stands in a task, of which these leads have none.
  `UPDATE lead SET next_action = '', next_action_at = NULL WHERE next_action <> ''`,
  `INSERT INTO submission (
     id, kind, reference, title, public_id, idempotency_key, request_hash, payload, email, notice_version, lead_id, created_at)
   SELECT lead.id, 'requirement', 'R-' || ref, title, 'p-' || ref, 'k-' || ref, 'none',
     jsonb_build_object('name', 'Ann', 'email', email, 'message', repeat('We move a billing system. ', 20)),
     email, '2026-11-28', lead.id, lead.created_at ${ofEach}`,
  `INSERT INTO requirement (id, lead_id, submission_id, skills, start, duration, engagement, overlap, message)
   SELECT gen_random_uuid(), id, id, skills, 'now', '3_6m', 'full_time', '4h', repeat('We move a billing system. ', 20) FROM lead`,
  `INSERT INTO letter (id, kind, props, "to", state, sent_at, dedupe_key, message_id, lead_id, created_at)
   SELECT gen_random_uuid(), letter.kind, jsonb_build_object('name', 'Ann', 'email', email, 'text', repeat('What you sent. ', 40)),
     CASE letter.kind WHEN 'requirement-notice' THEN 'hello@firm.example' ELSE email END, 'sent', lead.created_at,
     letter.kind || ref, letter.kind || ref, lead.id, lead.created_at
   ${ofEach} CROSS JOIN (VALUES ('requirement-received'), ('requirement-notice')) AS letter (kind)`,
  `INSERT INTO consent (email, purpose, notice_version, given, lead_id, at)
   SELECT email, 'respond', '2026-11-28', true, lead.id, lead.created_at ${ofEach}`,
  `INSERT INTO audit_entry (action, entity, entity_id, after)
   SELECT 'lead.changed', 'lead', id::text, jsonb_build_object('status', status) FROM lead`,
  `INSERT INTO note (id, lead_id, body) SELECT gen_random_uuid(), id, repeat('Rang them, nobody answered. ', 10)
   FROM lead WHERE ref % 3 = 0`,
]
