import { siteUrls, expect, test } from './fixtures.ts'

/** What a search engine sees of a page that answered. */
type Page = { status: number; html: string; links: string[]; canonical: string | null; isIndexable: boolean }

/** What every page links to at its end, and texts need not. */
const inFooter = ['/privacy', '/security', '/accessibility', '/cookies', '/terms']

test('a crawl from the home page finds no dead link, no orphan, and just the pages of the sitemap', async () => {
  const pages = await crawl()
  const listed = await sitemap()

  const dead = [...pages].filter(([, { status }]) => status !== 200).map(([path]) => path)
  const indexable = [...pages].filter(([, page]) => page.isIndexable).map(([path]) => path)
  const orphans = listed.filter((path) => !inFooter.includes(path) && inboundOf(path, pages) < 2)
  expect(dead).toEqual([])
  expect(indexable.sort()).toEqual(listed.sort())
  expect(orphans).toEqual([])
  expect(listed.length).toBeGreaterThan(30)
})

test('no two pages share a title, a description or an address', async () => {
  const pages = [...(await crawl()).values()].filter(({ isIndexable }) => isIndexable)

  for (const pattern of [
    /<title>(.*?)<\/title>/,
    /<meta name="description" content="(.*?)"/,
    /<h1[^>]*>(.*?)<\/h1>/,
  ]) {
    const found = pages.map(({ html }) => pattern.exec(html)?.[1])
    expect(found.filter((words, i) => !words || found.indexOf(words) !== i)).toEqual([])
  }
})

test('what search engines read beside the text says what the page shows', async () => {
  const pages = [...(await crawl())].filter(([, { isIndexable }]) => isIndexable)

  const articles = pages.filter(([, { html }]) => html.includes('"@type":"Article"'))
  const wrong = pages.flatMap(([path, { html }]) => faultsInData(html).map((fault) => `${path}: ${fault}`))

  expect(wrong).toEqual([])
  expect(articles.length).toBeGreaterThan(8)
})

test('the feed tells of the articles, and old addresses lead to new ones', async () => {
  const feed = await (await fetch(`${siteUrls()[0]}/feed.xml`)).text()
  const old = await fetch(`${siteUrls()[0]}/backend-developers-backend-engineers`, { redirect: 'manual' })

  expect(feed.match(/<entry>/g)?.length).toBeGreaterThan(8)
  expect(feed).toContain('/compare/backend-developer-vs-backend-engineer')
  expect([old.status, old.headers.get('location')]).toEqual([
    301,
    '/compare/backend-developer-vs-backend-engineer',
  ])
})

let crawled: Promise<Map<string, Page>> | undefined

/** Every page of the site by its path, as far as links lead; an address with a query is the page without it. */
function crawl(): Promise<Map<string, Page>> {
  crawled ??= (async () => {
    const pages = new Map<string, Page>()
    const waiting = ['/']
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (pages.has(path)) continue
      const page = await visit(path)
      pages.set(path, page)
      waiting.push(...page.links)
    }
    return pages
  })()
  return crawled
}

async function visit(path: string): Promise<Page> {
  const answer = await fetch(siteUrls()[0] + path)
  const html = await answer.text()
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? null
  const isRefused = /<meta name="robots" content="noindex/.test(html) || answer.headers.has('x-robots-tag')
  return {
    status: answer.status,
    html,
    links: linksIn(html),
    canonical,
    isIndexable:
      answer.status === 200 && !isRefused && canonical !== null && new URL(canonical).pathname === path,
  }
}

function linksIn(html: string): string[] {
  return (
    [...html.matchAll(/<a [^>]*?href="(\/[^"]*)"/g)]
      .map(([, href]) => new URL(String(href), 'http://site.example').pathname)
      // Types of meeting that other tests make come and go meanwhile.
      .filter((path) => !path.startsWith('/staff') && !path.startsWith('/book/type-'))
  )
}

/** From how many other pages a link leads there, header and footer not counted. */
function inboundOf(path: string, pages: Map<string, Page>): number {
  return [...pages].filter(([from, { html }]) => from !== path && linksIn(mainOf(html)).includes(path)).length
}

function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
}

async function sitemap(): Promise<string[]> {
  const xml = await (await fetch(`${siteUrls()[0]}/sitemap.xml`)).text()
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(String(url)).pathname)
}

function faultsInData(html: string): string[] {
  const text = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1]
  if (!text) return html.includes('class="crumbs') ? ['shows a trail and does not describe it'] : []
  const { '@graph': parts } = JSON.parse(text) as { '@graph': Record<string, unknown>[] }
  return parts.flatMap((part) => {
    if (part['@type'] === 'BreadcrumbList') return faultsInTrail(part, html)
    if (part['@type'] === 'Article') return shown(part.headline, html)
    return []
  })
}

function faultsInTrail(trail: Record<string, unknown>, html: string): string[] {
  const names = (trail.itemListElement as { name: string }[]).map(({ name }) => name)
  return names.flatMap((name) => shown(name, html))
}

function shown(words: unknown, html: string): string[] {
  const text = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
  return text.includes(`>${String(words)}<`) ? [] : [`does not show "${String(words)}"`]
}
