import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { ArticleIndex, indexCrumbs } from './article-index.tsx'
import { listGuides } from './articles.server.ts'

export function loader() {
  return { guides: listGuides() }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: 'Guides to hiring and working with developers',
    description:
      'What back-end work is, how developers and engineers share it, how to run a team across time zones, and how to say whom you need.',
    path: paths.guides(),
    matches,
    crumbs: indexCrumbs('Guides'),
  })

export default function Guides() {
  const { guides } = useLoaderData<typeof loader>()
  return (
    <ArticleIndex
      title="Guides"
      lead="What we explain in consultations again and again, written down once."
      articles={guides}
      close={{
        heading: 'A question that no guide answers?',
        text: 'Ask it in a free consultation, or write it into your requirement.',
      }}
    />
  )
}
