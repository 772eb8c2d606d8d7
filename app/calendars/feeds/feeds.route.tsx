import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { env } from '#app/env.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { CalendarFrame } from '../desk/calendar-frame.tsx'
import { describeHead } from '../desk/calendar-head.server.ts'
import { getCalendar } from '../desk/find-calendar.server.ts'
import { mayChangeCalendars, requireCalendarEditor } from '../scope.server.ts'
import { AddFeedForm } from './add-feed-form.tsx'
import { listFeeds } from './feed-acts.server.ts'
import { sayAgo, whereIs } from './feed-address.ts'
import { actOnFeeds } from './feed-forms.server.ts'
import { FeedTable } from './feed-table.tsx'
import { OwnAddress } from './own-address.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const host = await getCalendar(viewer, params.host)
  const now = new Date()
  const feeds = await listFeeds(viewer, host.id, now)
  return {
    head: await describeHead(viewer, host, { request, now }),
    // As secret as a password, so only those who could make a new one see it.
    own: mayChangeCalendars(viewer) ? { address: ownAddress(host), version: host.feedVersion } : null,
    feeds: feeds.map(({ id, name, url, readAt, createdAt, failure, _count }) => ({
      id,
      name,
      where: whereIs(url),
      read: readAt ? sayAgo(readAt, now) : 'never',
      failure: failure && { words: failure, since: sayAgo(readAt ?? createdAt, now) },
      ahead: _count.events,
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireCalendarEditor(viewer)
  const host = await getCalendar(viewer, params.host)
  const acted = await actOnFeeds(viewer, host.slug, await readForm(request), new Date())
  if (!acted.ok) return data(acted.refused, { status: 422 })
  return redirect(paths.staff.calendarFeeds(host.slug, { done: acted.done }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  describePrivatePage(page ? `Feeds of ${page.head.name}` : 'Feeds')

export default function FeedsPage() {
  const { head, own, feeds } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <CalendarFrame head={head} tab="Feeds">
      <div className="split">
        <div className="stack">
          <section className="panel" aria-labelledby="others">
            <h2 id="others">Other calendars</h2>
            <p>
              What is in them blocks time here. Only the times are kept, no titles or guests, and each
              calendar is read every ten minutes.
            </p>
            <FeedTable feeds={feeds} mayChange={head.mayChange} />
          </section>
          {head.mayChange && <AddFeedForm refused={refused ?? null} />}
        </div>
        <div className="stack">{own && <OwnAddress {...own} />}</div>
      </div>
    </CalendarFrame>
  )
}

function ownAddress(host: { publicId: string; feedVersion: number }): string {
  const token = signLink('feed', { publicId: host.publicId, linkVersion: host.feedVersion })
  return env.APP_URL + paths.hostFeed(token)
}
