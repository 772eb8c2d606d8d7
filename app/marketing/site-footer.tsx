import { useRouteLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { SearchForm } from '#app/search/search-form.tsx'
import { site } from '#app/site.ts'
import { cityOf } from '#app/time/say.ts'
import { calls } from './calls.ts'
import type { loader } from './site-layout.route.tsx'

/** Every page's last part: where else to go, and how to reach people. */
export function SiteFooter() {
  // Absent when the layout itself failed: the footer then keeps to what needs no loader.
  const layout = useRouteLoaderData<typeof loader>('marketing/site-layout.route')
  return (
    <footer className="foot">
      <div className="wrap">
        <section aria-label={site.name}>
          <h2>{site.name}</h2>
          <p>{site.description}</p>
          <SearchForm id="search-below" isPlain />
        </section>
        <LinkColumn heading="Roles" links={[...(layout?.roles ?? []), allRoles]} />
        <LinkColumn heading="Reading" links={[...(layout?.comparisons ?? []), guides]} />
        <LinkColumn heading="The firm" links={layout?.firm ?? []} />
        <LinkColumn heading="Small print" links={[privacy, ...(layout?.terms ?? [])]} />
        <section aria-label="Reach us">
          <h2>Reach us</h2>
          <ul>
            <li>
              <a href={`mailto:${site.email}`}>{site.email}</a>
            </li>
            <li>
              <a href={paths.contact()}>Write to us</a>
            </li>
            <li>
              <a href={paths.start()}>{calls.start.label}</a>
            </li>
            <li>
              <a href={paths.book()}>{calls.book.label}</a>
            </li>
          </ul>
          <p>
            Monday to Friday, {site.office.opens} to {site.office.closes}, {cityOf(site.office.timeZone)} time
          </p>
        </section>
      </div>
    </footer>
  )
}

const allRoles = { href: paths.roles(), title: 'All roles' }
const guides = { href: paths.guides(), title: 'All guides' }
const privacy = { href: paths.privacy(), title: 'Privacy' }

function LinkColumn({
  heading,
  links,
}: {
  heading: string
  links: readonly { href: string; title: string }[]
}) {
  return (
    <nav aria-label={heading}>
      <h2>{heading}</h2>
      <ul>
        {links.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
