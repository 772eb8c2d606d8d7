import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { countUnread } from '#app/notifications/list-notifications.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import menus from '#app/ui/menus.js?url'
import { SkipLink } from '#app/ui/skip-link.tsx'
import deskStyles from '#app/ui/styles/desk.css?url'
import { DeskError } from './desk-error.tsx'
import deskKeys from './desk-keys.js?url'
import { NotSent } from './not-sent.tsx'
import notSent from './not-sent.js?url'
import palette from './palette.js?url'
import { Palette, PaletteButtons } from './palette.tsx'
import { roleNames } from './role-names.ts'
import { requireStaff } from './viewer.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  return { name: viewer.name, role: viewer.role, unread: await countUnread(viewer) }
}

/** Nothing of the desk stays behind in a cache, where the back button of the next person would find it. */
export function headers() {
  return { 'cache-control': 'no-store' }
}

export const meta: MetaFunction = () => describePrivatePage('Desk')
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export default function DeskLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  return (
    <Frame>
      <DeskError error={useRouteError()} />
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <div className="desk">
        <Rail />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Palette />
        <NotSent />
      </div>
      <script type="module" src={deskKeys} />
      <script type="module" src={palette} />
      <script type="module" src={menus} />
      <script type="module" src={notSent} />
    </>
  )
}

function Rail() {
  // Missing when the layout's own loader failed and an error is shown in its place.
  const viewer = useRouteLoaderData<typeof loader>('staff/desk-layout.route')
  return (
    <header className="rail">
      <a className="brand" href={paths.staff.home()}>
        <BrandMark />
        {site.name}
      </a>
      <nav aria-label="Desk">
        <RailLink href={paths.staff.home()} go="t" isWhole>
          Today
        </RailLink>
        <RailLink href={paths.staff.dashboard()} go="d">
          Dashboard
        </RailLink>
        <RailLink href={paths.staff.leads()} alsoAt={paths.staff.jobs()} go="l">
          Leads
        </RailLink>
        <RailLink href={paths.staff.bookings()} go="b">
          Bookings
        </RailLink>
        <RailLink href={paths.staff.week()} go="w">
          Week
        </RailLink>
        <RailLink href={paths.staff.why()}>Troubleshooter</RailLink>
        <RailLink href={paths.staff.calendars()}>Calendars</RailLink>
        <RailLink href={paths.staff.types()}>Consultations</RailLink>
        <RailLink href={paths.staff.held()}>Held</RailLink>
        <RailLink href={paths.staff.letters()}>Letters</RailLink>
        {viewer?.role === 'admin' && <RailLink href={paths.staff.webhooks()}>Webhooks</RailLink>}
        <RailLink href={paths.staff.tasks()}>Tasks</RailLink>
        {viewer && (viewer.role === 'admin' || viewer.role === 'manager') && (
          <RailLink href={paths.staff.team()}>Team</RailLink>
        )}
        {viewer?.role === 'admin' && <RailLink href={paths.staff.audit()}>Audit log</RailLink>}
        <RailLink href={paths.staff.notifications()}>
          Notifications{viewer && viewer.unread > 0 && <Unread count={viewer.unread} />}
        </RailLink>
      </nav>
      {viewer && (
        <div className="rail-foot">
          <PaletteButtons />
          <p className="rail-who">
            {viewer.name} <span className="label">{roleNames[viewer.role]}</span>
          </p>
          <nav aria-label="You">
            <RailLink href={paths.staff.profile()}>Profile</RailLink>
            <RailLink href={paths.staff.security()}>Security</RailLink>
          </nav>
          <form method="post" action={paths.staff.signOut()}>
            <button type="submit">Sign out</button>
          </form>
        </div>
      )}
    </header>
  )
}

function Unread({ count }: { count: number }) {
  return (
    <span className="unread-count">
      {count > 99 ? '99+' : count}
      <span className="said"> unread</span>
    </span>
  )
}

type RailLinkProps = {
  href: string
  /** Here is this page alone, not what lies below its address. */
  isWhole?: true
  /** Where its other pages begin. */
  alsoAt?: string
  /** The key that leads here after `g`. */
  go?: string
  children: ReactNode
}

function RailLink({ href, isWhole, alsoAt = href, go, children }: RailLinkProps) {
  const { pathname } = useLocation()
  const isAt = (address: string) => pathname === address || (!isWhole && pathname.startsWith(`${address}/`))
  const isHere = isAt(href) || isAt(alsoAt)
  return (
    <a href={href} aria-current={isHere ? 'page' : undefined} data-go={go}>
      {children}
      {go && <kbd aria-hidden="true">g {go}</kbd>}
    </a>
  )
}
