import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { storedAnswers } from '#app/consultations/answers.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { readForm } from '#app/ops/forms.server.ts'
import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { besideEarlier } from '#app/requirements/beside-earlier.ts'
import { editedIn } from '#app/requirements/stored-answers.ts'
import { describeAnswers, describeSender } from '#app/requirements/describe-requirement.ts'
import { roleTitle } from '#app/roles/roles.server.ts'
import { requireStaff, type Viewer } from '#app/staff/viewer.server.ts'
import { listTasksOfLead } from '#app/tasks/list-tasks.server.ts'
import { addTask } from '#app/tasks/task-acts.server.ts'
import { TaskForm, taskFields } from '#app/tasks/task-form.tsx'
import { TaskPanel } from '#app/tasks/task-list.tsx'
import { newTask, readTask, taskPeople, whyNotTask } from '#app/tasks/typed-task.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { Composer } from './compose/composer.tsx'
import drafts from './compose/drafts.js?url'
import { DetailsForm } from './details-form.tsx'
import { findLead, listLeadsOfCompany, listOtherLeads, refFrom } from './find-lead.server.ts'
import { actOnLead } from './lead-forms.server.ts'
import { LeadFiles } from './lead-files.tsx'
import { LeadHead, Stages } from './lead-head.tsx'
import { readTurned } from './lead-part.ts'
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
import { editingOf } from './list/editing.server.ts'
import { rowOf, sayDays } from './list/lead-row.ts'
import { Next } from './list/next.tsx'
import { RowEditor } from './list/row-editor.tsx'
import { findDuplicates } from './merge/find-duplicates.server.ts'
import { findKept, getWhereItIs } from './merge/find-kept.server.ts'
import { DuplicatesNotice } from './merge/duplicates-notice.tsx'
import { RegroupingsPanel } from './merge/regroupings-panel.tsx'
import { listRegroupings } from './merge/regroupings.server.ts'
import { Part } from './part-pages.tsx'
import { mayDelete, mayEdit, requireEditor } from './scope.server.ts'
import { composerOf, wayBack } from './show-lead.server.ts'
import { readParts } from './read-parts.server.ts'
import { readTimeline } from './timeline/read-timeline.server.ts'
import { TagsPanel } from './tags-panel.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { readTimelineKind } from './timeline/timeline-kinds.ts'
import { readPlace, writePlace } from './timeline/timeline-place.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const ref = refFrom(params.ref)
  const lead = await findLead(viewer, ref)
  if (!lead) throw redirect(await getWhereItIs(viewer, ref))
  const { searchParams } = new URL(request.url)
  const now = new Date()
  const kind = readTimelineKind(searchParams.get('kind'))
  const before = readPlace(searchParams.get('before'))
  // As the list has it, but for its next consultation, which stands among the others.
  const line = { ...lead, bookings: [] }
  const [parts, duplicates, regroupings, others, colleagues, timeline, tasks, back, composer, editing] =
    await Promise.all([
      readParts(lead.id, readTurned(searchParams), editedIn),
      findDuplicates(viewer, lead),
      mayEdit(viewer) ? listRegroupings(viewer, lead.id, now) : [],
      listOtherLeads(viewer, lead),
      listLeadsOfCompany(viewer, lead),
      readTimeline(lead.id, { kind, before }),
      listTasksOfLead(viewer, lead.id, now),
      wayBack(viewer, lead, searchParams, now),
      mayEdit(viewer) ? composerOf(viewer, lead, searchParams) : null,
      editingOf(viewer, { leads: [line], edit: String(lead.ref), back: paths.staff.lead(lead.ref) }),
    ])
  const { title, status, suggestions, person } = lead
  const { requirements, files, bookings, submissions } = parts
  return {
    ref,
    title,
    status,
    back,
    composer,
    newTask: composer?.kind === 'task' ? { people: await taskPeople(), typed: newTask(viewer, now) } : null,
    editing,
    tasks,
    duplicates,
    regroupings,
    maySplit: submissions.pages.count + bookings.pages.count > 1,
    mayDelete: mayDelete(viewer),
    row: rowOf(line, viewer, now),
    tags: lead.tags,
    isArchived: lead.closedAt === null ? null : lead.archivedAt !== null,
    since: sayDays(lead.stageEnteredAt, viewer.timeZone, now),
    held: { title, name: person.name, phone: person.phone },
    facts: describeLead(lead, viewer),
    person: describePerson(person, lead.company),
    requirements: {
      pages: requirements.pages,
      rows: besideEarlier(
        [...requirements.rows, ...requirements.edited].map((requirement) => ({
          id: requirement.id,
          submissionId: requirement.submissionId,
          edits: editedIn(requirement.submission?.payload),
          received: sayMoment(requirement.createdAt, viewer.timeZone),
          answers: [...describeAnswers(requirement, roleTitle), ...describeSender(requirement)],
        })),
      ).slice(0, requirements.rows.length),
    },
    bookings: {
      pages: bookings.pages,
      rows: bookings.rows.map((booking) =>
        describeBooking({ ...booking, answers: storedAnswers(booking.answers) }, viewer, now),
      ),
    },
    submissions: {
      pages: submissions.pages,
      rows: submissions.rows.map((submission) => describeSubmission(submission, viewer)),
    },
    suggestions,
    files,
    others: others.map((other) => ({ ...other, createdAt: sayMoment(other.createdAt, viewer.timeZone) })),
    colleagues: colleagues.map(({ person: { name }, ...other }) => ({
      ...other,
      who: name,
      createdAt: sayMoment(other.createdAt, viewer.timeZone),
    })),
    timeline: {
      kind,
      days: historyOf(timeline, viewer.timeZone, now),
      older: timeline.next && writePlace(timeline.next),
      isOlder: before !== null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const ref = refFrom(params.ref)
  // What was typed into a page that was open during a merge is sent on to the lead that was kept.
  const kept = await findKept(viewer, ref)
  if (kept !== null) return redirect(paths.staff.lead(kept), 307)
  const form = await readForm(request)
  const refused =
    form.get('intent') === 'task'
      ? await planTask(viewer, ref, form, new Date())
      : await actOnLead(viewer, ref, form, new Date())
  if (refused) return data(refused, { status: 422 })
  const { searchParams } = new URL(request.url)
  const shown = {
    list: searchParams.get('list') ?? undefined,
    board: searchParams.get('board') ?? undefined,
    write: searchParams.get('write') ?? undefined,
  }
  return redirect(paths.staff.lead(ref, shown), 303)
}

/** Tasks stand above leads in the house, so the page puts the two together. */
async function planTask(viewer: Viewer, ref: number, form: FormData, now: Date) {
  const read = readTask(form)
  const refuse = (errors: FormErrors) => ({ form: 'task' as const, errors, typed: read.typed })
  if (!read.ok) return refuse(read.errors)
  const added = await addTask(viewer, { ...read.planned, ref }, now)
  return added.ok ? null : refuse(whyNotTask[added.reason])
}

export const meta: MetaFunction<typeof loader> = ({ data: lead }) =>
  describePrivatePage(lead ? `L-${lead.ref} ${lead.person.company?.name ?? lead.person.name}` : 'Lead')

export default function LeadPage() {
  const lead = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const [query] = useSearchParams()
  const place = { list: query.get('list') ?? undefined, board: query.get('board') ?? undefined }
  const of = (form: string) => (refused && refused.form !== 'task' && refused.form === form ? refused : null)
  const ofTask = refused?.form === 'task' ? refused : null
  const turnTo = (turned: { part?: string; after?: string }) =>
    paths.staff.lead(lead.ref, { ...place, ...turned })
  return (
    <>
      <LeadHead
        number={lead.ref}
        title={lead.title}
        status={lead.status}
        mayEdit={lead.composer !== null}
        back={lead.back}
      />
      <div className="desk-body split">
        <div className="stack">
          <DuplicatesNotice {...lead.duplicates} mergeInto={lead.composer && lead.ref} />
          <Stages status={lead.status} since={lead.since} />
          <SuggestionsNotice
            suggestions={lead.suggestions}
            mayDecide={lead.composer !== null}
            errors={Object.values(of('suggestion')?.errors ?? {}).flat()}
          />
          {lead.composer && (
            <Composer
              {...lead.composer}
              {...writing(lead.composer, of('compose'))}
              hrefOf={(write, template) =>
                paths.staff.lead(lead.ref, { ...place, write, template }) + '#acts'
              }
              templatesHref={paths.staff.templates()}
              draftHref={paths.staff.leadDraft(lead.ref)}
            >
              {lead.newTask && (
                <>
                  <ErrorSummary problems={problemsOf(ofTask?.errors ?? {}, taskFields)} />
                  <TaskForm
                    intent="task"
                    people={lead.newTask.people}
                    typed={ofTask?.typed ?? lead.newTask.typed}
                    errors={ofTask?.errors ?? {}}
                    button="Add the task"
                  />
                </>
              )}
            </Composer>
          )}
          <Timeline
            {...lead.timeline}
            hrefOf={(shown) => paths.staff.lead(lead.ref, { ...place, ...shown }) + '#timeline'}
          />
          <Part part="requirements" {...lead.requirements} turnTo={turnTo}>
            {lead.requirements.rows.map(({ id, ...requirement }) => (
              <RequirementPanel key={id} {...requirement} />
            ))}
          </Part>
          <Part part="files" {...lead.files} turnTo={turnTo}>
            <LeadFiles leadRef={lead.ref} files={lead.files.rows} />
          </Part>
          <Part part="bookings" {...lead.bookings} turnTo={turnTo}>
            {lead.bookings.rows.map((booking) => (
              <BookingPanel key={booking.id} {...booking} />
            ))}
          </Part>
          <Part part="submissions" {...lead.submissions} turnTo={turnTo}>
            <Submissions submissions={lead.submissions.rows} />
          </Part>
        </div>
        <div className="stack">
          <section className="panel" aria-labelledby="next-title">
            <h2 id="next-title">Next</h2>
            <p>
              <Next {...lead.row.waiting} isStale={lead.row.isStale} />
            </p>
            {lead.editing && (
              <details className="menu-inline" open={of('line') !== null}>
                <summary className="chip">Status, owner, next action</summary>
                <RowEditor
                  row={lead.row}
                  editing={{ ...lead.editing, ...pick(of('line')), back: paths.staff.lead(lead.ref, place) }}
                />
              </details>
            )}
          </section>
          <TaskPanel tasks={lead.tasks} leadRef={lead.ref} mayEdit={lead.composer !== null} />
          <PersonPanel person={lead.person} facts={lead.facts}>
            {lead.composer && <DetailsForm held={lead.held} refused={of('details')} />}
          </PersonPanel>
          <TagsPanel
            tags={lead.tags}
            isArchived={lead.isArchived}
            mayEdit={lead.composer !== null}
            refused={of('tags')}
          />
          {lead.composer && (
            <RegroupingsPanel
              leadRef={lead.ref}
              regroupings={lead.regroupings}
              errors={Object.values(of('regrouping')?.errors ?? {}).flat()}
              maySplit={lead.maySplit}
              mayDelete={lead.mayDelete}
            />
          )}
          <OtherLeads id="others" heading="Other leads of this person" leads={lead.others} />
          <OtherLeads id="colleagues" heading="Leads of their colleagues" leads={lead.colleagues} />
        </div>
      </div>
      {lead.composer && <script type="module" src={drafts} />}
    </>
  )
}

type Refused = { errors: Record<string, string[]>; typed: Record<string, string> } | null

function pick(refused: Refused) {
  return refused ? { errors: refused.errors, typed: refused.typed } : {}
}

/** What was typed into a refused form stands in it again. */
function writing(composer: { words: { subject: string; body: string } }, refused: Refused) {
  if (!refused) return { errors: {} }
  const { subject = '', body = '' } = refused.typed
  return { errors: refused.errors, words: { ...composer.words, subject, body } }
}
