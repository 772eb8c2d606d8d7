import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'

/** The first of a month that lies wholly ahead. */
export function monthAhead(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
}

/**
 * A type of consultation with hosts who work on weekdays from 8:00 to 20:00 in Berlin, each with 200 bookings next month
 * and 2,000 older ones.
 */
export async function addBusyHosts(
  slug: string,
  { hosts, now }: { hosts: number; now: Date },
): Promise<void> {
  const type = await db.consultationType.create({
    data: { slug, name: slug, minutes: 30, stepMinutes: 30, noticeMinutes: 240, windowDays: 90 },
  })
  const leadId = await addLead(now)
  for (let number = 0; number < hosts; number++) {
    const hostId = await addHost(type.id, `${slug}-${number}`)
    await addBookings({ typeId: type.id, hostId, leadId, from: monthAhead(now), days: 28, count: 200 })
    await addBookings({ typeId: type.id, hostId, leadId, from: addDays(now, -400), days: 390, count: 2000 })
  }
  await db.$executeRaw`ANALYZE`
}

async function addHost(typeId: string, slug: string): Promise<string> {
  const weekdays = [1, 2, 3, 4, 5]
  const hours = { create: weekdays.map((weekday) => ({ weekday, from: '08:00', until: '20:00' })) }
  const { id } = await db.host.create({
    data: {
      slug,
      name: slug,
      timeZone: 'Europe/Berlin',
      region: 'DE-BE',
      publicId: newPublicId(),
      schedules: { create: { name: 'Working hours', isDefault: true, hours } },
      types: { create: { typeId } },
    },
  })
  return id
}

async function addLead(now: Date): Promise<string> {
  const person = await db.person.create({ data: { name: 'Ann Example' } })
  const { id } = await db.lead.create({
    data: {
      personId: person.id,
      title: 'Free consultation',
      source: 'booking',
      lastActivityAt: now,
      searchText: '',
    },
  })
  return id
}

/** Half hours spread over the days; two never fall on the same. */
async function addBookings(about: {
  typeId: string
  hostId: string
  leadId: string
  from: Date
  days: number
  count: number
}): Promise<void> {
  const batch = randomUUID().slice(0, 8)
  await db.$executeRaw`
    INSERT INTO booking (
      id, reference, public_id, type_id, host_id, lead_id, person_id,
      starts_at, ends_at, blocked_from, blocked_until,
      visitor_time_zone, visitor_name, visitor_email, location, ics_uid, idempotency_key, request_hash)
    SELECT gen_random_uuid(), ${batch} || i, gen_random_uuid(), ${about.typeId}::uuid, ${about.hostId}::uuid,
      lead.id, lead.person_id, start, start + interval '30 minutes', start, start + interval '30 minutes',
      'UTC', 'Ann Example', 'ann@visitor.example', '', ${batch} || i, ${batch} || i, ''
    FROM lead, generate_series(0, ${about.count - 1}) AS i,
      LATERAL (SELECT ${about.from}::timestamptz + (i * 7919 % (${about.days} * 48)) * interval '30 minutes') AS at (start)
    WHERE lead.id = ${about.leadId}::uuid`
}
