import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedToBook } from '#app/booking/booking.ts'
import { canSee } from '#app/leads/find-lead.server.ts'
import { requireEditor } from '#app/leads/scope.server.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import type { FormErrors, Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AskForTime, ForLead } from './ask-for-time.tsx'
import { bookForVisitor } from './book-for-visitor.server.ts'
import { TimeChoices, TypedTimeForm } from './choose-time.tsx'
import { describeTime } from './load-chosen.server.ts'
import { loadNewBooking } from './load-new-booking.server.ts'
import { nearestFor } from './load-times.server.ts'
import { isOutside, newBookingSchema, sayRefusal } from './new-booking.ts'
import { VisitorForm } from './visitor-form.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const page = await loadNewBooking(viewer, query, new Date())
  const done = /^B-[2-9A-Z]{7}$/.test(query.done ?? '') ? query.done : undefined
  return { page, done, key: randomUUID() }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const now = new Date()
  const form = await parseForm(newBookingSchema, request)
  if (!form.ok) return refuse(form.values, { errors: form.errors, status: 422 })

  const outcome = await bookForVisitor(viewer, form.value, now)
  if (outcome.ok) {
    const { lead, reference } = outcome.value.booking
    const isTheirs = await canSee(viewer, lead.ref)
    return redirect(isTheirs ? paths.staff.lead(lead.ref) : paths.staff.newBooking({ done: reference }), 303)
  }
  const { reason } = outcome
  if (reason === 'details') return refuse(form.values, { errors: outcome.errors, status: 422 })
  if (reason === 'key-reused')
    return refuse({ ...form.values, key: undefined }, { errors: { '': [sayRefusal(reason)] }, status: 422 })

  const start = form.value.instead ?? form.value.start
  const values = { ...form.values, start: start.toISOString() }
  if (isOutside(reason) && form.value.host) return refuse(values, { outside: reason, status: 409 })
  const isAboutTime = !refusedToBook.some((other) => other === reason)
  const nearby = isAboutTime ? await nearestFor({ ...form.value, host: form.value.host }, start, now) : []
  return refuse(values, {
    errors: { '': [sayRefusal(reason)] },
    nearby: nearby.map((at) => describeTime(at, form.value.timeZone)),
    status: 409,
  })
}

type Refusal = {
  errors?: FormErrors
  outside?: 'closed' | 'hours' | 'grid'
  nearby?: { start: string; words: string }[]
  status: number
}

function refuse(values: Typed, { status, errors = {}, outside, nearby = [] }: Refusal) {
  return data({ values, errors, outside: outside ?? null, nearby }, { status })
}

export const meta: MetaFunction = () => describePrivatePage('Book for a visitor')

export default function NewBookingPage() {
  const { page, done } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Book for a visitor</h1>
        <div className="bar-end">
          {page?.lead && <a href={paths.staff.lead(page.lead.ref)}>Back to L-{page.lead.ref}</a>}
        </div>
      </header>
      <div className="desk-body">
        {done && (
          <Notice tone="success">{`${done} is booked, and the letters are on their way. Its lead is a colleague’s.`}</Notice>
        )}
        {page ? <Steps /> : <NothingToBook />}
      </div>
    </>
  )
}

function Steps() {
  const { page, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!page) return null
  return (
    <>
      {page.lead && <ForLead lead={page.lead} />}
      {page.chosen || refused ? (
        <VisitorForm page={page} refused={refused ?? null} newKey={key} />
      ) : (
        <>
          <AskForTime context={page.context} date={page.date} choices={page.choices} />
          <div className="ask-answer">
            <TimeChoices heading={page.heading} times={page.times} clocks={page.clocks} />
            <TypedTimeForm context={page.context} date={page.date} typed={page.typed} clocks={page.clocks} />
          </div>
        </>
      )}
    </>
  )
}

function NothingToBook() {
  return (
    <EmptyState heading="Nothing can be booked">
      <p>
        A consultation needs a type that is switched on and somebody who holds it:{' '}
        <a href={paths.staff.types()}>types of consultation</a>.
      </p>
    </EmptyState>
  )
}
