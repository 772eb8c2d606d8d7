import { paths } from '#app/paths.ts'
import { safeRedirect } from './safe-redirect.ts'

/** The page of the desk on which a form stood, as far as the browser says; else `otherwise`. */
export function pageBefore(request: Request, otherwise: string): string {
  const referrer = request.headers.get('referer') ?? ''
  const page = URL.canParse(referrer) ? new URL(referrer) : null
  const path = safeRedirect(page && `${page.pathname}${page.search}`, otherwise)
  const [pathname = ''] = path.split('?')
  const desk = paths.staff.home()
  return pathname === desk || pathname.startsWith(`${desk}/`) ? path : otherwise
}
