import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { moved } from './moved.ts'

/** Any address that nothing else answers. Thrown, so that one page serves it and every absent role or link alike. */
export function loader({ request }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  const now = Object.hasOwn(moved, pathname) ? moved[pathname] : undefined
  if (now) throw redirect(now, 301)
  throw new Response(null, { status: 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
