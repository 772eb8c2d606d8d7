import { request as requestRaw } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, siteUrls, test } from './fixtures.ts'
import { bookingFields, newMarker, post, postJson, send } from './samples.ts'

const berlin = { cookie: 'tz=Europe%2FBerlin', 'accept-language': 'en-GB' }

test('a page from memory is byte for byte the one that is rendered, in every encoding', async () => {
  for (const path of ['/guides', '/hire/backend-developer/kit', '/how-it-works', '/privacy']) {
    // Who may be of the staff is answered by the app.
    const rendered = await (await send(path, { headers: { cookie: 'staff=nobody' } })).text()

    const plain = await ask(path, { 'accept-encoding': 'identity' })
    const gzip = await ask(path, { 'accept-encoding': 'gzip' })
    const br = await ask(path, { 'accept-encoding': 'gzip, br' })

    expect(plain.body.toString()).toBe(rendered)
    expect(gunzipSync(gzip.body).toString()).toBe(rendered)
    expect(brotliDecompressSync(br.body).toString()).toBe(rendered)
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(br.body.length).toBeLessThan(gzip.body.length)
  }
})

test('a page with times is the one that is rendered for that zone, also the second time', async () => {
  const ask = async (more = '') =>
    (await send('/', { headers: { ...berlin, cookie: `${berlin.cookie}${more}` } })).text()

  // Other tests book meanwhile, so the two are compared until nobody does between them.
  await expect
    .poll(async () => {
      const [rendered, first, second] = [await ask('; staff=nobody'), await ask(), await ask()]
      return [first === rendered, second === rendered]
    })
    .toEqual([true, true])
})

test('who has a page already is told that it is still right', async () => {
  const page = await send('/guides')
  const etag = page.headers.get('etag') ?? ''

  const again = await send('/guides', { headers: { 'if-none-match': `"other", W/${etag}` } })
  const other = await send('/guides', { headers: { 'if-none-match': '"other"' } })
  const head = await send('/guides', { method: 'HEAD' })

  expect(etag).toMatch(/^"[\w-]+-gzip"$/)
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(again.headers.get('etag')).toBe(etag)
  expect(other.status).toBe(200)
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    page.headers.get('content-length'),
    '',
  ])
})

test('what is answered from memory carries the headers of every answer', async () => {
  const kept = await send('/guides')
  const rendered = await send('/guides', { headers: { cookie: 'staff=nobody' } })

  const own = ['connection', 'date', 'etag', 'content-length', 'content-encoding', 'transfer-encoding']
  const names = (answer: Response) => [...answer.headers.keys()].filter((name) => !own.includes(name))
  const missing = names(rendered).filter((name) => name !== 'x-request-id' && !kept.headers.has(name))
  const different = names(rendered).filter(
    (name) =>
      /policy|security|frame|sniff|content-type/.test(name) &&
      kept.headers.get(name) !== rendered.headers.get(name),
  )

  expect(kept.headers.has('etag')).toBe(true)
  expect(rendered.headers.has('etag')).toBe(false)
  expect([...missing, ...different]).toEqual([])
})

test('times are kept apart by zone and by clock, and a caller may only choose among listed zones', async () => {
  const in24 = await send('/', { headers: berlin })
  const in12 = await send('/', { headers: { ...berlin, 'accept-language': 'en-US' } })
  const tokyo = await send('/', { headers: { ...berlin, cookie: 'tz=Asia/Tokyo' } })
  const office = await send('/', { headers: { cookie: 'tz=nonsense' } })
  const odd = await send('/', { headers: { ...berlin, cookie: 'tz=eUrOpE/bErLiN' } })

  expect(in24.headers.get('vary')).toBe('Accept-Encoding, Cookie, Accept-Language')
  expect(in24.headers.get('cache-control')).toBe('private, no-cache')
  const [texts24, texts12] = [await in24.text(), await in12.text()]
  expect(texts24).toMatch(/Berlin time/)
  expect(texts24).toMatch(/class="next-time">\d\d:\d\d</)
  expect(texts12).toMatch(/class="next-time">\d{1,2}:\d\d\s[ap]m</)
  expect(await tokyo.text()).toMatch(/Tokyo time/)
  expect(await office.text()).toMatch(/Kolkata time/)
  expect([odd.status, odd.headers.has('etag')]).toEqual([200, false])
})

