/**
 * Where to go after signing in is asked of the visitor's own address bar, so it may lead nowhere but to this site.
 * Anything that is not plainly a path here (another origin, `//host`, a backslash, a control character) becomes
 * `fallback`. Returns a path with its query and fragment.
 */
export function safeRedirect(to: unknown, fallback: string): string {
  if (typeof to !== 'string' || to.length > mostCharacters) return fallback
  if (!plainPath.test(to) || hidesControls(to)) return fallback

  const url = URL.canParse(to, here) ? new URL(to, here) : null
  if (url === null || url.origin !== here) return fallback

  // Dots are resolved by now: `/a/..//evil.test` has become `//evil.test`.
  const path = `${url.pathname}${url.search}${url.hash}`
  return plainPath.test(path) ? path : fallback
}

const mostCharacters = 2048
const here = 'http://here.invalid'

/** One slash, not followed by another or by a backslash; printable ASCII without a backslash throughout. */
const plainPath = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/

/** Escaped control characters: a line break in a header, a tab that browsers drop before they read `//`. */
function hidesControls(path: string): boolean {
  return /%(?:0[0-9a-f]|1[0-9a-f]|7f|5c)/i.test(path)
}
