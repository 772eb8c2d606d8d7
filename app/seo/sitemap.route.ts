import { env } from '#app/env.server.ts'
import { listIndexablePages } from './pages.server.ts'
import { escapeXml } from './xml.ts'

/** Source: sitemaps.org. Frequencies and priorities are left out: nobody reads them. */
export function loader() {
  const entries = listIndexablePages().map(({ path, updated }) => {
    const changed = updated ? `<lastmod>${updated}</lastmod>` : ''
    return `<url><loc>${escapeXml(env.APP_URL + path)}</loc>${changed}</url>`
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
