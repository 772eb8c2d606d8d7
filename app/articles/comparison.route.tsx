import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Byline } from '#app/marketing/byline.tsx'
import { CloseBand, Dock, Doors } from '#app/marketing/doors.tsx'
import { describePage } from '#app/marketing/head.ts'
import { nextTimesFor } from '#app/marketing/next-times.server.ts'
import { NextTimeLine } from '#app/marketing/next-times.tsx'
import { paths } from '#app/paths.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { readingMinutes } from './article.ts'
import { findComparison, listRelated, type RelatedPage } from './articles.server.ts'
import { ComparisonSections, contentsOf } from './comparison-sections.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const comparison = findComparison(params.slug ?? '')
  if (!comparison) throw new Response(null, { status: 404 })

  return {
    comparison,
    left: findRole(comparison.left)?.title ?? comparison.left,
    right: findRole(comparison.right)?.title ?? comparison.right,
    related: listRelated(comparison).map(linkTo),
    minutes: readingMinutes(comparison),
    next: await nextTimesFor(request, { now: new Date(), count: 1, role: comparison.left }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? describePage({
        ...data.comparison.seo,
        path: paths.comparison(data.comparison.slug),
        matches,
        article: data.comparison,
      })
    : []

export default function ComparisonPage() {
  const { comparison, left, right, related, minutes, next } = useLoaderData<typeof loader>()
  const roles = [comparison.left, comparison.right]
  return (
    <>
      <header className="page">
        <Breadcrumbs
          crumbs={[
            { label: 'Home', href: paths.home() },
            { label: 'Roles', href: paths.roles() },
            { label: comparison.title },
          ]}
        />
        <h1>{comparison.title}</h1>
        <Byline author={comparison.author} updated={comparison.updated} minutes={minutes} />
        <section className="gist" aria-labelledby="gist">
          <h2 id="gist">In short</h2>
          {comparison.tldr.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <Doors roles={roles} />
        <NextTimeLine {...next} />
      </header>
      <div className="article">
        <Contents entries={contentsOf(comparison)} />
        <div className="article-body">
          <ComparisonSections comparison={comparison} left={left} right={right} related={related} />
        </div>
      </div>
      <CloseBand {...comparison.cta} roles={roles} />
      <Dock roles={roles} />
    </>
  )
}

function linkTo(page: RelatedPage) {
  return page.kind === 'role'
    ? { href: paths.role(page.role.slug), title: page.role.title, note: 'role' }
    : { href: paths.comparison(page.comparison.slug), title: page.comparison.title, note: 'comparison' }
}
