import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#app/db.server.ts'
import { describePrivatePage } from '#app/marketing/head.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { AddToCalendar } from './add-to-calendar.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { describeAppointment } from './appointment.ts'
import { visitorMeeting } from '#app/booking/letters/booking-meeting.server.ts'
import { calendarLinks } from '#app/booking/letters/calendar-links.ts'
import { getBookingByToken } from './find-booking.server.ts'
import { visitorClock } from './picker/visitor-clock.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const booking = await getBookingByToken(token)
  const hasRequirement = (await db.requirement.count({ where: { leadId: booking.leadId } })) > 0
  return {
    token,
    hasRequirement,
    appointment: describeAppointment(booking, new Date(), visitorClock(request)),
    bookAgain: paths.book({ type: booking.type.active ? booking.type.slug : undefined }),
    calendars: calendarLinks(visitorMeeting(booking)),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Your consultation')

export default function Booked() {
  const { token, hasRequirement, appointment, bookAgain, calendars } = useLoaderData<typeof loader>()
  const isCancelled = appointment.status === 'cancelled'
  return (
    <div className="page">
      <p className="label">{isCancelled ? 'Cancelled' : 'Confirmed'}</p>
      <h1>{isCancelled ? 'This consultation was cancelled' : 'Your consultation is booked'}</h1>
      <AppointmentCard appointment={appointment} />
      {isCancelled ? (
        <p>
          <a href={bookAgain}>Book another time</a>
        </p>
      ) : (
        <>
          <AddToCalendar links={calendars} fileHref={paths.invitation(token)} />
          <WhatNext token={token} email={appointment.email} hasRequirement={hasRequirement} />
        </>
      )}
    </div>
  )
}

function WhatNext(props: { token: string; email: string; hasRequirement: boolean }) {
  const { token, email, hasRequirement } = props
  return (
    <>
      <h2>What happens next</h2>
      <p>
        We are sending a confirmation with a calendar invitation to <strong>{email}</strong>. The link in it,
        and this page, let you move or cancel the call.
      </p>
      <div className="btn-row no-print">
        <ButtonLink href={paths.manage(token)}>Move or cancel</ButtonLink>
      </div>
      {!hasRequirement && (
        <p className="no-print">
          Would you like us to come prepared? <a href={paths.start()}>Share your requirement</a> before the
          call.
        </p>
      )}
    </>
  )
}
