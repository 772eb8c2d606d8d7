import type { Reader } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Interval } from '#app/time/types.ts'
import type { StoredCalendar } from './stored-rules.ts'

export type Asked = {
  hostSlug?: string | undefined
  /** The starts that matter. */
  span: Interval
  /** A booking that is being moved: it does not stand in its own way. */
  except?: string | undefined
  /** The visitor whose own reservation does not stand in their way: the hash of their token. */
  reservedBy?: string | undefined
}

/**
 * Types, their hosts, the hosts' rules and what they are busy with, in one statement: one trip to the database, and one
 * moment at which all of it was so. Types that there are not are left out.
 */
export function readCalendars(
  database: Reader,
  typeSlugs: readonly string[],
  asked: Asked,
): Promise<StoredCalendar[]> {
  return database.$queryRaw<StoredCalendar[]>`
    SELECT type.id, type.slug, type.name, type.minutes, type.step_minutes AS "stepMinutes",
      type.buffer_before_minutes AS "bufferBeforeMinutes", type.buffer_after_minutes AS "bufferAfterMinutes",
      type.notice_minutes AS "noticeMinutes", type.window_kind AS "windowKind", type.window_days AS "windowDays",
      type.window_from::text AS "windowFrom", type.window_until::text AS "windowUntil",
      type.daily_limit AS "dailyLimit", type.weekly_limit AS "weeklyLimit",
      type.monthly_limit AS "monthlyLimit", type.yearly_limit AS "yearlyLimit",
      ${listOf(Prisma.sql`SELECT "from", "until" FROM closure`)} AS closures,
      ${listOf(hosts(asked))} AS hosts
    FROM consultation_type AS type
    WHERE type.slug = ANY(${typeSlugs}::text[]) AND type.active`
}

function hosts(asked: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT host.id, host.slug, host.name, host.time_zone AS "timeZone", host.region, type_host.rank,
      type_host.weight,
      host.daily_limit AS "dailyLimit", host.weekly_limit AS "weeklyLimit",
      host.monthly_limit AS "monthlyLimit", host.yearly_limit AS "yearlyLimit",
      host.daily_minutes AS "dailyMinutes", host.weekly_minutes AS "weeklyMinutes",
      host.monthly_minutes AS "monthlyMinutes",
      ${listOf(Prisma.sql`
        SELECT weekday, "from", "until" FROM weekly_hours WHERE schedule_id = coalesce(type_host.schedule_id,
          (SELECT id FROM schedule WHERE schedule.host_id = host.id AND is_default))`)} AS hours,
      ${listOf(Prisma.sql`SELECT date, "from", "until" FROM day_override WHERE host_id = host.id`)} AS overrides,
      ${listOf(Prisma.sql`
        SELECT "from", "until", from_time AS "fromTime", until_time AS "untilTime"
        FROM time_off WHERE host_id = host.id`)} AS "timeOff",
      ${listOf(Prisma.sql`
        SELECT "from", "until", time_zone AS "timeZone" FROM travel WHERE host_id = host.id`)} AS travel,
      ${listOf(Prisma.sql`SELECT date FROM worked_holiday WHERE host_id = host.id`)} AS "workedHolidays",
      (${bookings(asked)}) AS bookings,
      (${events(asked)}) AS events
    FROM type_host JOIN host ON host.id = type_host.host_id
    WHERE type_host.type_id = type.id AND host.active
      AND (${asked.hostSlug ?? null}::text IS NULL OR host.slug = ${asked.hostSlug ?? null}::text)
    ORDER BY host.id`
}

/**
 * Meetings that stand and reservations that have not run out, but for the visitor's own. They and their buffers last at
 * most sixteen hours, so nothing that starts farther away can be in the way; limits count whole weeks, months or years,
 * which begin up to as long before the span and end as long after it, and what they count is read for them only. Times are
 * lists beside each other, which is quickest to read.
 */
function bookings({ span, except, reservedBy }: Asked): Prisma.Sql {
  const isOther = Prisma.sql`booking.id IS DISTINCT FROM ${except ?? null}::uuid`
  const yearly = Prisma.sql`coalesce(type.yearly_limit, host.yearly_limit) IS NOT NULL`
  const monthly = Prisma.sql`coalesce(type.monthly_limit, host.monthly_limit, host.monthly_minutes) IS NOT NULL`
  const weekly = Prisma.sql`coalesce(type.daily_limit, type.weekly_limit, host.daily_limit, host.weekly_limit,
    host.daily_minutes, host.weekly_minutes) IS NOT NULL`
  const ofMinutes = Prisma.sql`
    coalesce(host.daily_minutes, host.weekly_minutes, host.monthly_minutes) IS NOT NULL`
  const reach = Prisma.sql`CASE WHEN ${yearly} THEN interval '367 days' WHEN ${monthly} THEN interval '32 days'
    WHEN ${weekly} THEN interval '8 days' ELSE interval '16 hours' END`
  const others = Prisma.sql`FILTER (WHERE ${isOther})`
  const counted = Prisma.sql`FILTER (WHERE ${isOther} AND (${yearly} OR ${monthly} OR ${weekly}))`
  return Prisma.sql`
    SELECT json_build_object(
      'from', array_agg(${milliseconds('blocked_from')}) ${others},
      'until', array_agg(${milliseconds('blocked_until')}) ${others},
      'starts', array_agg(${milliseconds('starts_at')}) ${counted},
      'ofType', array_agg(booking.type_id = type.id) ${counted},
      'minutes', array_agg(round(date_part('epoch', booking.ends_at - booking.starts_at) / 60))
        FILTER (WHERE ${isOther} AND ${ofMinutes}),
      'movedFrom', max(${milliseconds('starts_at')}) FILTER (WHERE booking.id = ${except ?? null}::uuid))
    FROM booking
    WHERE booking.host_id = host.id
      AND starts_at > ${new Date(span.from)}::timestamptz - ${reach}
      AND starts_at < ${new Date(span.until)}::timestamptz + ${reach}
      AND (status IN ('confirmed', 'attended', 'no_show')
        OR status = 'reserved' AND reserved_until > now() AND reserved_by IS DISTINCT FROM ${reservedBy ?? null}::text)`
}

/** Events may last for months, so it is their end that is looked for. */
function events({ span }: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object(
      'from', array_agg(${milliseconds('event.starts_at')}), 'until', array_agg(${milliseconds('event.ends_at')}))
    FROM external_calendar AS calendar JOIN external_event AS event ON event.calendar_id = calendar.id
    WHERE calendar.host_id = host.id
      AND event.ends_at > ${new Date(span.from)}::timestamptz - interval '16 hours'
      AND event.starts_at < ${new Date(span.until)}::timestamptz + interval '16 hours'`
}

function listOf(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(each), '[]') FROM (${rows}) AS each)`
}

function milliseconds(
  column: 'blocked_from' | 'blocked_until' | 'starts_at' | 'event.starts_at' | 'event.ends_at',
) {
  return Prisma.sql`round(date_part('epoch', ${Prisma.raw(column)}) * 1000)`
}
