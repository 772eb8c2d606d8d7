import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextTimesFor } from '#app/marketing/next-times.server.ts'
import { NextTimeLine } from '#app/marketing/next-times.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Part } from '#app/ui/part.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Answers } from '#app/ui/reading-lists.tsx'
import { crumbsOf } from './article-links.ts'
import { ArticlePage } from './article-page.tsx'
import { readingMinutes, type Guide } from './article.ts'
import { findGuide, listRelated } from './articles.server.ts'
import { describeArticlePage } from './describe-article.ts'
import { linkToPage } from './related-links.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const guide = findGuide(params.slug ?? '')
  if (!guide) throw new Response(null, { status: 404 })

  return {
    guide,
    related: listRelated(guide).map(linkToPage),
    minutes: readingMinutes(guide),
    next: await nextTimesFor(request, { now: new Date(), count: 1, role: guide.roles[0] }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? describeArticlePage(data.guide, matches) : []

export default function GuidePage() {
  const { guide, related, minutes, next } = useLoaderData<typeof loader>()
  return (
    <ArticlePage
      article={guide}
      roles={guide.roles}
      crumbs={crumbsOf(guide)}
      contents={contentsOf(guide)}
      minutes={minutes}
      next={<NextTimeLine {...next} />}
    >
      <section>
        <p className="lede">{guide.lead}</p>
        <Prose html={guide.body} />
      </section>
      {guide.faq.length > 0 && (
        <Part id="faq" heading="Questions we are asked">
          <Answers entries={guide.faq.map(({ q, a }) => ({ question: q, answer: a }))} />
        </Part>
      )}
      <Part id="related" heading={guide.related.heading}>
        <IndexList entries={related} />
      </Part>
    </ArticlePage>
  )
}

function contentsOf({ headings, faq, related }: Guide): { id: string; title: string }[] {
  return [
    ...headings.map(({ id, text }) => ({ id, title: text })),
    ...(faq.length > 0 ? [{ id: 'faq', title: 'Questions we are asked' }] : []),
    { id: 'related', title: related.heading },
  ]
}
