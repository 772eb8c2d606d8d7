import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'

/** What belongs to one visitor is not named here: its pages say `noindex`, which is read only where crawling is allowed. */
export function loader() {
  const lines = [
    'User-agent: *',
    'Disallow: /staff/',
    'Disallow: /api/',
    '',
    `Sitemap: ${env.APP_URL}${paths.sitemap()}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
