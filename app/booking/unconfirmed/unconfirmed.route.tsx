import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describeChosen } from '#app/booking/picker/chosen-time.ts'
import { visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { sayClearTime } from '#app/time/say.ts'
import { heldUntil } from './ask-to-confirm.server.ts'
import { getUnconfirmed } from './find-unconfirmed.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const { request: wanted, createdAt } = await getUnconfirmed('unconfirmed', params.token ?? '')
  const { timeZone, start, type, email } = wanted
  const clock = visitorClock(request)
  return {
    email,
    chosen: describeChosen(start, { timeZone, clock }, new Date()),
    until: sayClearTime(heldUntil({ createdAt }), timeZone, clock),
    again: paths.book({ type, timeZone }),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Confirm your booking')

export default function ToConfirm() {
  const { email, chosen, until, again } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <p className="label">One more step</p>
      <h1>Confirm it by e-mail</h1>
      <div className="appointment">
        <p className="appointment-time">
          <time dateTime={chosen.start}>
            {chosen.date}, {chosen.time}
          </time>
        </p>
        <p className="label">
          {chosen.zoneName} · held for you until {until}
        </p>
      </div>
      <p className="lede">
        We are sending a letter to <strong>{email}</strong>. Press the button in it, and the consultation is
        yours.
      </p>
      <p>
        Nothing after some minutes? Look among the unwanted mail, or <a href={again}>book again</a> with
        another address. You can also write to <a href={`mailto:${site.email}`}>{site.email}</a>.
      </p>
    </div>
  )
}
