import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calls } from '#app/marketing/calls.ts'
import { paths } from '#app/paths.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { IndexList } from '#app/ui/index-list.tsx'
import { nearestPages } from './nearest.ts'
import { SearchForm } from './search-form.tsx'
import { searchPages, type Hit } from './search-index.ts'
import { searchIndex } from './searched-pages.server.ts'

const crumbs = [{ label: 'Home', href: paths.home() }, { label: 'Search' }]
const mostLetters = 100

export function loader({ request }: LoaderFunctionArgs) {
  const asked = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, mostLetters)
  const { hits, instead } = searchPages(searchIndex, asked)
  return { asked, hits, instead, roles: hits.length > 0 ? [] : rolesNear(asked) }
}

/** Roles to go on from when nothing was found: those that look like what was typed, else the first of the catalogue. */
function rolesNear(asked: string) {
  const roles = listRoles().map(({ slug, title, aliases }) => ({
    href: paths.role(slug),
    title,
    also: aliases,
  }))
  const near = nearestPages(asked, roles)
  return (near.length > 0 ? near : roles.slice(0, 6)).map(({ href, title }) => ({ href, title }))
}

/** Whoever looks for the site's pages should find them, not lists of them. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describePrivatePage(data?.asked ? `Search: ${data.asked}` : 'Search')

export default function Search() {
  const { asked, hits, instead, roles } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <Breadcrumbs crumbs={crumbs} />
      <h1>Search</h1>
      <SearchForm id="q" asked={asked} />
      {asked !== '' && (
        <section aria-labelledby="found">
          <h2 id="found">{sayFound(hits.length, asked)}</h2>
          {instead !== null && hits.length > 0 && (
            <p>
              No page has just these words. Shown is what there is about <b>{instead}</b>.
            </p>
          )}
          {hits.length > 0 ? <Hits hits={hits} /> : <NothingFound roles={roles} />}
        </section>
      )}
      {asked === '' && <NothingFound roles={roles} />}
    </div>
  )
}

function sayFound(count: number, asked: string): string {
  if (count === 0) return `Nothing about “${asked}”`
  return `${count === 1 ? 'One page' : `${count} pages`} about “${asked}”`
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  return (
    <ol className="hits">
      {hits.map(({ page, snippet }) => (
        <li key={page.href}>
          <h3>
            <a href={page.href}>{page.title}</a> <span className="index-note">{page.note}</span>
          </h3>
          <p>
            {snippet.map(({ words, isHit }, index) =>
              isHit ? <mark key={index}>{words}</mark> : <span key={index}>{words}</span>,
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

function NothingFound({ roles }: { roles: readonly { href: string; title: string }[] }) {
  return (
    <>
      <p>
        Look for a role, a language or a task. Or go on from here: <a href={paths.roles()}>all roles</a>,{' '}
        <a href={paths.whichRole()}>five questions that lead to one</a>, or{' '}
        <a href={paths.start()}>{calls.start.label.toLowerCase()}</a> in your own words, and we say who that
        is.
      </p>
      <IndexList entries={roles} />
    </>
  )
}
