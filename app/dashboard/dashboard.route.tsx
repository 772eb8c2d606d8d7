import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayDayAndYear, sayZone } from '#app/time/say.ts'
import { ChartFigure } from '#app/ui/charts/chart-figure.tsx'
import { lastDayOf, lengths, readPeriod, wholeOf } from './period.ts'
import { PeriodChoice } from './period-choice.tsx'
import { readDashboard } from './read-dashboard.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const period = readPeriod(new URL(request.url).searchParams, dateIn(now, viewer.timeZone))
  const { from, until } = wholeOf(period)
  const at = (last: string, length: number = period.length) =>
    paths.staff.dashboard({ weeks: String(length), until: last })
  return {
    ...(await readDashboard(viewer, period, now)),
    period: {
      words: `${sayDayAndYear(from)} to ${sayDayAndYear(until)}, ${sayZone(viewer.timeZone, now)}`,
      lengths: lengths.map((length) => ({
        length,
        isHere: length === period.length,
        href: period.isCurrent ? paths.staff.dashboard({ weeks: String(length) }) : at(until, length),
      })),
      earlier: at(lastDayOf(period, 'earlier')),
      later: period.isCurrent ? null : at(lastDayOf(period, 'later')),
    },
    isOfAll: viewer.role !== 'consultant',
  }
}

export const meta: MetaFunction = () => describePrivatePage('Dashboard')

export default function Dashboard() {
  const { period, says, isOfAll, ...charts } = useLoaderData<typeof loader>()
  const { sources, funnel, answers, lost, owners, consultations } = charts
  return (
    <>
      <header className="bar">
        <h1>Dashboard</h1>
        <PeriodChoice {...period} />
      </header>
      <div className="desk-body">
        <p className="beside chart-about">
          {isOfAll
            ? 'Leads that came in these weeks, and what became of them until now.'
            : 'Leads that came in these weeks and that you can see: your own, nobody’s and those whose consultation you hold.'}{' '}
          Every number leads to its list.
        </p>
        <div className="charts">
          <ChartFigure
            id="sources"
            heading="Leads by source"
            rowName="Week of"
            isByWeek
            summary={says.sources}
            chart={sources}
          />
          <ChartFigure
            id="funnel"
            heading="How far they came"
            rowName="Stage"
            summary={says.funnel}
            chart={funnel}
          />
          <ChartFigure
            id="answers"
            heading="First answers"
            rowName="Answered"
            summary={says.answers}
            chart={answers}
          />
          <ChartFigure
            id="owners"
            heading="By owner"
            rowName="Owner"
            summary="Who holds them, and how they stand."
            chart={owners}
          />
          <ChartFigure
            id="lost"
            heading="Why leads were lost"
            rowName="Reason"
            summary={says.lost}
            chart={lost}
          />
          <ChartFigure
            id="consultations"
            heading="Consultations"
            rowName="Week of"
            isByWeek
            summary={says.consultations}
            chart={consultations}
          />
        </div>
      </div>
    </>
  )
}
