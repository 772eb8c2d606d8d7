import { randomUUID } from 'node:crypto'
import { addMinutes, milliseconds } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { loadCalendar } from '../calendar.server.ts'
import { offeredSlots } from '../offer.ts'

type HostFields = Partial<Prisma.HostUncheckedCreateInput>
type TypeFields = Partial<Prisma.ConsultationTypeUncheckedCreateInput>

/** A calendar in Berlin, Monday to Friday from 9:00 to 12:00, with a type of hourly meetings of its own. */
export async function makeCalendar(host: HostFields = {}, type: TypeFields = {}) {
  const slug = randomUUID()
  const made = await db.consultationType.create({
    data: {
      slug,
      name: 'Call',
      minutes: 60,
      stepMinutes: 60,
      noticeMinutes: 0,
      windowDays: 365,
      ...type,
      hosts: {
        create: {
          host: {
            create: {
              slug,
              name: 'Ana Example',
              timeZone: 'Europe/Berlin',
              publicId: randomUUID(),
              schedules: {
                create: {
                  name: 'Working hours',
                  isDefault: true,
                  hours: {
                    create: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '12:00' })),
                  },
                },
              },
              ...host,
            } as Prisma.HostCreateInput,
          },
        },
      },
    },
    include: { hosts: { include: { host: { include: { schedules: true } } } } },
  })
  const [joined] = made.hosts
  if (!joined) throw new Error('The type has no host')
  return { slug, typeId: made.id, host: joined.host }
}

/** What visitors are offered on one day there, as its wall clock reads: `['09:00', '10:00']`. */
export async function offeredOn(
  { slug }: { slug: string },
  date: string,
  now: Date,
  timeZone = 'Europe/Berlin',
): Promise<string[]> {
  const zone = timeZone as TimeZone
  const [from] = at(date, '00:00', zone)
  const span = { from, until: from + milliseconds({ hours: 24 }) }
  const calendar = await loadCalendar(db, { typeSlug: slug, span })
  if (!calendar) throw new Error(`No type is called ${slug}`)
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return offeredSlots(calendar, { ...span, now: now.getTime() }).map(({ startsAt }) =>
    format.format(startsAt),
  )
}

/** A confirmed hour in the calendar, which begins when Berlin's clock reads so. */
export async function bookAt(
  { typeId, host }: { typeId: string; host: { id: string } },
  date: string,
  time: string,
) {
  const startsAt = new Date(at(date, time, 'Europe/Berlin' as TimeZone)[0])
  const endsAt = addMinutes(startsAt, 60)
  return db.booking.create({
    data: {
      reference: `B-${randomUUID().slice(0, 7)}`,
      publicId: randomUUID(),
      type: { connect: { id: typeId } },
      host: { connect: { id: host.id } },
      lead: {
        create: {
          title: 'Backend developer',
          source: 'booking',
          lastActivityAt: startsAt,
          searchText: '',
          person: { create: { name: 'Dana Doe' } },
        },
      },
      person: { create: { name: 'Dana Doe' } },
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil: endsAt,
      visitorTimeZone: 'Europe/Berlin',
      visitorName: 'Dana Doe',
      visitorEmail: 'dana@acme.example',
      location: 'https://meet.example/room',
      icsUid: randomUUID(),
      idempotencyKey: randomUUID(),
      requestHash: 'none',
    },
  })
}

/** What a browser posts. */
export function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

function at(date: string, time: string, zone: TimeZone): [number] {
  const [instant] = instantsAt(date as CalendarDate, time as LocalTime, zone)
  if (instant === undefined) throw new Error(`${zone} skips ${date} ${time}`)
  return [instant]
}
