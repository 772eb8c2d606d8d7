import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findAsked } from '#app/consultations/find-asked.server.ts'
import { db } from '#app/db.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { describePage } from '#app/marketing/head.ts'
import { parseForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { typedText } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { findRequest } from '#app/requirements/find-request.server.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { findAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { askForTime } from '#app/booking/picker/asked-time.server.ts'
import { BookDetails, type Refused } from './book-details.tsx'
import { wrongDetails } from './check-details.server.ts'
import { bookSlot } from './book-slot.server.ts'
import { BookWhat } from './book-what.tsx'
import { bookingRequestSchema, refusalWords, refusedToBook } from './booking.ts'
import { describeChosen, describeFreeTime, type ChosenWords } from '#app/booking/picker/chosen-time.ts'
import { loadPicker } from '#app/booking/picker/load-picker.server.ts'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { SlotPicker } from '#app/booking/picker/slot-picker.tsx'
import { UnavailableTime } from '#app/booking/picker/unavailable-time.tsx'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { ZoneForm, ZoneGuess } from '#app/booking/picker/zone-form.tsx'

const typeSlug = 'consultation'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = new Date()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const timeZone = visitorZone(request)
  if (query.request) await requireLinkAllowance(context.ip)
  const told = query.request ? await findRequest(query.request) : null
  const wished = await askForTime({ slot: query.slot, typeSlug, timeZone }, now)
  const chosen = wished.kind === 'free' ? wished.chosen : null
  const unavailable = wished.kind === 'unavailable' ? wished.unavailable : null
  // The calendar opens on the day of the chosen time, or of the nearest one when that cannot be had.
  const shown = chosen ?? unavailable?.nearby[0]
  const date = shown ? dateIn(new Date(shown.start), timeZone) : query.date
  return {
    // The second step shows no calendar.
    picker: chosen ? null : await loadPicker({ typeSlug, month: query.month, date, timeZone, now }),
    date,
    zone: { choices: zoneChoices(timeZone, now), isGuessed: isZoneGuessed(request) },
    chosen,
    asked: (await findAsked(db, typeSlug)) ?? { callsYou: false, questions: [] },
    unavailable,
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
  if (!form.ok) {
    const errors = { ...(await wrongDetails(db, typeSlug, form.values)), ...form.errors }
    return refuse({ values: form.values, chosen, errors, status: 422 })
  }
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return refuse({ values: form.values, chosen, errors: { '': [words] }, status: 429 })
  }

  const told = await findRequest(typedText(form.values, 'request'))
  const outcome = await bookSlot(form.value, { now, attachTo: told?.leadId })
  if (outcome.ok) return redirect(paths.booked(signLink('booking', outcome.value.booking)), 303)

  if (outcome.reason === 'details') {
    return refuse({ values: form.values, chosen, errors: outcome.errors, status: 422 })
  }
  const field = outcome.reason === 'too-many-open' ? 'email' : ''
  const isAboutTime = !refusedToBook.some((reason) => reason === outcome.reason)
  const nearby = isAboutTime ? await findAlternatives({ typeSlug, start: form.value.start }, now) : []
  const isReused = outcome.reason === 'key-reused'
  return refuse({
    // Sent again, it is another booking and needs a key of its own.
    values: isReused ? { ...form.values, idempotencyKey: undefined } : form.values,
    chosen,
    errors: { [field]: [refusalWords[outcome.reason]] },
    nearby: nearby.map((time) => describeFreeTime(time, form.value.timeZone, now)),
    status: isReused ? 422 : 409,
  })
}

type Refusal = Omit<Refused, 'nearby'> & {
  /** The time that was posted: after "Free instead" it is another one than the address names. */
  chosen: ChosenWords | null
  nearby?: Refused['nearby']
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
  const { about, asked, context, told, newKey, date, zone, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const chosen = refused?.chosen ?? page.chosen
  if (!chosen) return <ChooseTime />
  const changeHref = paths.book({ ...context, date })
  return (
    <div className="book">
      <BookWhat step={2} about={about} />
      {zone.isGuessed && !refused && <ZoneGuess timeZone={context.timeZone} />}
      <BookDetails
        chosen={{ ...chosen, changeHref }}
        {...{ asked, told, refused, newKey }}
        timeZone={context.timeZone}
        request={context.request}
      />
    </div>
  )
}

function ChooseTime() {
  const { about, context, picker, unavailable, zone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problems = problemsOf(refused?.errors ?? {}, [])
  if (!picker) return null
  return (
    <div className="book">
      {problems.length > 0 && (
        <div className="book-note">
          <ErrorSummary problems={problems} />
        </div>
      )}
      {unavailable && !refused && (
        <UnavailableTime unavailable={unavailable} linkTo={(slot) => paths.book({ ...context, slot })} />
      )}
      <BookWhat step={1} about={about}>
        <ZoneForm
          action={paths.book()}
          timeZone={picker.timeZone}
          isGuessed={zone.isGuessed}
          choices={zone.choices}
          keep={{ role: context.role, request: context.request }}
        />
      </BookWhat>
      <SlotPicker picker={picker} linkTo={(to) => paths.book({ ...context, ...to })} />
    </div>
  )
}
