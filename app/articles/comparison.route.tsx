import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextTimesFor } from '#app/marketing/next-times.server.ts'
import { NextTimeLine } from '#app/marketing/next-times.tsx'
import { crumbsOf } from './article-links.ts'
import { ArticlePage } from './article-page.tsx'
import { readingMinutes, rolesOf } from './article.ts'
import { findComparison, listRelated, sideTitles } from './articles.server.ts'
import { ComparisonSections, contentsOf } from './comparison-sections.tsx'
import { describeArticlePage } from './describe-article.ts'
import { linkToPage } from './related-links.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const comparison = findComparison(params.slug ?? '')
  if (!comparison) throw new Response(null, { status: 404 })

  const roles = rolesOf(comparison)
  return {
    comparison,
    roles,
    sides: sideTitles(comparison),
    related: listRelated(comparison).map(linkToPage),
    minutes: readingMinutes(comparison),
    next: await nextTimesFor(request, { now: new Date(), count: 1, role: roles[0] }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? describeArticlePage(data.comparison, matches) : []

export default function ComparisonPage() {
  const { comparison, roles, sides, related, minutes, next } = useLoaderData<typeof loader>()
  return (
    <ArticlePage
      article={comparison}
      roles={roles}
      crumbs={crumbsOf(comparison)}
      contents={contentsOf(comparison)}
      minutes={minutes}
      next={<NextTimeLine {...next} />}
    >
      <ComparisonSections comparison={comparison} roles={roles} sides={sides} related={related} />
    </ArticlePage>
  )
}
