import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { subMilliseconds } from 'date-fns'
import { findAsked } from '#app/consultations/find-asked.server.ts'
import { db } from '#app/db.server.ts'
import { calls } from '#app/marketing/calls.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { requireLinkAllowance, sayWait, takeForForm } from '#app/ops/rate-limits.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { findRequest } from '#app/requirements/find-request.server.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { describePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { isClock } from '#app/time/clock.ts'
import { dateIn } from '#app/time/instants.ts'
import { problemsOf } from '#app/ui/error-summary.tsx'
import { findAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { askForTime, type Unavailable } from '#app/booking/picker/asked-time.server.ts'
import { describeChosen, describeFreeTime, type ChosenWords } from '#app/booking/picker/chosen-time.ts'
import { loadPicker } from '#app/booking/picker/load-picker.server.ts'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { zoneGroups } from '#app/booking/picker/zone-choices.ts'
import { ZoneGuess } from '#app/booking/picker/zone-form.tsx'
import { describeHeld, findHolding } from './held-words.server.ts'
import type { HeldWords } from './held.tsx'
import { holdAsAsked } from './hold-as-asked.server.ts'
import { holderOf, holdTokenOf } from './hold-token.server.ts'
import { BookDetails, type Refused } from './book-details.tsx'
import { bookSlot } from './book-slot.server.ts'
import { BookWhat, headingOf } from './book-what.tsx'
import {
  bookingRequestSchema,
  refusalWords,
  refusedToBook,
  slug,
  usualType,
  type BookingRequest,
} from './booking.ts'
import { wrongDetails } from './check-details.server.ts'
import { ChooseTime } from './choose-time.tsx'
import { ChooseType } from './choose-type.tsx'
import { loadChoices } from './load-choices.server.ts'
import { readVisit, type Visit } from './visit.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const now = new Date()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (query.request) await requireLinkAllowance(context.ip)
  const told = query.request ? await findRequest(query.request) : null
  const visit = await readVisit(request, {
    typeSlug: params.type,
    told: told && { zone: typedText(told.payload, 'timeZone') },
  })
  const page = {
    about: told?.title ?? findRole(query.role ?? '')?.title ?? null,
    context: visit.context,
    isZoneGuessed: visit.isZoneGuessed,
  }
  if (!visit.type) {
    return { ...page, step: 'type' as const, type: null, choices: await loadChoices(visit, now) }
  }

  const { slot } = visit.asked
  const { heldBy, hold } = await findHolding(request, { type: visit.type.slug, host: visit.host?.slug, slot })
  // What is held was early enough when it was chosen.
  const since = subMilliseconds(now, hold?.heldForMs ?? 0)
  const wished = await askForTime({ ...aboutTimes(visit), reservedBy: heldBy, slot }, since)
  const typed = {
    ...page,
    type: visit.type,
    typesHref: typesHref(visit),
    asked: (await findAsked(db, visit.type.slug)) ?? { callsYou: false, questions: [] },
    told: told && {
      name: told.name,
      email: told.email,
      company: told.company,
      phone: told.phone,
      message: '',
    },
    newKey: randomUUID(),
  }
  // The second step shows no calendar.
  if (wished.kind === 'free') {
    const held = hold && describeHeld(hold, wished.chosen.start, visit)
    return { ...typed, step: 'details' as const, chosen: wished.chosen, held }
  }
  const unavailable = wished.kind === 'unavailable' ? wished.unavailable : null
  return {
    ...typed,
    step: 'time' as const,
    unavailable,
    ...(await showCalendar(visit, { unavailable, heldBy, now })),
  }
}

/** What decides which times there are, and how they are said. */
function aboutTimes({ type, host, timeZone, clock }: Visit) {
  return { typeSlug: type?.slug ?? '', hostSlug: host?.slug, timeZone, clock }
}

/** The calendar, open on what the address asks for, or on the nearest time when that cannot be had. */
async function showCalendar(
  visit: Visit,
  { unavailable, heldBy, now }: { unavailable: Unavailable | null; heldBy: string | undefined; now: Date },
) {
  const { month, date, at } = visit.asked
  const nearest = unavailable?.nearby[0]?.start
  const picker = await loadPicker({
    ...aboutTimes(visit),
    reservedBy: heldBy,
    ...(nearest ? { at: nearest } : { month, date, at }),
    now,
  })
  const shownDate = picker.day?.date ?? dateIn(now, visit.timeZone)
  const wished = readSlot(at)
  const keptAt = wished && dateIn(wished, visit.timeZone) === picker.day?.date ? at : undefined
  return {
    picker,
    at: keptAt ?? picker.day?.times[0]?.start,
    zones: zoneGroups(visit.timeZone, {
      date: shownDate,
      now: now.getTime(),
      clock: visit.clock,
    }),
  }
}

