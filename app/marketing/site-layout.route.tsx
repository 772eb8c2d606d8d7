import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { listComparisons } from '#app/articles/articles.server.ts'
import { paths } from '#app/paths.ts'
import { listPages } from '#app/pages/pages.server.ts'
import type { Role } from '#app/roles/role.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { SearchMark } from '#app/ui/search-mark.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import siteStyles from '#app/ui/styles/site.css?url'
import { calls } from './calls.ts'
import { ErrorPage, titleOfError } from './error-page.tsx'
import { SiteFooter } from './site-footer.tsx'

/** What the header and the footer link to; everything is read from the registries, so a new role appears by itself. */
export function loader() {
  return {
    roles: listRoles().map((role) => ({
      href: paths.role(role.slug),
      title: role.title,
      also: otherWordsFor(role),
    })),
    comparisons: listComparisons().map(({ slug, title }) => ({ href: paths.comparison(slug), title })),
    firm: listPages('firm').map(({ slug, title }) => ({ href: paths.page(slug), title })),
    terms: listPages('terms').map(({ slug, title }) => ({ href: paths.page(slug), title })),
  }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteStyles }]

export const meta: MetaFunction = ({ error }) => (error ? [{ title: titleOfError(error) }] : [])

export default function SiteLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const { pathname } = useLocation()
  // Absent when the layout itself failed.
  const layout = useRouteLoaderData<typeof loader>('marketing/site-layout.route')
  const pages = layout ? [...layout.roles, ...layout.comparisons, ...layout.firm, ...layout.terms] : []
  return (
    <Frame>
      <ErrorPage error={useRouteError()} path={pathname} pages={pages} />
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader />
      <main id="main" tabIndex={-1} className="wrap">
        {children}
      </main>
      <SiteFooter />
    </>
  )
}

function SiteHeader() {
  const { pathname } = useLocation()
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={paths.home()}>
          <BrandMark />
          {site.name}
        </a>
        <nav className="nav" aria-label="Main">
          <NavLink href={paths.roles()} here={pathname}>
            Roles
          </NavLink>
          <NavLink href={paths.comparisons()} here={pathname}>
            Compare
          </NavLink>
          <NavLink href={paths.guides()} here={pathname}>
            Guides
          </NavLink>
          <NavLink href={paths.book()} here={pathname}>
            {calls.book.short}
          </NavLink>
          <a
            className="nav-search"
            href={paths.search()}
            aria-current={pathname === paths.search() ? 'page' : undefined}
          >
            <SearchMark />
            <span className="said">Search</span>
          </a>
        </nav>
        <ButtonLink small href={paths.start()}>
          {calls.start.short}
        </ButtonLink>
      </div>
    </header>
  )
}

/** What people may call a role in an address that is none. */
function otherWordsFor({ aliases, languages, tools }: Role): string[] {
  return [...aliases, ...languages.map(({ name }) => name), ...tools]
}

function NavLink({ href, here, children }: { href: string; here: string; children: string }) {
  return (
    <a href={href} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>
      {children}
    </a>
  )
}
