import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { exportKeptHours } from '../export/export-ask.ts'
import { mayEdit, requireEditor } from '../scope.server.ts'
import { sayLeads } from '../bulk/bulk-words.ts'
import { listLeftAlone, reportOf, sayProgress } from './describe-job.server.ts'
import { isWorking, percentOf, stateWords } from './job.ts'
import { getJob, stopJob, undoJob } from './jobs.server.ts'
import { JobProgress } from './job-progress.tsx'
import watch from './watch-job.js?url'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const job = await getJob(viewer, params.id)
  const { id, state, failure } = job
  const { heading, lines, undoable } = await reportOf(job)
  return {
    ...{ id, heading, lines, failure, undoable: mayEdit(viewer) ? undoable : 0 },
    ...{ isWorking: isWorking(state), state: stateWords[state], isUndoing: state === 'undoing' },
    ...{ percent: percentOf(job), progress: state === 'preparing' ? '' : sayProgress(job) },
    asked: `${job.staff.name}, ${sayMoment(job.createdAt, viewer.timeZone)}`,
    undoneBy: state === 'undoing' || state === 'undone' ? job.actor.name : null,
    file:
      job.kind === 'export' && state === 'done' && job.staffId === viewer.id ? paths.staff.jobFile(id) : null,
    kept: job.kind === 'export' ? `${exportKeptHours} hours` : '30 days',
    leftAlone: isWorking(state) ? [] : await listLeftAlone(id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const { id } = await getJob(viewer, params.id)
  const intent = (await readForm(request)).get('intent')
  // Neither is an error when it comes too late: the page that follows says how it stands.
  if (intent === 'stop') await stopJob(viewer, id)
  else if (intent === 'undo') await undoJob(viewer, id)
  else throw new Response(null, { status: 400 })
  return redirect(paths.staff.job(id), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: job }) => describePrivatePage(job?.heading ?? 'Job')

export default function JobPage() {
  const job = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>{job.heading}</h1>
        <div className="bar-end">
          <a href={paths.staff.jobs()}>All jobs</a>
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body narrow stack">
        <section className="panel job" id="job" data-working={job.isWorking || undefined}>
          <JobProgress {...job} reload={paths.staff.job(job.id)} />
          {job.file && (
            <p>
              <ButtonLink tone="go" href={job.file} download>
                Save the file
              </ButtonLink>
            </p>
          )}
          <form method="post" className="btn-row">
            {job.isWorking && (
              <Button small name="intent" value="stop">
                Stop after the leads in hand
              </Button>
            )}
            {job.undoable > 0 && (
              <Button small name="intent" value="undo">
                Undo: put {sayLeads(job.undoable)} back
              </Button>
            )}
          </form>
          <p className="beside">
            Asked for by {job.asked}
            {job.undoneBy && `; undone by ${job.undoneBy}`}. It is kept for {job.kept}.
          </p>
        </section>
        {job.leftAlone.length > 0 && (
          <section aria-labelledby="left-alone">
            <h2 id="left-alone">Left alone</h2>
            <ul className="plain-list">
              {job.leftAlone.map(({ ref, reason }) => (
                <li key={ref}>
                  <a href={paths.staff.lead(ref)}>L-{ref}</a> <span className="beside">{reason}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <script type="module" src={watch} />
    </>
  )
}
