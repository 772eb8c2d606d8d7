import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listComparisons } from '#app/articles/articles.server.ts'
import { CloseBand, Dock } from '#app/marketing/doors.tsx'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { families, familyLabels } from './role.ts'
import { listRoles } from './roles.server.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Roles' }]

export function loader() {
  return {
    families: families.map(rolesOf).filter(({ roles }) => roles.length > 0),
    comparisons: listComparisons().map(({ slug, title }) => ({ href: paths.comparison(slug), title })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  describePage({
    title: 'Roles you can hire',
    description:
      'Every role we can add to your team: what it does, the skills to ask for, interview questions, and when not to hire for it.',
    path: paths.roles(),
    matches,
    crumbs,
  })

export default function Roles() {
  const { families: shelves, comparisons } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={crumbs} />
        <h1>Roles you can hire</h1>
        <p className="lede">
          Open a role to see its duties, the skills to ask for, questions for the interview, and when not to
          hire for it.
        </p>
      </header>
      <div className="families">
        {shelves.map(({ family, label, roles }) => (
          <Section key={family} id={family} heading={label}>
            <ul className="shelf">
              {roles.map(({ slug, plural, definition }) => (
                <li key={slug}>
                  <h3>
                    <a href={paths.role(slug)}>{plural}</a>
                  </h3>
                  <p>{definition}</p>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
      {comparisons.length > 0 && (
        <Section id="compare" heading="Which of two?" aside="Roles that are often taken for each other.">
          <IndexList entries={comparisons} />
          <p className="more">
            <a href={paths.whichRole()}>Answer five questions and see which role your work asks for</a>
          </p>
        </Section>
      )}
      <CloseBand
        heading="Not on the list?"
        text="Describe the work instead of the title, and we say which role it is, or that we cannot staff it."
      />
      <Dock />
    </>
  )
}

function rolesOf(family: (typeof families)[number]) {
  const roles = listRoles()
    .filter((role) => role.family === family)
    .map(({ slug, plural, definition }) => ({ slug, plural, definition }))
  return { family, label: familyLabels[family], roles }
}
