import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { storedAnswers } from '#app/consultations/answers.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describeAnswers, describeSender } from '#app/requirements/describe-requirement.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { getLead, listOtherLeads, refFrom } from './find-lead.server.ts'
import { LeadComposer } from './lead-composer.tsx'
import { actOnLead } from './lead-forms.server.ts'
import { LeadFiles } from './lead-files.tsx'
import { LeadHistory } from './lead-history.tsx'
import { isClosed, nextStatuses } from './lead-status.ts'
import { historyOf } from './lead-timeline.ts'
import { describeBooking, describeLead, describePerson, describeSubmission } from './lead-view.ts'
import {
  BookingPanel,
  OtherLeads,
  PersonPanel,
  RequirementPanel,
  Submissions,
  SuggestionsNotice,
} from './lead-panels.tsx'
import { mayEdit, mayReopen, requireEditor } from './scope.server.ts'
import { StatusMark } from './status-mark.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const lead = await getLead(viewer, refFrom(params.ref))
  const others = await listOtherLeads(viewer, lead)
  const now = new Date()
  const { ref, title, status, version, suggestions, files } = lead
  return {
    ref,
    title,
    status,
    facts: describeLead(lead, viewer),
    person: describePerson(lead.person, lead.company),
    requirements: lead.requirements.map((requirement) => ({
      id: requirement.id,
      received: sayMoment(requirement.createdAt, viewer.timeZone),
      answers: [...describeAnswers(requirement, roleTitle), ...describeSender(requirement)],
    })),
    bookings: lead.bookings.map((booking) =>
      describeBooking({ ...booking, answers: storedAnswers(booking.answers) }, viewer, now),
    ),
    submissions: lead.submissions.map((submission) => describeSubmission(submission, viewer)),
    suggestions,
    files,
    others: others.map((other) => ({ ...other, createdAt: sayMoment(other.createdAt, viewer.timeZone) })),
    history: historyOf(lead, viewer.timeZone, now),
    composer: mayEdit(viewer) && {
      version,
      isClosed: isClosed(status),
      nextStatuses: isClosed(status) && !mayReopen(viewer) ? [] : nextStatuses(status),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const ref = refFrom(params.ref)
  const refused = await actOnLead(viewer, ref, await readForm(request), new Date())
  return refused ? data(refused, { status: 422 }) : redirect(paths.staff.lead(ref), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: lead }) =>
  describePrivatePage(lead ? `L-${lead.ref} ${lead.person.company?.name ?? lead.person.name}` : 'Lead')

export default function LeadPage() {
  const lead = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <header className="bar">
        <h1>{lead.title}</h1>
        <span className="label">L-{lead.ref}</span>
        <StatusMark status={lead.status} />
        <div className="bar-end">
          {lead.composer && (
            <a className="to-acts" href="#acts">
              What next?
            </a>
          )}
          {lead.composer && (
            <a href={paths.staff.newBooking({ lead: String(lead.ref) })}>Book a consultation</a>
          )}
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body split">
        <div className="stack">
          <SuggestionsNotice suggestions={lead.suggestions} />
          {lead.requirements.map((requirement) => (
            <RequirementPanel key={requirement.id} {...requirement} />
          ))}
          <LeadFiles leadRef={lead.ref} files={lead.files} />
          {lead.bookings.map((booking) => (
            <BookingPanel key={booking.id} {...booking} />
          ))}
          <LeadHistory days={lead.history} />
          <Submissions submissions={lead.submissions} />
        </div>
        <div className="stack">
          <PersonPanel person={lead.person} facts={lead.facts} />
          {lead.composer && (
            <LeadComposer {...lead.composer} status={lead.status} refused={refused ?? null} />
          )}
          <OtherLeads leads={lead.others} />
        </div>
      </div>
    </>
  )
}
