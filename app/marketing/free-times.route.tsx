import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToString } from 'react-dom/server'
import { anyRole } from '#app/paths.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { nextTimesFor } from './next-times.server.ts'
import { NextTimeLine, NextTimes } from './next-times.tsx'

/** Only what a page shows of the next free times: visitor-clock.js puts it in the place of what the office's clock reads. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const isLine = params.role !== undefined
  const role = findRole(params.role ?? '')?.slug
  if (isLine && !role && params.role !== anyRole) throw new Response(null, { status: 404 })

  const next = await nextTimesFor(request, { now: new Date(), count: isLine ? 1 : 3, role })
  const html = renderToString(isLine ? <NextTimeLine {...next} /> : <NextTimes {...next} />)
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex, nofollow' },
  })
}
