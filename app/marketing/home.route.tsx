import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findComparison, sideTitles } from '#app/articles/articles.server.ts'
import type { Comparison } from '#app/articles/article.ts'
import { paths } from '#app/paths.ts'
import { familyLabels } from '#app/roles/role.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Table } from '#app/ui/table.tsx'
import { CloseBand, Dock, Doors } from './doors.tsx'
import { describePage } from '#app/seo/head.ts'
import { describeSite } from '#app/seo/structured-data.ts'
import { homeWords } from './home-words.ts'
import { nextTimesFor } from './next-times.server.ts'
import { NextTimes } from './next-times.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const comparison = findComparison(homeWords.comparison.slug)
  return {
    next: await nextTimesFor(request, { now: new Date(), count: 3 }),
    roles: listRoles().map(({ slug, title, family }) => ({ slug, title, note: familyLabels[family] })),
    comparison: comparison ? teaserOf(comparison) : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: `${site.name}: remote developers and engineers for your team`,
    description: site.description,
    path: paths.home(),
    matches,
    data: ({ origin }) => describeSite(origin),
  })

export default function Home() {
  const { next, roles, comparison } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="hero">
        <div className="hero-words">
          <h1>{homeWords.headline}</h1>
          <p className="lede">{homeWords.lead}</p>
          <Doors />
          <p className="doors-terms">{homeWords.terms}</p>
        </div>
        <NextTimes {...next} />
      </div>
      <Section id="roles" heading={homeWords.roles.heading} aside={homeWords.roles.text}>
        <IndexList
          entries={roles.map(({ slug, title, note }) => ({ href: paths.role(slug), title, note }))}
        />
      </Section>
      <Section id="how" heading={homeWords.steps.heading}>
        <Steps />
        <p className="more">
          <a href={paths.page('how-it-works')}>{homeWords.more.steps}</a>
          <a href={paths.sharedHours()}>{homeWords.more.hours}</a>
        </p>
      </Section>
      {comparison && <ComparisonTeaser {...comparison} />}
      <Section id="firm" heading={homeWords.firm.heading}>
        <p className="lede">{homeWords.firm.text}</p>
        <p className="more">
          <a href={paths.page('vetting')}>{homeWords.more.vetting}</a>
          <a href={paths.page('about')}>{homeWords.more.about}</a>
          <a href={paths.page('faq')}>{homeWords.more.faq}</a>
        </p>
      </Section>
      <CloseBand {...homeWords.close} />
      <Dock />
    </>
  )
}

function Steps() {
  return (
    <ol className="steps">
      {homeWords.steps.list.map(({ title, text }) => (
        <li key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}

/** The first rows of a comparison are enough to make one want the rest. */
function teaserOf(comparison: Comparison) {
  const { slug, title, dimensions } = comparison
  return { slug, title, sides: sideTitles(comparison), rows: dimensions.slice(0, 4) }
}

function ComparisonTeaser({ slug, title, sides, rows }: ReturnType<typeof teaserOf>) {
  const { heading, text, link, choose } = homeWords.comparison
  return (
    <Section id="compare" heading={heading} aside={text}>
      <Table
        kind="compare"
        caption={`${title}, side by side`}
        head={['Compared', ...sides]}
        rows={rows.map(({ name, cells }) => ({ key: name, cells: [name, ...cells] }))}
      />
      <div className="btn-row">
        <ButtonLink href={paths.comparison(slug)}>{link}</ButtonLink>
        <a href={paths.whichRole()}>{choose}</a>
      </div>
    </Section>
  )
}
