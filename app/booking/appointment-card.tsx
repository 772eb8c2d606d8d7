import type { ReactNode } from 'react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { guestsTyped } from './guests/guests.ts'
import type { Appointment } from './appointment.ts'

/**
 * What was booked, the time large, both clocks named. With `movingTo`, the same booking at another time, its own time is
 * struck out above that one; what is to be done about it stands below, before the facts.
 */
export function AppointmentCard(props: {
  appointment: Appointment
  movingTo?: Appointment | null
  children?: ReactNode
}) {
  const { appointment, movingTo, children } = props
  const shown = movingTo ?? appointment
  const isCancelled = appointment.status === 'cancelled'
  return (
    <>
      <div className="appointment">
        {movingTo && (
          <p className="appointment-before">
            <span className="said">From </span>
            <Struck {...appointment} />
          </p>
        )}
        <p className="appointment-time">
          {movingTo && <span className="said">to </span>}
          {isCancelled ? <Struck {...shown} /> : <Time {...shown} />}
        </p>
        <p className="label">
          {shown.zoneName}
          {shown.hostTime && ` · for ${shown.host}: ${shown.hostTime}`}
        </p>
        {children}
      </div>
      <DefinitionList
        entries={[
          { term: 'Reference', value: <span className="reference">{appointment.reference}</span> },
          { term: 'What', value: `${appointment.type}, ${appointment.minutes} minutes` },
          { term: 'With', value: appointment.host },
          // Nobody is in the room of a meeting that was cancelled.
          ...(isCancelled ? [] : [{ term: 'How', value: <Place {...appointment} /> }]),
          ...(appointment.guests.length > 0
            ? [{ term: 'Guests', value: guestsTyped(appointment.guests) }]
            : []),
        ]}
      />
    </>
  )
}

function Time({ startsAt, date, time }: Appointment) {
  return (
    <time dateTime={startsAt}>
      {date}, {time}
    </time>
  )
}

function Struck(appointment: Appointment) {
  return (
    <del>
      <Time {...appointment} />
    </del>
  )
}

function Place({ location, isLink }: Pick<Appointment, 'location' | 'isLink'>) {
  if (!isLink) return <>{location}</>
  return (
    <>
      By video:{' '}
      <a href={location} rel="noreferrer">
        {location.replace('https://', '')}
      </a>
    </>
  )
}
