import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listComparisonsOf, listGuidesAbout } from '#app/articles/articles.server.ts'
import { CloseBand, Dock, Doors } from '#app/marketing/doors.tsx'
import { nextTimesFor } from '#app/marketing/next-times.server.ts'
import { NextTimeLine } from '#app/marketing/next-times.tsx'
import { paths } from '#app/paths.ts'
import { describePage } from '#app/seo/head.ts'
import { describeService } from '#app/seo/structured-data.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Byline } from '#app/ui/byline.tsx'
import { Contents } from '#app/ui/contents.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import { FamilyDrawing } from './family-drawing.tsx'
import { inSentence, withArticle } from './role-name.ts'
import { contentsOf, RoleSections } from './role-sections.tsx'
import { findRole, listRoles } from './roles.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const role = findRole(params.role ?? '')
  if (!role) throw new Response(null, { status: 404 })

  return {
    role,
    related: listRoles().filter(({ slug }) => role.related.includes(slug)),
    comparisons: listComparisonsOf(role.slug),
    guides: listGuidesAbout(role.slug),
    next: await nextTimesFor(request, { now: new Date(), count: 1, role: role.slug }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? describePage({
        ...data.role.seo,
        path: paths.role(data.role.slug),
        matches,
        crumbs: crumbsOf(data.role),
        data: (page) => [describeService(data.role, page)],
      })
    : []

export default function RolePage() {
  const { role, related, comparisons, guides, next } = useLoaderData<typeof loader>()
  const name = withArticle(role.title)
  return (
    <>
      <div className="page">
        <Breadcrumbs crumbs={crumbsOf(role)} />
        <header className="opening">
          <div>
            <h1>
              <Unbroken text={`Hire ${name}`} />
            </h1>
            <p className="lede">{role.definition}</p>
            <Doors roles={[role.slug]} />
            <NextTimeLine {...next} />
          </div>
          <FamilyDrawing family={role.family} />
        </header>
      </div>
      <div className="article">
        <Contents entries={contentsOf(role)} />
        <div className="article-body">
          <RoleSections role={role} related={related} comparisons={comparisons} guides={guides} />
          <Byline author={role.author} updated={role.updated} />
        </div>
      </div>
      <CloseBand
        heading={`Hire ${name} for your team`}
        text={`Two ways to begin. Either one knows already that you are looking for ${inSentence(role.plural)}.`}
        roles={[role.slug]}
      />
      <Dock roles={[role.slug]} />
    </>
  )
}

function crumbsOf({ title }: { title: string }) {
  return [{ label: 'Home', href: paths.home() }, { label: 'Roles', href: paths.roles() }, { label: title }]
}
