/** Any address that nothing else answers. Thrown, so that one page serves it and every absent role or link alike. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
