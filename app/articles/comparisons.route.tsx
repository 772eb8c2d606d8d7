import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { ArticleIndex, indexCrumbs } from './article-index.tsx'
import { listComparisons } from './articles.server.ts'

export function loader() {
  return { comparisons: listComparisons() }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: 'Roles and ways of hiring, compared',
    description:
      'Titles that are often taken for each other, and ways of hiring that are not the same: the differences side by side, and which one to choose.',
    path: paths.comparisons(),
    matches,
    crumbs: indexCrumbs('Comparisons'),
  })

export default function Comparisons() {
  const { comparisons } = useLoaderData<typeof loader>()
  return (
    <ArticleIndex
      title="Comparisons"
      lead="Titles that are often taken for each other. What sets them apart, and which one you need."
      articles={comparisons}
      close={{
        heading: 'Still not sure?',
        text: 'Describe the work instead of the title, and we say which role it is, or that we cannot staff it.',
      }}
    />
  )
}
