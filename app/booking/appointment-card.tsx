import { DefinitionList } from '#app/ui/definition-list.tsx'
import type { Appointment } from './appointment.ts'

/** What was booked, the time large, both clocks named. */
export function AppointmentCard({ appointment }: { appointment: Appointment }) {
  return (
    <>
      <div className="appointment">
        <p className="appointment-time">
          <time dateTime={appointment.startsAt}>
            {appointment.date}, {appointment.time}
          </time>
        </p>
        <p className="label">
          {appointment.zoneName}
          {appointment.hostTime && ` · ${appointment.hostTime}`}
        </p>
      </div>
      <DefinitionList
        entries={[
          { term: 'Reference', value: <span className="reference">{appointment.reference}</span> },
          { term: 'What', value: `${appointment.type}, ${appointment.minutes} minutes` },
          { term: 'With', value: appointment.host },
          { term: 'How', value: <Place {...appointment} /> },
        ]}
      />
    </>
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
