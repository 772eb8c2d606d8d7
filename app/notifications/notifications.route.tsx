import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { leadScope } from '#app/leads/scope.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { listNotifications, markRead, type NotificationRow } from './list-notifications.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const before = z.uuid().safeParse(new URL(request.url).searchParams.get('before'))
  const listed = await listNotifications(viewer, { seen: leadScope(viewer), before: before.data })
  return { ...listed, isFirst: !before.success }
}

/** Marks one as read, or all of them. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const id = z.uuid().safeParse((await readForm(request)).get('notification'))
  await markRead(viewer, id.success ? id.data : null, new Date())
  return redirect(paths.staff.notifications(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Notifications')

export default function NotificationsPage() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Notifications</h1>
        <div className="bar-end">
          {rows.some(({ isUnread }) => isUnread) && (
            <form method="post">
              <Button small>Mark all as read</Button>
            </form>
          )}
          <a href={`${paths.staff.profile()}#mail`}>What is mailed</a>
        </div>
      </header>
      <div className="desk-body narrow">
        {rows.length === 0 ? (
          <EmptyState heading="Nothing yet">
            <p>
              You are told here when a lead or a task is given to you, when somebody mentions you, when a
              letter comes back, and when a task is due.
            </p>
          </EmptyState>
        ) : (
          <ul className="plain-list ruled">
            {rows.map((row) => (
              <Line key={row.id} {...row} />
            ))}
          </ul>
        )}
        <Pager
          newer={isFirst ? null : { href: paths.staff.notifications(), label: '← Newest' }}
          older={next ? { href: paths.staff.notifications({ before: next }) } : null}
        />
      </div>
    </>
  )
}

function Line({ id, isUnread, iso, when, words, about, href }: NotificationRow) {
  return (
    <li className={isUnread ? 'session unread' : 'session'}>
      <div>
        {isUnread && <span className="said">Unread: </span>}
        {words}
        <br />
        {href ? <a href={href}>{about}</a> : <span className="beside">{about}</span>}
        <br />
        <time className="beside" dateTime={iso}>
          {when}
        </time>
      </div>
      {isUnread && (
        <form method="post">
          <input type="hidden" name="notification" value={id} />
          <Button small>
            Mark as read<span className="said">: {about}</span>
          </Button>
        </form>
      )}
    </li>
  )
}
