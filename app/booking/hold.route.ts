import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { slug } from './booking.ts'
import { releaseFrom, reserveFrom } from './hold-allowance.server.ts'
import { holdCookie, holderOf, holdTokenOf, newHoldToken } from './hold-token.server.ts'

/** In the address of the second try, which a browser makes once it has been given its token. */
const again = 'again'

export function loader({ params }: { params: { type?: string } }) {
  return redirect(paths.book({ type: slug.catch('').parse(params.type) }), 303)
}

/**
 * Holds the time that was chosen and shows its form; or lets it go and shows the calendar. When the time cannot be held
 * the page itself says why. A browser that brings no token is given one and asked to send the same once more: one that
 * keeps no cookies would otherwise be shut out of its own time.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const type = slug.safeParse(params.type)
  if (!type.success) throw new Response(null, { status: 404 })
  const url = new URL(request.url)
  const token = holdTokenOf(request)
  if (!token && !url.searchParams.has(again)) return askAgain(url)

  const form = await readForm(request)
  const start = readSlot(String(form.get('slot') ?? ''))
  const heldBy = holderOf(token)
  const host = slug
    .optional()
    .catch(undefined)
    .parse(url.searchParams.get('host') ?? undefined)
  const wanted = start && heldBy ? { heldBy, type: type.data, host, start } : null
  if (form.get('intent') === 'release') {
    if (wanted) await releaseFrom(context.ip, wanted)
    return redirect(pageOf(url, type.data, null), 303)
  }
  if (wanted) await reserveFrom(context.ip, { ...wanted, timeZone: visitorZone(request) }, new Date())
  const headers = token ? { 'Set-Cookie': holdCookie(token) } : undefined
  return redirect(pageOf(url, type.data, start), { status: 303, headers })
}

/** The same request to nearly the same address: 307 keeps the method and the form. */
function askAgain(url: URL) {
  const query = new URLSearchParams(url.search)
  query.set(again, '1')
  return redirect(`${url.pathname}?${query}`, {
    status: 307,
    headers: { 'Set-Cookie': holdCookie(newHoldToken()) },
  })
}

/** The page that the form was on, with everything its address carries. */
function pageOf(url: URL, type: string, start: Date | null): string {
  const query = new URLSearchParams(url.search)
  query.delete(again)
  query.delete('slot')
  if (start) query.set('slot', start.toISOString())
  return `${paths.book({ type })}?${query}`
}
