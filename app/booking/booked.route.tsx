import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { visitorMeeting } from '#app/booking/letters/booking-meeting.server.ts'
import { calendarLinks } from '#app/booking/letters/calendar-links.ts'
import { db } from '#app/db.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { emailAddress } from '#app/ops/text.ts'
import { typedText, type FormErrors, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AddToCalendar } from './add-to-calendar.tsx'
import { CorrectEmailForm } from './after/correct-email-form.tsx'
import { correctEmail, mayCorrect, type CorrectionRefusal } from './after/correct-email.server.ts'
import { AppointmentCard } from './appointment-card.tsx'
import { describeAppointment } from './appointment.ts'
import { refusalWords } from './booking.ts'
import { getBookingByToken } from './find-booking.server.ts'
import { chosenClock, visitorClock } from './picker/visitor-clock.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const booking = await getBookingByToken(token)
  const hasRequirement = (await db.requirement.count({ where: { leadId: booking.leadId } })) > 0
  return {
    fileHref: paths.invitation(token),
    manageHref: paths.manage(token, { clock: chosenClock(request) }),
    hasRequirement,
    mayCorrect: await mayCorrect(db, booking),
    wasCorrected: new URL(request.url).searchParams.get('done') === 'corrected',
    appointment: describeAppointment(booking, new Date(), visitorClock(request)),
    bookAgain: paths.book({ type: booking.type.active ? booking.type.slug : undefined }),
    calendars: calendarLinks(visitorMeeting(booking)),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const booking = await getBookingByToken(params.token ?? '')
  const form = await parseForm(correctionSchema, request)
  if (!form.ok) return refuse(form.errors, form.values, 422)
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    context.retryAfter(taken.retryAfterSeconds)
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ '': [words] }, form.values, 429)
  }
  const { id: bookingId, linkVersion } = booking
  const outcome = await correctEmail({ bookingId, linkVersion, email: form.value.email }, new Date())
  if (!outcome.ok) return refuse({ email: [correctionWords[outcome.reason]] }, form.values, 409)
  return redirect(
    paths.booked(signLink('booking', outcome.value), { done: 'corrected', clock: chosenClock(request) }),
    303,
  )
}

const correctionSchema = z.object({ email: emailAddress() })

const correctionWords: Record<CorrectionRefusal, string> = {
  'too-late': `It is too late to correct it here. Write to ${site.email}, and we will.`,
  'too-often': `It has been corrected several times. Write to ${site.email}, and we will help.`,
  'too-many-open': refusalWords['too-many-open'],
}

function refuse(errors: FormErrors, values: Typed, status: number) {
  return data({ errors, email: typedText(values, 'email') }, { status })
}

export const meta: MetaFunction = () => describePrivatePage('Your consultation')

export default function Booked() {
  const page = useLoaderData<typeof loader>()
  const { appointment } = page
  const refused = useActionData<typeof action>()
  const isCancelled = appointment.status === 'cancelled'
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, page.mayCorrect ? ['email'] : [])} />
      {page.wasCorrected && (
        <Notice tone="success">{`Corrected: the confirmation goes to ${appointment.email}.`}</Notice>
      )}
      <p className="label">{isCancelled ? 'Cancelled' : 'Confirmed'}</p>
      <h1>{isCancelled ? 'This consultation was cancelled' : 'Your consultation is booked'}</h1>
      <AppointmentCard appointment={appointment} />
      {isCancelled ? (
        <p>
          <a href={page.bookAgain}>Book another time</a>
        </p>
      ) : (
        <>
          <AddToCalendar links={page.calendars} fileHref={page.fileHref} />
          <WhatNext
            manageHref={page.manageHref}
            email={appointment.email}
            hasRequirement={page.hasRequirement}
          >
            {page.mayCorrect && <CorrectEmailForm refused={refused ?? null} />}
          </WhatNext>
        </>
      )}
    </div>
  )
}

function WhatNext(props: {
  manageHref: string
  email: string
  hasRequirement: boolean
  children: ReactNode
}) {
  const { manageHref, email, hasRequirement } = props
  return (
    <>
      <h2>What happens next</h2>
      <p>
        We are sending a confirmation with a calendar invitation to <strong>{email}</strong>. The link in it,
        and this page, let you move or cancel the call.
      </p>
      {props.children}
      <div className="btn-row no-print">
        <ButtonLink href={manageHref}>Move or cancel</ButtonLink>
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