function typesHref({ offered, context }: Visit): string | null {
  return offered.length > 1 ? paths.book({ ...context, type: undefined, host: undefined }) : null
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const now = new Date()
  const posted = await readForm(request)
  // The page's own address says what is booked there.
  if (params.type) posted.set('type', params.type)
  const form = parseFormData(bookingRequestSchema, posted)
  const face = { timeZone: visitorZone(request), clock: visitorClock(request) }
  const start = readSlot(typedText(form.values, 'start'))
  const chosen = start && describeChosen(start, face, now)
  if (start && posted.get('intent') === 'hold') {
    const wanted = { type: typeIn(form.values), host: hostIn(form.values), start }
    const answer = await holdAsAsked(request, wanted, { face, ip: context.ip, now })
    return refuse({ values: form.values, chosen, ...answer })
  }
  if (!form.ok) {
    const errors = { ...(await wrongDetails(db, typeIn(form.values), form.values)), ...form.errors }
    return refuse({ values: form.values, chosen, errors, status: 422 })
  }
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return refuse({ values: form.values, chosen, errors: { '': [words] }, status: 429 })
  }

  const told = await findRequest(typedText(form.values, 'request'))
  const heldBy = holderOf(holdTokenOf(request))
  const outcome = await bookSlot(form.value, { now, attachTo: told?.leadId, heldBy })
  if (outcome.ok) {
    const token = signLink('booking', outcome.value.booking)
    return redirect(paths.booked(token, { clock: chosenClock(request) }), 303)
  }

  if (outcome.reason === 'details') {
    return refuse({ values: form.values, chosen, errors: outcome.errors, status: 422 })
  }
  const field = outcome.reason === 'too-many-open' ? 'email' : ''
  const isAboutTime = !refusedToBook.some((reason) => reason === outcome.reason)
  const nearby = isAboutTime ? await timesInstead(form.value, heldBy, now) : []
  const isReused = outcome.reason === 'key-reused'
  return refuse({
    // Sent again, it is another booking and needs a key of its own.
    values: isReused ? { ...form.values, idempotencyKey: undefined } : form.values,
    chosen,
    errors: { [field]: [refusalWords[outcome.reason]] },
    nearby: nearby.map((time) => describeFreeTime(time, { ...face, timeZone: form.value.timeZone }, now)),
    status: isReused ? 422 : 409,
  })
}

/** The type of a form that may be wrong in anything. */
function typeIn(typed: Typed): string {
  return slug.catch(usualType).parse(typedText(typed, 'type'))
}

function hostIn(typed: Typed): string | undefined {
  return slug
    .optional()
    .catch(undefined)
    .parse(typedText(typed, 'host') || undefined)
}

/** The nearest free times of the same type, with the same person if one was chosen. */
function timesInstead({ type, host, start }: BookingRequest, reservedBy: string | undefined, now: Date) {
  return findAlternatives({ typeSlug: type, hostSlug: host, start, reservedBy }, now)
}

function chosenClock(request: Request): string | undefined {
  const clock = new URL(request.url).searchParams.get('clock')
  return isClock(clock) ? clock : undefined
}

type Refusal = Omit<Refused, 'nearby'> & {
  /** The time that was posted: after "Free instead" it is another one than the address names. */
  chosen: ChosenWords | null
  nearby?: Refused['nearby']
  /** What is held now, if the form was sent to hold it. */
  held?: HeldWords | null | undefined
  status: number
  headers?: HeadersInit
}

function refuse({ status, headers, nearby = [], held, ...refusal }: Refusal) {
  return data({ ...refusal, nearby, held }, headers ? { status, headers } : { status })
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const type = page?.type
  const minutes = type?.minutes ?? 30
  return describePage({
    title: type ? headingOf(type) : calls.book.label,
    description: `Choose a time for a free ${minutes}-minute consultation with ${site.name}, in your own time zone. Move or cancel it by the link in your confirmation.`,
    // One type alone needs no address of its own.
    path: paths.book({ type: page?.type && page.typesHref ? page.type.slug : undefined }),
    matches,
  })
}

export default function Book() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problems = problemsOf(refused?.errors ?? {}, [])
  if (page.step === 'type') {
    return <ChooseType choices={page.choices} about={page.about} isZoneGuessed={page.isZoneGuessed} />
  }
  const chosen = refused?.chosen ?? (page.step === 'details' ? page.chosen : null)
  if (chosen) return <Details page={page} chosen={chosen} refused={refused} />
  if (page.step === 'details') return null
  return (
    <ChooseTime {...page} zone={{ choices: page.zones, isGuessed: page.isZoneGuessed }} problems={problems} />
  )
}

type TypedPage = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { step: 'type' }>

function Details(props: {
  page: TypedPage
  chosen: ChosenWords
  refused: (Refused & { held?: HeldWords | null | undefined }) | undefined
}) {
  const { page, chosen, refused } = props
  const { type, context } = page
  const { timeZone, request, host } = context
  const held = refused?.held ?? (page.step === 'details' ? page.held : null)
  const letGo = { ...context, type: type.slug, at: chosen.start }
  return (
    <div className="book">
      <BookWhat step={2} type={type} typesHref={null} about={page.about} />
      {page.isZoneGuessed && !refused && <ZoneGuess timeZone={timeZone} />}
      <BookDetails
        chosen={{ ...chosen, changeHref: paths.book(letGo), letGoHref: paths.hold(letGo) }}
        {...{ refused, timeZone, request, host }}
        type={type.slug}
        asked={page.asked}
        held={held?.start === chosen.start ? held : null}
        told={page.told}
        newKey={page.newKey}
      />
    </div>
  )
}
