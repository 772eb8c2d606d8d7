import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NoticeParts } from './notice-parts.tsx'
import { findNotice, noticeVersion } from './notice.ts'

export function loader({ params }: LoaderFunctionArgs) {
  const notice = findNotice(params.version)
  if (!notice) throw new Response(null, { status: 404 })
  return { ...notice, isCurrent: notice.version === noticeVersion }
}

/** Out of every index: who looks for the notice is to find the one in force. */
export const meta: MetaFunction<typeof loader> = ({ data: notice }) =>
  describePrivatePage(notice ? `Privacy notice of ${sayDayAndYear(notice.version)}` : 'Privacy notice')

export default function PrivacyVersion() {
  const { version, text, isCurrent } = useLoaderData<typeof loader>()
  const crumbs = [
    { label: 'Home', href: paths.home() },
    { label: 'Privacy', href: paths.privacy() },
    { label: sayDayAndYear(version) },
  ]
  return (
    <>
      <header className="page">
        <Breadcrumbs crumbs={crumbs} />
        <h1>Privacy notice</h1>
        <p className="label">Version of {sayDayAndYear(version)}</p>
        <Notice tone={isCurrent ? 'info' : 'amber'}>
          <p>
            {isCurrent ? 'This version is in force.' : 'This version is in force no longer.'}{' '}
            <a href={paths.privacy()}>{isCurrent ? 'Its usual page' : 'Read the one that is'}</a>.
          </p>
        </Notice>
      </header>
      <NoticeParts text={text} />
    </>
  )
}
