import { addMonths, startOfMonth } from 'date-fns'
import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'

/** Where to report a weakness (RFC 9116). It holds for half a year from any month on, as the text asks for less than one. */
export function loader() {
  const expires = addMonths(startOfMonth(new Date()), 6)
  const lines = [
    `Contact: mailto:${site.email}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${env.APP_URL}${paths.securityTxt()}`,
    `Policy: ${env.APP_URL}${paths.page('security')}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
