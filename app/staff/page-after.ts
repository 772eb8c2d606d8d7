import { safeRedirect } from '#app/ops/safe-redirect.ts'
import { paths } from '#app/paths.ts'

/** The desk's page that was asked for before signing in (`?next=`); nothing outside the desk. */
export function pageAfter(request: Request): string {
  const page = safeRedirect(new URL(request.url).searchParams.get('next'), paths.staff.home())
  return page === paths.staff.home() || page.startsWith(`${paths.staff.home()}/`) ? page : paths.staff.home()
}
