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
import { exportKeptHours } from '../export/export-ask.ts'
import { runImport } from '../import/import-acts.server.ts'
import { mayEdit, requireEditor } from '../scope.server.ts'
import { listLeftAlone, reportOf, sayProgress } from './describe-job.server.ts'
import { isWorking, percentOf, stateWords } from './job.ts'
import { JobActs } from './job-acts.tsx'
import { getJob, stopJob, undoJob } from './jobs.server.ts'
import { JobProgress } from './job-progress.tsx'
import watch from './watch-job.js?url'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const job = await getJob(viewer, params.id)
  const { id, kind, state, failure } = job
  const { heading, lines, undoable, ready } = await reportOf(job)
  const leftAlone = isWorking(state) ? [] : await listLeftAlone(job)
  const isMyFile = kind === 'export' && state === 'done' && job.staffId === viewer.id
  const isOpenImport = kind === 'import' && (state === 'waiting' || state === 'checked')
  return {
    ...{ id, heading, lines, failure, ready, kind, leftAlone, undoable: mayEdit(viewer) ? undoable : 0 },
    ...{ isWorking: isWorking(state), state: stateWords[state] },
    ...{
      percent: percentOf(job),
      progress: state === 'preparing' && kind === 'bulk' ? '' : sayProgress(job),
    },
    asked: `${job.staff.name}, ${sayMoment(job.createdAt, viewer.timeZone)}`,
    undoneBy: state === 'undoing' || state === 'undone' ? job.actor.name : null,
    file: isMyFile ? paths.staff.jobFile(id) : null,
    columns: isOpenImport ? paths.staff.importColumns(id) : null,
    refused: kind === 'import' && leftAlone.length > 0 ? paths.staff.jobRefused(id) : null,
    kept: kind === 'export' ? `${exportKeptHours} hours` : '30 days',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const { id } = await getJob(viewer, params.id)
  const intent = (await readForm(request)).get('intent')
  // None is an error when it comes too late: the page that follows says how it stands.
  if (intent === 'stop') await stopJob(viewer, id)
  else if (intent === 'undo') await undoJob(viewer, id)
  else if (intent === 'import') await runImport(viewer, id)
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
          <JobActs {...job} />
          <p className="beside">
            Asked for by {job.asked}
            {job.undoneBy && `; undone by ${job.undoneBy}`}. It is kept for {job.kept}.
          </p>
        </section>
        {job.leftAlone.length > 0 && (
          <section aria-labelledby="left-alone">
            <h2 id="left-alone">Left alone</h2>
            {job.refused && (
              <p>
                <a href={job.refused} download>
                  Save these lines as a file
                </a>
                , with what is wrong with each: mend them there and import it again.
              </p>
            )}
            <ul className="plain-list">
              {job.leftAlone.map(({ words, ref, why }) => (
                <li key={words}>
                  {ref === null ? words : <a href={paths.staff.lead(ref)}>{words}</a>}{' '}
                  <span className="beside">{why}</span>
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
