import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { refusalWords } from '#app/booking/booking.ts'
import { describeChosen } from '#app/booking/picker/chosen-time.ts'
import { chosenClock, visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { sayClearTime } from '#app/time/say.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { heldUntil, holderUntilConfirmed } from './ask-to-confirm.server.ts'
import { getUnconfirmed } from './find-unconfirmed.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const { request: wanted, isConfirmed, createdAt } = await getUnconfirmed('confirm', params.token ?? '')
  const { timeZone, start, type } = wanted
  const [now, clock] = [new Date(), visitorClock(request)]
  const until = heldUntil({ createdAt })
  return {
    isConfirmed,
    until: !isConfirmed && until > now ? sayClearTime(until, timeZone, clock) : null,
    chosen: describeChosen(start, { timeZone, clock }, now),
    again: paths.book({ type, timeZone, at: start.toISOString() }),
  }
}

/** Programs that read mail open every link in it: only the button books. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const { request: wanted, attachTo, held } = await getUnconfirmed('confirm', params.token ?? '')
  const outcome = await bookSlot(wanted, {
    now: new Date(),
    attachTo,
    heldBy: holderUntilConfirmed(wanted),
    held,
  })
  if (outcome.ok) {
    const token = signLink('booking', outcome.value.booking)
    return redirect(paths.booked(token, { clock: chosenClock(request) }), 303)
  }
  const words = outcome.reason === 'details' ? questionsChanged : refusalWords[outcome.reason]
  return data({ words }, { status: 409 })
}

const questionsChanged = 'What we ask before this call has changed meanwhile. Choose a time and book again.'

export const meta: MetaFunction = () => describePrivatePage('Confirm your booking')

export default function Confirm() {
  const { chosen, again, isConfirmed, until } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="page">
      {refused && <Notice tone="alert">{refused.words}</Notice>}
      <p className="label">{isConfirmed ? 'Confirmed' : 'One more step'}</p>
      <h1>{isConfirmed ? 'Your consultation is booked' : 'Is this the time you want?'}</h1>
      <div className="appointment">
        <p className="appointment-time">
          <time dateTime={chosen.start}>
            {chosen.date}, {chosen.time}
          </time>
        </p>
        <p className="label">
          {chosen.zoneName}
          {until && ` · held for you until ${until}`}
        </p>
      </div>
      {isConfirmed ? (
        <p>
          The letter that we sent after it holds the link to move or cancel it. Lost?{' '}
          <a href={paths.links()}>Have your links sent again</a>.
        </p>
      ) : (
        !refused && <p>Nothing is booked before you confirm it.</p>
      )}
      <form method="post" className="btn-row">
        {!isConfirmed && !refused && <Button tone="go">Confirm the booking</Button>}
        {(refused || !isConfirmed) && <ButtonLink href={again}>Choose another time</ButtonLink>}
      </form>
    </div>
  )
}