test('while the office works by night on the visitor’s clock, the times of the visitor’s day are shown', async () => {
  const newYork = await send('/', { headers: { ...berlin, cookie: 'tz=America/New_York' } })

  const shown = [...(await newYork.text()).matchAll(/class="next-time">(\d\d):\d\d</g)].map(([, hour]) =>
    Number(hour),
  )

  expect(shown).toHaveLength(3)
  expect(shown.filter((hour) => hour < 8 || hour >= 20)).toEqual([])
})

test('nothing of one visitor reaches another, and what has a form is never kept', async () => {
  const marker = newMarker()
  await send('/hire/backend-developer', {
    headers: {
      cookie: `tz=${marker}; hold=${marker}`,
      'user-agent': marker,
      referer: `http://${marker}.example`,
    },
  })

  const next = await send('/hire/backend-developer')
  const forms = await Promise.all(['/start', '/book'].map((path) => send(path)))
  const keys = await Promise.all([1, 2].map(async () => keyIn(await (await send('/start')).text())))
  const errors = await send('/hire/nobody')
  const asked = await send('/guides?q=1')
  const posted = await post('/guides', { a: marker })

  expect(next.headers.has('etag')).toBe(true)
  expect(next.headers.has('set-cookie')).toBe(false)
  expect(await next.text()).not.toContain(marker)
  expect([...forms, errors, asked, posted].filter(({ headers }) => headers.has('etag'))).toEqual([])
  expect(keys[0]).not.toBe(keys[1])
})

test('a time that is taken through one process is at once offered by no other', async () => {
  const [one, other] = siteUrls()
  await Promise.all([one, other].map((site) => firstTime(site, '/')))
  const start = await firstTime(other, '/')

  const bookings = await bookAllHostsAt(start)

  for (const path of ['/', '/hire/backend-developer']) {
    await expect.poll(async () => (await firstTime(other, path)) > start, { timeout: 3_000 }).toBe(true)
    await expect.poll(async () => (await firstTime(one, path)) > start, { timeout: 3_000 }).toBe(true)
  }

  for (const path of bookings) await post(path, { intent: 'cancel', reason: '' })
  await expect.poll(() => firstTime(other, '/'), { timeout: 3_000 }).toBe(start)
})

/** Where each of the bookings can be cancelled. */
async function bookAllHostsAt(start: string): Promise<string[]> {
  const paths: string[] = []
  for (;;) {
    const answer = await postJson('/api/bookings', bookingFields(newMarker(), { start }))
    if (answer.status === 409 && paths.length > 0) return paths
    expect(answer.status).toBe(201)
    const { manageUrl } = (await answer.json()) as { manageUrl: string }
    paths.push(new URL(manageUrl).pathname)
  }
}

/** The first time that a page offers, by the address that it leads to. */
async function firstTime(site: string | undefined, path: string): Promise<string> {
  const answer = await fetch(`${site}${path}`, { headers: berlin })
  expect(answer.headers.has('etag')).toBe(true)
  return decodeURIComponent(/[?;&]slot=([^"&]+)/.exec(await answer.text())?.[1] ?? '')
}

function keyIn(html: string): string {
  return /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** As the bytes come: `fetch` would unpack them. */
function ask(path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    requestRaw(siteUrls()[0] + path, { headers }, (answer) => {
      buffer(answer).then((body) => resolve({ headers: answer.headers, body }), reject)
    })
      .on('error', reject)
      .end()
  })
}
