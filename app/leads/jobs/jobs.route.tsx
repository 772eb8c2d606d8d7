import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { seesEverything } from '../scope.server.ts'
import { headingOf, sayProgress } from './describe-job.server.ts'
import { kindNames, stateWords } from './job.ts'
import { listJobs } from './jobs.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const jobs = await listJobs(viewer)
  return {
    mayImport: seesEverything(viewer),
    jobs: await Promise.all(
      jobs.map(async (job) => ({
        ...{ id: job.id, kind: kindNames[job.kind], state: stateWords[job.state] },
        ...{ heading: await headingOf(job), progress: sayProgress(job), by: job.staff.name },
        at: sayMoment(job.createdAt, viewer.timeZone),
      })),
    ),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Jobs')

export default function JobsPage() {
  const { jobs, mayImport } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Jobs</h1>
        <div className="bar-end">
          {mayImport && <a href={paths.staff.import()}>Import a file</a>}
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body">
        {jobs.length === 0 ? (
          <EmptyState heading="Nothing long was asked for">
            <p>
              Changes to many leads at once are done beside your work and stand here for 30 days. They begin
              in <a href={paths.staff.leads()}>the list of leads</a>.
            </p>
          </EmptyState>
        ) : (
          <table className="grid">
            <caption className="said">Jobs, newest first</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">State</th>
                <th scope="col">How far</th>
                <th scope="col">Asked for by</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map(({ id, kind, heading, state, progress, by, at }) => (
                <tr key={id}>
                  <th scope="row">
                    <a className="row-link" href={paths.staff.job(id)}>
                      {heading}
                    </a>{' '}
                    <span className="beside">{kind}</span>
                  </th>
                  <td className="state">{state}</td>
                  <td>{progress}</td>
                  <td>{by}</td>
                  <td>{at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}
