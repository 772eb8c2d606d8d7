import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hostName, whatItIs } from '#app/booking/letters/booking-letters.server.ts'
import { storedAnswers } from '#app/consultations/answers.ts'
import { LeadHistory } from '#app/leads/lead-history.tsx'
import { historyOf } from '#app/leads/lead-timeline.ts'
import { mayEdit, requireEditor } from '#app/leads/scope.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { sayDone } from '#app/ops/say-done.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Status } from '#app/ui/status.tsx'
import { actOnBooking } from './booking-acts.server.ts'
import { BookingActs } from './booking-acts.tsx'
import { AnswersPanel, LettersPanel, WhenPanel, WhoPanel } from './booking-panels.tsx'
import { standingOf } from './booking-status.ts'
import { describeLetters, onClock, otherClocks, sayBooked } from './booking-view.ts'
import {
  getDeskBooking,
  isInScope,
  listEventsOf,
  referenceFrom,
  type DeskBooking,
} from './find-desk-booking.server.ts'
import { loadOtherHosts, loadTimes } from './load-choices.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const booking = await getDeskBooking(viewer, params.reference)
  const now = new Date()
  const { reference, status, sequence } = booking
  const { timeZone } = viewer
  const wished = new URL(request.url).searchParams.get('date')
  const events = await listEventsOf(booking)
  return {
    ...{ reference, status, sequence },
    standing: standingOf(booking, now),
    done: sayDone(doneWords, request),
    when: onClock(booking, timeZone, now),
    clocks: otherClocks(booking, timeZone, clocksOf(booking), now),
    meeting: meetingFacts(booking, viewer.timeZone),
    visitor: visitorOf(booking),
    answers: answersOf(booking),
    letters: describeLetters(booking.letters, booking, { timeZone, now }),
    history: historyOf({ events, notes: [], tasks: [], letters: [] }, timeZone, now),
    acts: mayEdit(viewer) ? await loadActs(booking, { wished, timeZone }, now) : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const reference = referenceFrom(params.reference)
  const acted = await actOnBooking(viewer, reference, await readForm(request), new Date())
  if ('done' in acted) return redirect(await pageAfter(viewer, reference, acted.done), 303)
  return data(acted, { status: acted.reason ? 409 : 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: booking }) =>
  describePrivatePage(booking ? `${booking.reference} ${booking.visitor.name}` : 'Booking')

export default function BookingPage() {
  const booking = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { reference, standing, visitor } = booking
  return (
    <>
      <header className="bar">
        <h1>{visitor.name}</h1>
        <span className="label">{reference}</span>
        <Status tone={standing.tone}>{standing.name}</Status>
        <div className="bar-end">
          {booking.acts && (
            <a className="to-acts" href="#acts">
              What next?
            </a>
          )}
          <a href={paths.staff.lead(visitor.ref)}>Lead L-{visitor.ref}</a>
          <a href={paths.staff.bookings()}>All bookings</a>
        </div>
      </header>
      <div className="desk-body split">
        <div className="stack">
          {booking.done && !refused && <Notice tone="success">{booking.done}</Notice>}
          <WhenPanel {...booking} />
          <WhoPanel visitor={visitor} />
          <AnswersPanel answers={booking.answers} />
          <LettersPanel {...booking} mayChange={booking.acts !== null} />
          <LeadHistory days={booking.history} />
        </div>
        <div className="stack">
          {booking.acts && (
            <BookingActs {...booking.acts} reference={reference} shown={booking} refused={refused ?? null} />
          )}
        </div>
      </div>
    </>
  )
}

function clocksOf({ host, visitorTimeZone }: DeskBooking) {
  // Zones are checked where they are stored.
  return [
    { whose: 'Host’s clock', timeZone: host.timeZone as TimeZone },
    { whose: 'Visitor’s clock', timeZone: visitorTimeZone as TimeZone },
  ]
}

function meetingFacts(booking: DeskBooking, timeZone: TimeZone) {
  return {
    type: whatItIs(booking),
    host: hostName(booking),
    location: booking.location,
    isLink: booking.location.startsWith('https://'),
    booked: sayBooked(booking.createdAt, booking.bookedBy?.name ?? null, timeZone),
    cancelled: booking.status === 'cancelled' ? sayCancelled(booking) : null,
  }
}

function sayCancelled({ cancelledBy, cancelReason }: DeskBooking): string {
  const by = cancelledBy === 'visitor' ? 'By the visitor' : 'By staff'
  return cancelReason ? `${by}: ${cancelReason}` : `${by}, without a reason`
}

function answersOf({ answers, message }: DeskBooking) {
  const asked = storedAnswers(answers).map(({ question, answer }) => ({ term: question, value: answer }))
  return [...asked, ...(message ? [{ term: 'Message', value: message }] : [])]
}

function visitorOf({ visitorName, visitorEmail, company, phone, guests, lead }: DeskBooking) {
  return { name: visitorName, email: visitorEmail, company, phone, guests, ref: lead.ref }
}

/** Which acts are open now, with what each needs to be chosen from. */
async function loadActs(
  booking: DeskBooking,
  about: { wished: string | null; timeZone: TimeZone },
  now: Date,
) {
  const isAhead = booking.startsAt > now
  const isOpen = booking.status === 'confirmed' && isAhead
  return {
    times: isOpen ? await loadTimes(booking, about, now) : null,
    hosts: isOpen ? await loadOtherHosts(booking, now) : null,
    mayReopen: booking.status === 'cancelled' && isAhead,
    mayMark: booking.status !== 'cancelled' && !isAhead,
  }
}

const doneWords = {
  moved: 'Moved. The visitor and the host have a new invitation on its way.',
  reassigned: 'Given over. The visitor and both hosts are told.',
  cancelled: 'Cancelled. The visitor and the host are told.',
  reopened: 'Opened again. The visitor and the host have a new invitation on its way.',
  marked: 'Written down.',
  sent: 'On its way once more.',
}

/** The booking's own page; whoever gave it away and may no longer see it goes back to the list. */
async function pageAfter(viewer: Viewer, reference: string, done: string): Promise<string> {
  const isSeen = await isInScope(viewer, reference)
  return isSeen ? paths.staff.booking(reference, { done }) : paths.staff.bookings()
}
