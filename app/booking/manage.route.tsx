import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { typedText, type FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
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
import { loadMove } from './load-move.server.ts'
import { ConfirmMove, MoveIt } from './move-it.tsx'
import { chosenClock, visitorClock } from './picker/visitor-clock.server.ts'
import { rescheduleBooking, type RescheduleRefusal } from './reschedule-booking.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const now = new Date()
  const booking = await getBookingByToken(token)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const clock = visitorClock(request)
  const canChange = changesAllowed(booking, now)
  return {
    context: { token, clock: chosenClock(request) },
    appointment: describeAppointment(booking, now, clock),
    bookAgain: paths.book({ type: booking.type.active ? booking.type.slug : undefined }),
    wasMoved: query.done === 'moved',
    canChange,
    move: canChange ? await loadMove(booking, query, { now, clock }) : null,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const { id } = await getBookingByToken(token)
  const form = await readForm(request)
  const clock = chosenClock(request)
  return form.get('intent') === 'cancel'
    ? cancel(id, form, paths.manage(token, { clock }))
    : move(id, form, paths.manage(token, { done: 'moved', clock }))
}

async function move(bookingId: string, posted: FormData, next: string) {
  const form = parseFormData(rescheduleSchema, posted)
  if (!form.ok) return data({ errors: form.errors, why: '' }, { status: 422 })

  const outcome = await rescheduleBooking({ bookingId, start: form.value.start, by: 'visitor' }, new Date())
  if (!outcome.ok) return refuse(outcome.reason)
  return redirect(next, 303)
}

async function cancel(bookingId: string, posted: FormData, next: string) {
  const form = parseFormData(cancelSchema, posted)
  if (!form.ok) return data({ errors: form.errors, why: typedText(form.values, 'reason') }, { status: 422 })

  const outcome = await cancelBooking({ bookingId, reason: form.value.reason, by: 'visitor' }, new Date())
  if (!outcome.ok) return refuse(outcome.reason)
  return redirect(next, 303)
}

function refuse(reason: RescheduleRefusal | CancelRefusal) {
  const errors: FormErrors = { '': [changeRefusalWords[reason]] }
  return data({ errors, why: '' }, { status: 409 })
}

const changeRefusalWords: Record<RescheduleRefusal | CancelRefusal, string> = {
  ...refusalWords,
  taken: 'Somebody has just booked that time. Your consultation stays where it was: choose another time.',
  'not-open': 'This consultation was cancelled or is over, so it cannot be changed.',
  'cut-off': `It is too late to change this here. Write to ${site.email} and we will find a way.`,
}

export const meta: MetaFunction = () => describePrivatePage('Move or cancel your consultation')

export default function Manage() {
  const { appointment, wasMoved, canChange, move, context, bookAgain } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="page">
      <ErrorSummary problems={problemsOf(refused?.errors ?? {}, ['reason'])} />
      {wasMoved && <Notice tone="success">Moved. A new invitation is on its way to you.</Notice>}
      <h1>{headings[appointment.status] ?? 'Your consultation'}</h1>
      <AppointmentCard appointment={appointment} movingTo={move?.chosen}>
        {move?.chosen && <ConfirmMove move={move} context={context} start={move.chosen.startsAt} />}
      </AppointmentCard>
      {move && !move.chosen && <MoveIt move={move} context={context} isRefused={refused !== undefined} />}
      {canChange && !move && <p>{notHeldAnyMore}</p>}
      {canChange ? (
        <CancelIt why={refused?.why ?? ''} errors={refused?.errors.reason} />
      ) : (
        <Unchangeable status={appointment.status} bookAgain={bookAgain} />
      )}
    </div>
  )
}

const notHeldAnyMore = `We no longer offer this consultation, so it cannot be moved here. It still takes place; to move it, write to ${site.email}.`

const headings: Record<string, string> = {
  confirmed: 'Your consultation',
  cancelled: 'This consultation is cancelled',
}

function CancelIt({ why, errors }: { why: string; errors: string[] | undefined }) {
  return (
    <section aria-labelledby="cancel">
      <h2 id="cancel">Cancel it</h2>
      <form method="post" className="form">
        <TextArea name="reason" label="Why?" optional rows={2} defaultValue={why} errors={errors} />
        <div>
          <Button tone="danger" name="intent" value="cancel">
            Cancel the consultation
          </Button>
        </div>
      </form>
    </section>
  )
}

function Unchangeable({ status, bookAgain }: { status: string; bookAgain: string }) {
  if (status === 'cancelled') {
    return (
      <p>
        <a href={bookAgain}>Book another time</a>
      </p>
    )
  }
  return <p>{changeRefusalWords['cut-off']}</p>
}
