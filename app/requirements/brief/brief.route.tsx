import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate } from '#app/time/say.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { getBrief } from './find-brief.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const token = params.token ?? ''
  const { until, ...brief } = await getBrief(token, new Date())
  return {
    ...brief,
    until: sayCalendarDate(dateIn(until, site.office.timeZone)),
    markdownHref: paths.briefMarkdown(token),
  }
}

export const meta: MetaFunction = () => describePrivatePage('A brief')

export default function BriefPage() {
  const { reference, title, answers, until, markdownHref } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <p className="label">Brief {reference}</p>
      <h1>{title}</h1>
      <p className="lede">What was sent to {site.name}, to be read by colleagues. It names nobody.</p>
      <DefinitionList
        entries={answers.map(({ label, value }) => ({
          term: label,
          value: <span className="as-typed">{value}</span>,
        }))}
      />
      <p className="no-print">
        <a href={markdownHref} download>
          Download as Markdown
        </a>
        , or print this page. The link works until {until}.
      </p>
    </div>
  )
}
