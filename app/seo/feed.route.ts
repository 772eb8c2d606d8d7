import { linkToArticle } from '#app/articles/article-links.ts'
import type { Article } from '#app/articles/article.ts'
import { listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { escapeXml } from './xml.ts'

const newest = 20

/** Comparisons and guides as an Atom feed (RFC 4287), last changed first. */
export function loader() {
  const articles = [...listComparisons(), ...listGuides()]
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.slug.localeCompare(b.slug))
    .slice(0, newest)
  const self = env.APP_URL + paths.feed()
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escapeXml(`${site.name}: comparisons and guides`)}</title>
<id>${escapeXml(self)}</id>
<link rel="self" href="${escapeXml(self)}"/>
<link href="${escapeXml(`${env.APP_URL}/`)}"/>
<updated>${articles[0]?.updated ?? '2026-01-01'}T00:00:00Z</updated>
<author><name>${escapeXml(site.name)}</name></author>
${articles.map(entryOf).join('\n')}
</feed>
`
  return new Response(xml, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}

function entryOf(article: Article): string {
  const url = escapeXml(env.APP_URL + linkToArticle(article).href)
  return `<entry><title>${escapeXml(article.title)}</title><id>${url}</id><link href="${url}"/>
<published>${article.published}T00:00:00Z</published><updated>${article.updated}T00:00:00Z</updated>
<summary>${escapeXml(article.seo.description)}</summary></entry>`
}
