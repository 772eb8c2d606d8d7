import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { sayDone } from '#app/ops/say-done.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { describeAppointment } from './appointment.ts'
import { tooLate } from './booking.ts'
import { changeOwnBooking } from './change-own-booking.server.ts'
import { changesAllowed } from './cut-off.ts'
import { getBookingByToken } from './find-booking.server.ts'
import { mayChangeGuests } from './guests/change-guests.server.ts'
import { GuestsForm } from './guests/guests-form.tsx'
import { guestsTyped } from './guests/guests.ts'
import { loadMove } from './load-move.server.ts'
import { ConfirmMove, MoveIt } from './move-it.tsx'
import { chosenClock, visitorClock } from './picker/visitor-clock.server.ts'

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
    done: sayDone(doneWords, request),
    guests: mayChangeGuests(booking, now) ? guestsTyped(booking.guests) : null,
    canChange,
    move: canChange ? await loadMove(booking, query, { now, clock }) : null,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const { id } = await getBookingByToken(token)
  const acted = await changeOwnBooking(id, await readForm(request), { ip: context.ip, now: new Date() })
  if (acted.ok) return redirect(paths.manage(token, { done: acted.value, clock: chosenClock(request) }), 303)
  if (acted.retryAfterSeconds) context.retryAfter(acted.retryAfterSeconds)
  const { errors, typed, status } = acted
  return data({ errors, typed }, { status })
}

const doneWords = {
  moved: 'Moved. A new invitation is on its way to you.',
  guests: 'Saved. Who is new is invited, and who is not to come any more is told.',
}

export const meta: MetaFunction = () => describePrivatePage('Move or cancel your consultation')

export default function Manage() {
  const { appointment, done, guests, canChange, move, context, bookAgain } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="page">
      <ErrorSummary
        problems={problemsOf(refused?.errors ?? {}, guests === null ? ['reason'] : ['reason', 'guests'])}
      />
      {done && !refused && <Notice tone="success">{done}</Notice>}
      <h1>{headings[appointment.status] ?? 'Your consultation'}</h1>
      <AppointmentCard appointment={appointment} movingTo={move?.chosen}>
        {move?.chosen && <ConfirmMove move={move} context={context} start={move.chosen.startsAt} />}
      </AppointmentCard>
      {guests !== null && !move?.chosen && (
        <GuestsForm
          guests={refused?.typed.guests ?? guests}
          errors={refused?.errors.guests}
          isOpen={refused?.typed.guests !== undefined}
        />
      )}
      {move && !move.chosen && <MoveIt move={move} context={context} isRefused={refused !== undefined} />}
      {canChange && !move && <p>{notHeldAnyMore}</p>}
      {canChange ? (
        <CancelIt why={refused?.typed.reason ?? ''} errors={refused?.errors.reason} />
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
  return <p>{tooLate}</p>
}
