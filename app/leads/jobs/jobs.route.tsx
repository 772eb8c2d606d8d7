import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayClearTime, sayShortDate, sayZone } from '#app/time/say.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { seesEverything } from '../scope.server.ts'
import { headingOf, sayProgress } from './describe-job.server.ts'
import { stateWords } from './job.ts'
import { listJobs } from './jobs.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const { timeZone } = viewer
  const now = new Date()
  const jobs = await listJobs(viewer)
  return {
    ...{ mayImport: seesEverything(viewer), zone: sayZone(timeZone, now) },
    jobs: await Promise.all(
      jobs.map(async (job) => ({
        ...{ id: job.id, state: stateWords[job.state] },
        ...{ heading: await headingOf(job), progress: sayProgress(job), by: job.staff.name },
        at: `${sayShortDate(job.createdAt, timeZone, now)}, ${sayClearTime(job.createdAt, timeZone)}`,
      })),
    ),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Jobs')

export default function JobsPage() {
  const { jobs, mayImport, zone } = useLoaderData<typeof loader>()
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
          <table className="grid jobs">
            <caption className="said">Jobs, newest first</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">State</th>
                <th scope="col">How far</th>
                <th scope="col">Asked for by</th>
                <th scope="col">When ({zone})</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map(({ id, heading, state, progress, by, at }) => (
                <tr key={id}>
                  <th scope="row">
                    <a className="row-link" href={paths.staff.job(id)}>
                      {heading}
                    </a>
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
