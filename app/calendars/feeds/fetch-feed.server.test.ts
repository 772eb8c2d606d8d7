import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { env } from '#app/env.server.ts'
import { sayPort, sayPrivate, sayTooFar, sayTooLarge, sayTooSlow } from './feed-failure.ts'
import { openFeedServer } from './feed-server.fixture.ts'
import { fetchFeed } from './fetch-feed.server.ts'

let server: Awaited<ReturnType<typeof openFeedServer>>
const nothingKnown = null

beforeAll(async () => {
  server = await openFeedServer()
})
afterAll(() => server.close())
beforeEach(() => {
  env.CALENDAR_FEEDS_FROM = 'anywhere'
})
afterEach(() => {
  env.CALENDAR_FEEDS_FROM = 'public'
  vi.restoreAllMocks()
})

test('a calendar is read with what its server says of this copy', async () => {
  server.set('/a.ics', {
    headers: { etag: '"v1"', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' },
    body: 'BEGIN:VCALENDAR…',
  })

  const fetched = await fetchFeed(server.url('/a.ics'), nothingKnown)

  expect(fetched).toEqual({
    kind: 'read',
    text: 'BEGIN:VCALENDAR…',
    etag: '"v1"',
    lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT',
  })
})

test('a copy that is known is asked about, and may be unchanged', async () => {
  server.set('/known.ics', ({ headers }) =>
    headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'yesterday'
      ? { status: 304 }
      : { body: 'new' },
  )

  const known = { etag: '"v1"', lastModified: 'yesterday' }

  expect(await fetchFeed(server.url('/known.ics'), known)).toEqual({ kind: 'unchanged' })
  expect(await fetchFeed(server.url('/known.ics'), nothingKnown)).toMatchObject({ text: 'new' })
})

test('an answer may be packed in any usual way', async () => {
  const packed = {
    gzip: gzipSync('calendar'),
    deflate: deflateSync('calendar'),
    br: brotliCompressSync('calendar'),
  }
  for (const [encoding, body] of Object.entries(packed)) {
    server.set(`/${encoding}`, { headers: { 'content-encoding': encoding }, body })
  }

  for (const encoding of Object.keys(packed)) {
    expect(await fetchFeed(server.url(`/${encoding}`), nothingKnown)).toMatchObject({ text: 'calendar' })
  }
})

test('redirects are followed, five of them', async () => {
  for (const step of [1, 2, 3, 4, 5, 6]) {
    server.set(`/step-${step}`, { status: 302, headers: { location: `/step-${step + 1}` } })
  }
  server.set('/step-7', { body: 'here' })

  expect(await fetchFeed(server.url('/step-2'), nothingKnown)).toMatchObject({ text: 'here' })
  expect(await fetchFeed(server.url('/step-1'), nothingKnown)).toEqual(failure(sayTooFar))
})

test('a redirect to something that is no web address is not followed', async () => {
  server.set('/file', { status: 302, headers: { location: 'file:///etc/passwd' } })
  server.set('/bad', { status: 302, headers: { location: 'http://' } })

  expect(await fetchFeed(server.url('/file'), nothingKnown)).toMatchObject({ kind: 'failed' })
  expect(await fetchFeed(server.url('/bad'), nothingKnown)).toMatchObject({ kind: 'failed' })
})

test('staff are told what the server answered', async () => {
  for (const status of [401, 404, 429, 500]) server.set(`/${status}`, { status })

  expect(await fetchFeed(server.url('/404'), nothingKnown)).toEqual(
    failure('The address answers 404: it may have been reset.'),
  )
  expect(await fetchFeed(server.url('/401'), nothingKnown)).toMatchObject({
    failure: expect.stringContaining('not open to us'),
  })
  expect(await fetchFeed(server.url('/500'), nothingKnown)).toMatchObject({
    failure: expect.stringContaining('its server has a problem'),
  })
  expect(await fetchFeed('http://127.0.0.1:1/', nothingKnown)).toEqual(
    failure('The server in the address takes no connections.'),
  )
  expect(await fetchFeed('http://nobody.invalid/', nothingKnown)).toEqual(
    failure('The name in the address was not found.'),
  )
})

test('a calendar of ten megabytes is cut off, also one that only unpacks to as much', async () => {
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, 'x')
  server.set('/large', { body: large })
  server.set('/bomb', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(large) })

  expect(await fetchFeed(server.url('/large'), nothingKnown)).toEqual(failure(sayTooLarge))
  expect(await fetchFeed(server.url('/bomb'), nothingKnown)).toEqual(failure(sayTooLarge))
})

test('an answer that breaks off or unpacks to nothing sensible is a failure', async () => {
  server.set('/broken', (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('BEGIN:VCALENDAR')
    setTimeout(() => response.destroy(), 20)
  })
  server.set('/garbled', { headers: { 'content-encoding': 'gzip' }, body: 'not packed at all' })

  expect(await fetchFeed(server.url('/broken'), nothingKnown)).toMatchObject({ kind: 'failed' })
  expect(await fetchFeed(server.url('/garbled'), nothingKnown)).toMatchObject({ kind: 'failed' })
})

test('a server that drips is given up, however alive it looks', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const giveUp = new AbortController()
    setTimeout(() => giveUp.abort(), 200)
    return giveUp.signal
  })
  server.set('/drip', (_request, response) => {
    const drip = setInterval(() => response.write('x'), 20)
    response.once('close', () => clearInterval(drip))
  })

  expect(await fetchFeed(server.url('/drip'), nothingKnown)).toEqual(failure(sayTooSlow))
  expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000)
})

test('a failure never says the address', async () => {
  const secret = 'http://user:hunter2@127.0.0.1:1/private-s3cr3t/basic.ics'

  const said = JSON.stringify(await fetchFeed(secret, nothingKnown))

  expect(said).not.toMatch(/hunter2|s3cr3t|127\.0\.0\.1/)
})

test.each([
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://172.16.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://localhost/',
  'https://localhost/',
])('by default %s is not asked: it is private', async (address) => {
  env.CALENDAR_FEEDS_FROM = 'public'

  expect(await fetchFeed(address, nothingKnown)).toEqual(failure(sayPrivate))
})

test('by default only the usual ports are asked', async () => {
  env.CALENDAR_FEEDS_FROM = 'public'

  expect(await fetchFeed('https://calendar.example:8443/a.ics', nothingKnown)).toEqual(failure(sayPort))
  expect(await fetchFeed('http://calendar.example:22/', nothingKnown)).toEqual(failure(sayPort))
})

test('a redirect from an allowed address to a private one is refused', async () => {
  server.set('/turn', () => {
    // From here on as by default: each address on the way is judged by itself.
    env.CALENDAR_FEEDS_FROM = 'public'
    return { status: 302, headers: { location: 'http://localhost/inside' } }
  })

  expect(await fetchFeed(server.url('/turn'), nothingKnown)).toEqual(failure(sayPrivate))
})

function failure(words: string) {
  return { kind: 'failed', failure: words }
}
