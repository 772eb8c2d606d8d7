import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/marketing/head.ts'
import { parseFormData, readForm, type FormErrors } from '#app/ops/forms.server.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { sayClearTime, sayDate, sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { describeAppointment } from './appointment.ts'
import { cancelSchema, refusalWords, rescheduleSchema } from './booking.ts'
import { cancelBooking, type CancelRefusal } from './cancel-booking.server.ts'
import { changesAllowed } from './cut-off.ts'
import { getBookingByToken } from './find-booking.server.ts'
import { loadPicker } from './load-picker.server.ts'
import { readSlot } from './read-slot.ts'
import { rescheduleBooking, type RescheduleRefusal } from './reschedule-booking.server.ts'
import { SlotPicker } from './slot-picker.tsx'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await allowLinkPage(context.ip)
  const token = params.token ?? ''
  const now = new Date()
  const booking = await getBookingByToken(token)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const timeZone = isTimeZone(query.tz ?? '') ? (query.tz as TimeZone) : (booking.visitorTimeZone as TimeZone)
  const start = readSlot(query.slot)
  const mayChange = changesAllowed(booking, now)
  return {
    token,
    appointment: describeAppointment(booking, now),
    mayChange,
    done: query.done === 'moved' || query.done === 'cancelled' ? query.done : null,
    chosen: start && {
      start: start.toISOString(),
      words: `${sayDate(start, timeZone, now)}, ${sayClearTime(start, timeZone)}`,
      zoneName: sayZone(timeZone, start),
    },
    picker: mayChange
      ? await loadPicker({
          typeSlug: booking.type.slug,
          hostSlug: booking.host.slug,
          except: booking.id,
          month: query.month,
          date: query.date,
          timeZone,
          now,
        })
      : null,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await allowLinkPage(context.ip)
  const token = params.token ?? ''
  const booking = await getBookingByToken(token)
  const form = await readForm(request)
  return form.get('intent') === 'cancel' ? cancel(booking.id, token, form) : move(booking.id, token, form)
}

async function move(bookingId: string, token: string, posted: FormData) {
  const form = parseFormData(rescheduleSchema, posted)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })

  const outcome = await rescheduleBooking({ bookingId, start: form.value.start, by: 'visitor' }, new Date())
  if (!outcome.ok) return refuse(outcome.reason)
  return redirect(`${paths.manage(token)}?done=moved`, 303)
}

async function cancel(bookingId: string, token: string, posted: FormData) {
  const form = parseFormData(cancelSchema, posted)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })

  const outcome = await cancelBooking({ bookingId, reason: form.value.reason, by: 'visitor' }, new Date())
  if (!outcome.ok) return refuse(outcome.reason)
  return redirect(`${paths.manage(token)}?done=cancelled`, 303)
}

function refuse(reason: RescheduleRefusal | CancelRefusal) {
  const errors: FormErrors = { '': [changeRefusalWords[reason]] }
  return data({ errors }, { status: 409 })
}

const changeRefusalWords: Record<RescheduleRefusal | CancelRefusal, string> = {
  ...refusalWords,
  taken: 'Somebody has just booked that time. Your consultation stays where it was: choose another time.',
  'not-open': 'This consultation was cancelled or is over, so it cannot be changed.',
  'cut-off': 'It is too late to change this here. Write or call us, and we find a way.',
}

async function allowLinkPage(ip: string) {
  const taken = await takeFrom('link-page', ip)
  if (!taken.ok) {
    throw new Response(null, { status: 429, headers: { 'Retry-After': String(taken.retryAfterSeconds) } })
  }
}

export const meta: MetaFunction = () => describePrivatePage('Move or cancel your consultation')

export default function Manage() {
  const { appointment, mayChange, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      {done === 'moved' && <Notice tone="success">Moved. A new invitation is on its way to you.</Notice>}
      <h1>{headings[appointment.status] ?? 'Your consultation'}</h1>
      <AppointmentCard appointment={appointment} />
      {mayChange ? <Changes /> : <Unchangeable status={appointment.status} />}
    </div>
  )
}

const headings: Record<string, string> = {
  confirmed: 'Your consultation',
  cancelled: 'This consultation is cancelled',
}

function Changes() {
  const { chosen, token, picker } = useLoaderData<typeof loader>()
  if (!picker) return null
  return (
    <>
      <section aria-labelledby="move">
        <h2 id="move">Move it</h2>
        {chosen ? (
          <form method="post" className="btn-row">
            <input type="hidden" name="start" value={chosen.start} />
            <p>
              To <strong>{chosen.words}</strong> ({chosen.zoneName})
            </p>
            <Button tone="go" name="intent" value="move">
              Move it to this time
            </Button>
            <a href={paths.manage(token)}>Choose another time</a>
          </form>
        ) : (
          <div className="book">
            <SlotPicker
              picker={picker}
              linkTo={(to) => paths.manage(token, { timeZone: picker.timeZone, ...to })}
            />
          </div>
        )}
      </section>
      <section aria-labelledby="cancel">
        <h2 id="cancel">Cancel it</h2>
        <form method="post" className="form">
          <TextArea name="reason" label="Why?" optional rows={2} />
          <div>
            <Button tone="danger" name="intent" value="cancel">
              Cancel the consultation
            </Button>
          </div>
        </form>
      </section>
    </>
  )
}

function Unchangeable({ status }: { status: string }) {
  if (status === 'cancelled') {
    return (
      <p>
        <a href={paths.book()}>Book another time</a>
      </p>
    )
  }
  return <p>{changeRefusalWords['cut-off']}</p>
}
