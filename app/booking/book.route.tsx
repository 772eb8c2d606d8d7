import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readGuard, staleWords } from '#app/abuse/guard.server.ts'
import { fastestForm, fastestPrefilled, judge } from '#app/abuse/judge.server.ts'
import { describeChosen, type ChosenWords } from '#app/booking/picker/chosen-time.ts'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { chosenClock, visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
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
import { problemsOf } from '#app/ui/error-summary.tsx'
import { headingOf } from './book-what.tsx'
import { findRetiredType, usualTypeSlug } from './bookable-types.server.ts'
import { bookingRequestSchema, slug } from './booking.ts'
import { wrongDetails } from './check-details.server.ts'
import { ChooseTime } from './choose-time.tsx'
import { ChooseType } from './choose-type.tsx'
import { EnterDetails, type Refused } from './enter-details.tsx'
import type { HeldWords } from './held.tsx'
import { holdAsAsked } from './hold-as-asked.server.ts'
import { holderOf, holdTokenOf } from './hold-token.server.ts'
import { loadBookingPage } from './load-booking-page.server.ts'
import { describeRefusal } from './refused-booking.server.ts'
import { RetiredTypeForm } from './retired-type.tsx'
import { bookOrAsk, type BookedOrAsked } from './unconfirmed/book-or-ask.server.ts'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (query.request) await requireLinkAllowance(context.ip)
  const told = query.request ? await findRequest(query.request) : null
  const page = await loadBookingPage(request, {
    typeSlug: typeAddressed(params),
    about: told?.title ?? findRole(query.role ?? '')?.title ?? null,
    told: told && whatIsTold(told),
    now: new Date(),
  })
  return data(page, page.step === 'type' && page.retired ? 404 : 200)
}

function whatIsTold(told: NonNullable<Awaited<ReturnType<typeof findRequest>>>) {
  const { name, email, company, phone, payload } = told
  return {
    zone: typedText(payload, 'timeZone'),
    details: { name, email, company, phone, message: '', guests: '' },
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const now = new Date()
  const posted = await readForm(request)
  // The page's own address says what is booked there.
  const addressed = typeAddressed(params)
  const type = addressed ?? namedIn(posted) ?? (await usualTypeSlug())
  // What is no name of a type stays, to be refused at its field.
  if (addressed || !posted.get('type')) posted.set('type', type)
  const form = parseFormData(bookingRequestSchema, posted)
  const face = { timeZone: visitorZone(request), clock: visitorClock(request) }
  const start = readSlot(typedText(form.values, 'start'))
  const sent = { type, values: form.values, chosen: start && describeChosen(start, face, now) }
  if (start && posted.get('intent') === 'hold') {
    const wanted = { type, host: hostIn(form.values), start }
    return refuse({ ...sent, ...(await holdAsAsked(request, wanted, { face, ip: context.ip, now })) })
  }
  if (!form.ok) {
    const errors = { ...(await wrongDetails(db, type, form.values)), ...form.errors }
    return refuse({ ...sent, errors, status: 422 })
  }
  const guard = readGuard(form.values, now)
  if (guard.kind === 'stale') {
    const values = { ...form.values, opened: undefined }
    return refuse({ ...sent, values, errors: { '': [staleWords] }, status: 422 })
  }
  const taken = await takeForForm(context.ip)
  if (!taken.ok) {
    const words = `You have sent several forms already. Send this one again ${sayWait(taken.retryAfterSeconds)}.`
    context.retryAfter(taken.retryAfterSeconds)
    return refuse({ ...sent, errors: { '': [words] }, status: 429 })
  }

  const told = await findRequest(typedText(form.values, 'request'))
  const heldBy = holderOf(holdTokenOf(request))
  const about = { now, attachTo: told?.leadId ?? undefined, heldBy }
  const fastest = told ? fastestPrefilled : fastestForm
  const wanted = { ...form.value, type }
  const sentBy = { guard, fastest, person: wanted, text: wanted.message, ip: context.ip }
  const outcome = await bookOrAsk(wanted, { ...about, judgement: await judge(sentBy, now) })
  if (outcome.ok) return redirect(pageAfter(outcome.value, chosenClock(request)), 303)
  // Sent again, it is another booking and needs a key of its own.
  if (outcome.reason === 'key-reused') sent.values = { ...sent.values, idempotencyKey: undefined }
  return refuse({ ...sent, ...(await describeRefusal(outcome, wanted, { face, heldBy, now })) })
}

function pageAfter(outcome: BookedOrAsked, clock: string | undefined): string {
  if (outcome.kind === 'asked') return paths.unconfirmedBooking(signLink('unconfirmed', outcome.asked))
  return paths.booked(signLink('booking', outcome.booked.booking), { clock })
}

/** The type that the address names, if it names one; throws a 404 when no type could have that name. */
function typeAddressed({ type }: { type?: string | undefined }): string | undefined {
  if (type === undefined) return undefined
  const named = slug.safeParse(type)
  if (!named.success) throw new Response(null, { status: 404 })
  return named.data
}

/** The type that a form names, which may be wrong in anything. */
function namedIn(posted: FormData): string | undefined {
  const { data: named } = slug.safeParse(posted.get('type'))
  return named
}

function hostIn(typed: Typed): string | undefined {
  const { data: host } = slug.safeParse(typedText(typed, 'host'))
  return host
}

type Refusal = Pick<Refused, 'values' | 'errors'> & {
  type: string
  /** The time that was posted: after "Free instead" it is another one than the address names. */
  chosen: ChosenWords | null
  nearby?: Refused['nearby']
  gone?: string | null
  /** What is held now, if the form was sent to hold it. */
  held?: HeldWords | null | undefined
  status: number
  headers?: HeadersInit
}

/** Whatever is wrong with the form, it is said as well when its type was retired meanwhile. */
async function refuse({ type, status, headers, nearby = [], gone = null, held, ...refusal }: Refusal) {
  const retired = await findRetiredType(type)
  return data({ ...refusal, nearby, gone, held, retired }, headers ? { status, headers } : { status })
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
  const { retired, chosen: lost } = refused ?? {}
  if (refused && retired && lost)
    return <RetiredTypeForm {...{ retired, refused, chosen: lost }} context={page.context} />
  if (page.step === 'type') return <ChooseType {...page} />
  const offered = page.step === 'details' ? page : null
  const chosen = refused?.chosen ?? offered?.chosen
  if (chosen) {
    const held = refused?.held ?? offered?.held ?? null
    return <EnterDetails {...page} {...{ chosen, held, refused }} />
  }
  if (page.step === 'details') return null
  const problems = problemsOf(refused?.errors ?? {}, [])
  return <ChooseTime {...page} problems={problems} />
}
