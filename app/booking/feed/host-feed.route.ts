import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLinkAllowance } from '#app/ops/rate-limits.server.ts'
import { getHostByFeedToken, hostFeed } from './host-feed.server.ts'

/** A host's bookings, for calendar programs that ask every few minutes or hours whether something is new. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireLinkAllowance(context.ip)
  const host = await getHostByFeedToken(params.token ?? '')
  const { content, etag } = await hostFeed(host, new Date())
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex, nofollow' }
  if (isKnown(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  return new Response(content, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}

/** A proxy that compresses makes the tag a weak one: `W/"…"`. */
function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}
