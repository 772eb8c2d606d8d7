import { graphSchema } from '../app/seo/structured-data.fixture.ts'
import { siteUrls, expect, test } from './fixtures.ts'
import { send } from './samples.ts'

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

test('titles and descriptions are as long as search engines show them', async () => {
  const pages = [...(await crawl())].filter(([, { isIndexable }]) => isIndexable)

  const wrong = pages.flatMap(([path, { html }]) => {
    const title = textIn(html, /<title>(.*?)<\/title>/)
    const description = textIn(html, /<meta name="description" content="(.*?)"/)
    return [
      ...(title.length > 60 ? [`${path}: a title of ${title.length}`] : []),
      ...(description.length < 70 || description.length > 155
        ? [`${path}: a description of ${description.length}`]
        : []),
    ]
  })

  expect(wrong).toEqual([])
})

test('every page that is shared has a picture of its own kind, with its size and words', async () => {
  const pages = [...(await crawl())].filter(([, { isIndexable }]) => isIndexable)

  const pictures = new Set<string>()
  const wrong: string[] = []
  for (const [path, { html }] of pages) {
    const picture = textIn(html, /<meta property="og:image" content="(.*?)"/)
    const alt = textIn(html, /<meta property="og:image:alt" content="(.*?)"/)
    if (!/^http.*\/og\/\w+\/[\w-]+\.png\?v=\w{10}$/.test(picture)) wrong.push(`${path}: ${picture}`)
    if (alt.length < 20) wrong.push(`${path}: the picture is described by "${alt}"`)
    if (!html.includes('name="twitter:card" content="summary_large_image"')) wrong.push(`${path}: no card`)
    pictures.add(picture)
  }
  for (const picture of pictures) {
    const answer = await fetch(picture)
    const png = Buffer.from(await answer.arrayBuffer())
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)]
    if (answer.status !== 200 || size.join() !== '1200,630' || png.length > 300_000)
      wrong.push(`${picture}: ${answer.status}, ${size.join(' × ')}, ${png.length} bytes`)
    if (!answer.headers.get('cache-control')?.includes('immutable')) wrong.push(`${picture}: may not be kept`)
  }

  expect(wrong).toEqual([])
  expect(pictures.size).toBeGreaterThan(25)
})

test('an address in capitals, with a slash at the end or from before leads to the one that is right', async () => {
  const led = await Promise.all(
    [
      '/hire/',
      '/HIRE/Backend-Developer',
      '/Guides?utm_source=letter',
      '/compare/frontend-vs-backend/',
      '/rss.xml',
      '/hire/nobody',
      '/HIRE/Nobody',
    ].map(async (path) => {
      const { status, headers } = await send(path)
      return [path, status, headers.get('location')]
    }),
  )

  expect(led).toEqual([
    ['/hire/', 301, '/hire'],
    ['/HIRE/Backend-Developer', 301, '/hire/Backend-Developer'],
    ['/Guides?utm_source=letter', 301, '/guides?utm_source=letter'],
    ['/compare/frontend-vs-backend/', 301, '/compare/frontend-vs-backend'],
    ['/rss.xml', 301, '/feed.xml'],
    ['/hire/nobody', 404, null],
    ['/HIRE/Nobody', 301, '/hire/Nobody'],
  ])
  expect((await send('/hire/Backend-Developer')).headers.get('location')).toBe('/hire/backend-developer')
})

test('machines find what they look for by name', async () => {
  const robots = await (await send('/robots.txt')).text()
  const security = await (await send('/.well-known/security.txt')).text()
  const manifest = (await (await send('/manifest.webmanifest')).json()) as { icons: { src: string }[] }
  const home = await (await send('/')).text()
  const icons = [...home.matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"/g)].map(
    ([, href]) => href,
  )
  const found = await Promise.all(
    [...icons, ...manifest.icons.map(({ src }) => src)].map(
      async (path) => (await send(String(path))).status,
    ),
  )
  const expires = new Date(/^Expires: (.*)$/m.exec(security)?.[1] ?? '')
  const daysLeft = (expires.getTime() - Date.now()) / 86_400_000

  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m)
  expect(security).toMatch(/^Contact: mailto:\S+@\S+$/m)
  expect(security).toMatch(/^Canonical: http.*\/\.well-known\/security\.txt$/m)
  expect(daysLeft).toBeGreaterThan(100)
  expect(daysLeft).toBeLessThan(365)
  expect(found).toEqual([200, 200, 200, 200, 200])
})

test('what search engines read beside the text says what the page shows', async () => {
  const pages = [...(await crawl())].filter(([, { isIndexable }]) => isIndexable)

  const articles = pages.filter(([, { html }]) => html.includes('"@type":"Article"'))
  const wrong = pages.flatMap(([path, { html }]) => faultsInData(html).map((fault) => `${path}: ${fault}`))

  expect(wrong).toEqual([])
  expect(articles.length).toBeGreaterThan(8)
})

test('an article says by whom, when and about what it was written, and brings drawings in three shapes', async () => {
  const articles = [...(await crawl())].filter(([, { html }]) => html.includes('"@type":"Article"'))

  const wrong: string[] = []
  const drawings = new Set<string>()
  for (const [path, { html }] of articles) {
    for (const name of ['author', 'published_time', 'modified_time', 'section'])
      if (!html.includes(`<meta property="article:${name}" content="`)) wrong.push(`${path}: no ${name}`)
    for (const [drawing] of html.matchAll(/http[^"]*\/og\/drawing\/[^"]*/g)) drawings.add(drawing)
  }
  const tagged = articles.filter(([, { html }]) => html.includes('<meta property="article:tag" content="'))
  for (const drawing of drawings) {
    const answer = await fetch(drawing)
    const png = Buffer.from(await answer.arrayBuffer())
    if (answer.status !== 200 || png.readUInt32BE(16) !== 1200) wrong.push(`${drawing}: ${answer.status}`)
  }

  expect(wrong).toEqual([])
  expect(drawings.size).toBe(articles.length * 3)
  expect(tagged.length).toBeGreaterThan(8)
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

function textIn(html: string, pattern: RegExp): string {
  return (pattern.exec(html)?.[1] ?? '').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}

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
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  if (blocks.length === 0)
    return html.includes('class="crumbs') ? ['shows a trail and does not describe it'] : []
  return blocks.flatMap(([, text]) => {
    const graph = graphSchema.safeParse(JSON.parse(String(text)))
    if (!graph.success) return [graph.error.message]
    return graph.data['@graph'].flatMap((part) => {
      if (part['@type'] === 'BreadcrumbList')
        return part.itemListElement.flatMap(({ name }) => shown(name, html))
      return part['@type'] === 'Article' ? shown(part.headline, html) : []
    })
  })
}

function shown(words: unknown, html: string): string[] {
  const text = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
  return text.includes(`>${String(words)}<`) ? [] : [`does not show "${String(words)}"`]
}
