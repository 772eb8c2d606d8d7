import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CloseBand, Dock } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { Part } from '#app/ui/part.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Answers } from '#app/ui/reading-lists.tsx'
import { FromSite, headingFromSite } from './from-site.tsx'
import type { Page } from './page.ts'
import { findPage } from './pages.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const page = findPage(new URL(request.url).pathname.slice(1))
  if (!page) throw new Response(null, { status: 404 })
  return page
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? describePage({ ...data.seo, path: paths.page(data.slug), matches, crumbs: crumbsOf(data) }) : []

export default function FirmPage() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={crumbsOf(page)} />
        <h1>{page.title}</h1>
        <p className="lede">{page.lead}</p>
        {page.shelf === 'terms' && <p className="label">As of {sayDayAndYear(page.updated)}</p>}
      </header>
      <div className="article">
        <Contents entries={contentsOf(page)} />
        <div className="article-body">
          {page.faqFirst && <Questions page={page} />}
          <section>
            <Prose html={page.body} />
          </section>
          {page.shows && <FromSite shows={page.shows} />}
          {!page.faqFirst && <Questions page={page} />}
        </div>
      </div>
      {page.cta && <CloseBand {...page.cta} />}
      {page.cta && <Dock />}
    </>
  )
}

function Questions({ page: { faq } }: { page: Page }) {
  if (faq.length === 0) return null
  return (
    <Part id="faq" heading="Questions we are asked">
      <Answers entries={faq.map(({ q, a }) => ({ question: q, answer: a }))} />
    </Part>
  )
}

function crumbsOf({ title }: Pick<Page, 'title'>) {
  return [{ label: 'Home', href: paths.home() }, { label: title }]
}

function contentsOf({ headings, shows, faq, faqFirst }: Page): { id: string; title: string }[] {
  const questions = faq.length > 0 ? [{ id: 'faq', title: 'Questions we are asked' }] : []
  return [
    ...(faqFirst ? questions : []),
    ...headings.map(({ id, text }) => ({ id, title: text })),
    ...(shows ? [{ id: shows, title: headingFromSite[shows] }] : []),
    ...(faqFirst ? [] : questions),
  ]
}
