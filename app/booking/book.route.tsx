import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { calls } from '#app/marketing/calls.ts'
import { describePage } from '#app/marketing/head.ts'
import { parseForm, typedText, type FormErrors, type Typed } from '#app/ops/forms.server.ts'
import { sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { findRequest } from '#app/requirements/find-request.server.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { sayClearTime, sayDate, sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { findAlternatives } from './alternatives.server.ts'
import { bookSlot } from './book-slot.server.ts'
import { aboveTheForm, BookingForm } from './booking-form.tsx'
import { bookingRequestSchema, refusalWords, refusedToBook } from './booking.ts'
import { loadPicker } from './load-picker.server.ts'
import { NearbyTimes } from './nearby-times.tsx'
import { SlotPicker } from './slot-picker.tsx'
import { readSlot } from './read-slot.ts'
import { isZoneGuessed, visitorZone } from './visitor-zone.server.ts'
import { ZoneForm } from './zone-form.tsx'
import { zoneChoices } from './zone-choices.ts'

const typeSlug = 'consultation'

export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const timeZone = visitorZone(request)
  const told = query.request ? await findRequest(query.request) : null
  const start = readSlot(query.slot)
  return {
    picker: await loadPicker({ typeSlug, month: query.month, date: query.date, timeZone, now }),
    zone: { choices: zoneChoices(timeZone, now), isGuessed: isZoneGuessed(request) },
    chosen: start && describeChosen(start, timeZone, now),
    about: told?.title ?? findRole(query.role ?? '')?.title ?? null,
    told: told && {
      name: told.name,
      email: told.email,
      company: told.company,
      phone: told.phone,
      message: '',
    },
    context: { role: query.role, request: told ? query.request : undefined, timeZone },
    newKey: randomUUID(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const now = new Date()
  const form = await parseForm(bookingRequestSchema, request)
  const posted = readSlot(typedText(form.values, 'start'))
  const chosen = posted && describeChosen(posted, visitorZone(request), now)
  if (!form.ok) return refuse({ values: form.values, chosen, errors: form.errors, status: 422 })
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    return refuse({ values: form.values, chosen, errors: { '': [words] }, status: 429 })
  }

  const told = await findRequest(typedText(form.values, 'request'))
  const outcome = await bookSlot(form.value, { now, attachTo: told?.leadId })
  if (outcome.ok) return redirect(paths.booked(signLink('booking', outcome.value.booking)), 303)

  const field = outcome.reason === 'too-many-open' ? 'email' : ''
  const isAboutTime = !refusedToBook.some((reason) => reason === outcome.reason)
  const nearby = isAboutTime ? await findAlternatives({ typeSlug, start: form.value.start }, now) : []
  return refuse({
    values: form.values,
    chosen,
    errors: { [field]: [refusalWords[outcome.reason]] },
    nearby: nearby.map((time) => describeTime(time, form.value.timeZone, now)),
    status: outcome.reason === 'key-reused' ? 422 : 409,
  })
}

function describeChosen(start: Date, timeZone: TimeZone, now: Date) {
  return {
    start: start.toISOString(),
    date: sayDate(start, timeZone, now),
    time: sayClearTime(start, timeZone),
    zoneName: sayZone(timeZone, start),
  }
}

function describeTime(time: number, timeZone: TimeZone, now: Date) {
  return {
    start: new Date(time).toISOString(),
    words: `${sayDate(time, timeZone, now)}, ${sayClearTime(time, timeZone)}`,
  }
}

type Refusal = {
  values: Typed
  /** The time that was posted: after "Free instead" it is another one than the address names. */
  chosen: ReturnType<typeof describeChosen> | null
  errors: FormErrors
  nearby?: { start: string; words: string }[]
  status: number
}

function refuse({ status, nearby = [], ...refusal }: Refusal) {
  return data({ ...refusal, nearby }, { status })
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: calls.book.label,
    description: `Choose a time for a free 30-minute consultation with ${site.name}, in your own time zone. Move or cancel it by the link in your confirmation.`,
    path: paths.book(),
    matches,
  })

export default function Book() {
  const { picker, zone, about, context, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const chosen = refused?.chosen ?? page.chosen
  return (
    <div className="book">
      <div className="book-what">
        <p className="label">{chosen ? 'Step 2 of 2' : 'Step 1 of 2'}</p>
        <h1>{calls.book.label}</h1>
        <p>{calls.book.sentence}</p>
        {about ? (
          <p>
            <span className="label">About</span>
            <br />
            {about}
          </p>
        ) : (
          <p>
            {calls.together} <a href={paths.start()}>{calls.start.label}</a>
          </p>
        )}
        {!chosen && (
          <ZoneForm
            action={paths.book()}
            timeZone={picker.timeZone}
            isGuessed={zone.isGuessed}
            choices={zone.choices}
            keep={{ role: context.role, request: context.request }}
          />
        )}
      </div>
      {refused && !chosen && <ErrorSummary problems={problemsOf(aboveTheForm(refused.errors))} />}
      {chosen ? (
        <Details chosen={chosen} />
      ) : (
        <SlotPicker picker={picker} linkTo={(to) => paths.book({ ...context, ...to })} />
      )}
    </div>
  )
}

function Details({ chosen }: { chosen: ReturnType<typeof describeChosen> }) {
  const { context, told, newKey, picker } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = (name: 'name' | 'email' | 'company' | 'phone' | 'message') => {
    const value = refused?.values[name]
    return typeof value === 'string' ? value : ((refused ? '' : told?.[name]) ?? '')
  }
  const key = typeof refused?.values.idempotencyKey === 'string' ? refused.values.idempotencyKey : newKey
  return (
    <div className="book-details">
      {refused && refused.nearby.length > 0 && <NearbyTimes times={refused.nearby} values={refused.values} />}
      <BookingForm
        chosen={{ ...chosen, changeHref: paths.book({ ...context, date: picker.day?.date }) }}
        details={{
          name: typed('name'),
          email: typed('email'),
          company: typed('company'),
          phone: typed('phone'),
          message: typed('message'),
        }}
        errors={refused?.errors ?? {}}
        hidden={{ timeZone: picker.timeZone, request: context.request, idempotencyKey: key }}
      />
    </div>
  )
}
