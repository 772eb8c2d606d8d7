import { addMinutes } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { askForTime, type Unavailable } from '#app/booking/picker/asked-time.server.ts'
import { loadPicker } from '#app/booking/picker/load-picker.server.ts'
import type { Picker } from '#app/booking/picker/picker.ts'
import { db } from '#app/db.server.ts'
import { dateIn } from '#app/time/instants.ts'
import type { Clock, TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { describeAppointment, type Appointment } from './appointment.ts'

/** What the page needs to move a booking. `ownStart`: when it is now, as an ISO text. */
export type Move = {
  picker: Picker
  ownStart: string
  /** The booking as it would be at the chosen time. */
  chosen: Appointment | null
  unavailable: Unavailable | null
}

/**
 * The calendar for moving a booking, open on its own day unless the address says otherwise. Its own time is no choice:
 * an address that names it chooses nothing. Null when its host no longer holds such meetings: then it cannot be moved here.
 */
export async function loadMove(
  booking: MadeBooking,
  query: Partial<Record<string, string>>,
  { now, clock }: { now: Date; clock: Clock },
): Promise<Move | null> {
  if (!(await isStillHeld(booking))) return null
  const about = {
    typeSlug: booking.type.slug,
    hostSlug: booking.host.slug,
    except: booking.id,
    timeZone: zoneShown(booking, query.tz),
    clock,
  }
  const ownStart = booking.startsAt.toISOString()
  const asked = await askForTime({ ...about, slot: query.slot }, now)
  const start = asked.kind === 'free' && asked.chosen.start !== ownStart ? new Date(asked.chosen.start) : null
  const ownDate = (query.month ?? query.at) ? undefined : dateIn(start ?? booking.startsAt, about.timeZone)
  return {
    picker: await loadPicker({
      ...about,
      month: query.month,
      date: query.date ?? ownDate,
      at: query.at,
      now,
    }),
    ownStart,
    chosen:
      start &&
      describeAppointment(
        { ...booking, ...timesFrom(start, booking), visitorTimeZone: about.timeZone },
        now,
        clock,
      ),
    unavailable: asked.kind === 'unavailable' ? asked.unavailable : null,
  }
}

async function isStillHeld({ typeId, hostId }: MadeBooking): Promise<boolean> {
  const where = { typeId, hostId, type: { active: true }, host: { active: true } }
  return (await db.typeHost.count({ where })) > 0
}

function timesFrom(startsAt: Date, { type }: MadeBooking) {
  return { startsAt, endsAt: addMinutes(startsAt, type.minutes) }
}

function zoneShown({ visitorTimeZone }: MadeBooking, wished = ''): TimeZone {
  // What is stored was checked when it came in.
  return isTimeZone(wished) ? wished : (visitorTimeZone as TimeZone)
}
