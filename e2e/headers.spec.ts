import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, staffAccount, test } from './fixtures.ts'
import {
  bookingFields,
  makeSample,
  officeTime,
  originOfSite,
  post,
  postJson,
  send,
  staffCookie,
  newMarker,
} from './samples.ts'

test('every kind of answer carries the headers that keep a page to itself', async ({ query }) => {
  const { booking } = await makeSample(query, officeTime(6, '05:30'))
  const [file] = readdirSync('build/client/assets').filter((name) => name.endsWith('.css'))
  const answers: [status: number, answer: Response][] = [
    [200, await send('/')],
    [200, await send('/start')],
    [200, await send(`/manage/${booking}`)],
    [200, await send('/staff/leads', { headers: staffCookie() })],
    [200, await send('/staff/leads.data', { headers: staffCookie() })],
    [200, await send(`/booked/${booking}/invite.ics`)],
    [200, await send('/api/availability?from=2027-01-01&to=2027-01-01&tz=UTC')],
    [200, await send('/favicon.svg')],
    [200, await send(`/assets/${file}`)],
    [200, await send('/healthz')],
    [200, await send('/readyz')],
    [204, await send('/', { method: 'OPTIONS' })],
    [301, await send('/hire/')],
    [302, await send('/staff/leads')],
    [303, await send('/staff/sign-out')],
    [400, await send('/%E0%A4%A')],
    [403, await send('/start', { method: 'POST', headers: { origin: 'https://evil.test' } })],
    [404, await send('/nothing-is-here')],
    [404, await send('/assets/nothing-0123abcd.js')],
    [405, await send('/', { method: 'DELETE' })],
    [413, await post('/start', { message: 'x'.repeat(70_000) })],
    [415, await send('/api/bookings', { method: 'POST', body: 'x' })],
    [422, await post('/start', {})],
  ]

  const wrong: string[] = []
  for (const [status, answer] of answers) {
    const policy = answer.headers.get('content-security-policy') ?? ''
    const missing = [
      answer.status !== status && `status ${status}`,
      !policy.includes("default-src 'none'") && 'a policy',
      !policy.includes("frame-ancestors 'none'") && 'frame-ancestors',
      !policy.includes("base-uri 'none'") && 'base-uri',
      /unsafe|\*|http:|data: *;?script/.test(policy) && 'a strict policy',
      answer.headers.get('x-content-type-options') !== 'nosniff' && 'nosniff',
      answer.headers.get('x-frame-options') !== 'DENY' && 'x-frame-options',
      !answer.headers.get('referrer-policy') && 'referrer-policy',
      !answer.headers.get('permissions-policy') && 'permissions-policy',
      answer.headers.get('cross-origin-opener-policy') !== 'same-origin' && 'opener policy',
      answer.headers.has('x-powered-by') && 'silence about what runs here',
    ].filter(Boolean)
    if (missing.length > 0) wrong.push(`${answer.url} (${answer.status}) lacks ${missing.join(', ')}`)
  }

  expect(wrong).toEqual([])
})

test('what concerns one person is neither kept in a cache nor found by a search engine', async ({
  query,
}) => {
  const { booking, request, ref, letterId } = await makeSample(query, officeTime(6, '06:00'))
  const addresses = [
    `/start/done/${request}`,
    `/booked/${booking}`,
    `/booked/${booking}/invite.ics`,
    `/manage/${booking}`,
    '/staff/leads',
    `/staff/leads/${ref}`,
    '/staff/leads/new',
    '/staff/letters',
    `/staff/letters/${letterId}`,
    '/staff/sign-in',
    '/staff/welcome/spent',
    '/staff/leads/999999',
    '/manage/unknown',
  ]

  const leaking: string[] = []
  for (const address of addresses.flatMap((one) => [one, `${one}.data`])) {
    const { headers } = await send(address, { headers: staffCookie() })
    if (!headers.get('cache-control')?.includes('no-store')) leaking.push(`${address} may be cached`)
    if (!headers.get('x-robots-tag')?.includes('noindex')) leaking.push(`${address} may be indexed`)
  }

  expect(leaking).toEqual([])
})

test('a page whose address is a key tells its address to no other site', async ({ query }) => {
  const { booking, request } = await makeSample(query, officeTime(6, '06:30'))
  const addresses = [
    `/start/done/${request}`,
    `/booked/${booking}`,
    `/manage/${booking}`,
    '/staff/welcome/spent',
  ]

  const policies = await Promise.all(
    addresses.map(async (address) => (await send(address)).headers.get('referrer-policy')),
  )

  expect(policies).toEqual(['same-origin', 'same-origin', 'same-origin', 'same-origin'])
})

test('a page that was prefilled from a link is kept by no cache', async ({ query }) => {
  const { request } = await makeSample(query, officeTime(6, '07:00'))

  const { headers } = await send(`/book?request=${request}`)

  expect(headers.get('cache-control')).toContain('no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test('a whole address where a page is asked for is refused, never a failure', async () => {
  const { hostname, port, host } = new URL(originOfSite())
  const socket = connect(Number(port), hostname)
  socket.end(`GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)

  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
})

test('files that are not for visitors are not there', async () => {
  const addresses = [
    '/.env',
    '/.git/config',
    '/.data/postgres',
    '/package.json',
    '/server.js',
    '/build/server/index.js',
    '/build/client/favicon.svg',
    '/app/env.server.ts',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/.vite/manifest.json',
    '/.vite/manifest.json',
    '/assets/%00',
  ]

  const found: string[] = []
  for (const address of addresses) {
    const answer = await send(address)
    if (![400, 403, 404].includes(answer.status)) found.push(`${address}: ${answer.status}`)
    expect(await answer.text()).not.toMatch(/"dependencies"|DATABASE_URL|PG_VERSION/)
  }
  const maps = readdirSync('build/client', { recursive: true }).filter((name) =>
    String(name).endsWith('.map'),
  )

  expect(found).toEqual([])
  expect(maps).toEqual([])
  expect(existsSync('build/client/assets')).toBe(true)
})

test('a file of an older release is missing, not a page', async () => {
  const answer = await send('/assets/root-0123abcd.css')

  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a hashed file may be kept for ever, a page may not', async () => {
  const [name] = readdirSync('build/client/assets').filter((file) => file.endsWith('.css'))

  const file = await send(`/assets/${name}`)
  const page = await send('/')

  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(page.headers.get('cache-control') ?? '').not.toContain('immutable')
})

test('health is told in one word, and nothing of what is inside', async () => {
  const health = await send('/healthz?verbose=1')
  const ready = await send('/readyz?verbose=1')

  expect([health.status, await health.text()]).toEqual([200, 'ok'])
  expect([ready.status, await ready.text()]).toEqual([200, 'ok'])
})

test('the cookie of a session is out of reach of scripts and other sites, and leaves with it', async () => {
  const { email, password } = staffAccount
  const signIn = (next: string) =>
    post(`/staff/sign-in?next=${encodeURIComponent(next)}`, { email, password })

  const astray = await signIn('//evil.test/staff/leads')
  const answer = await signIn('/staff/letters?state=sent')

  const [cookie = ''] = answer.headers.getSetCookie()
  const mine = { cookie: cookie.split(';')[0] ?? '' }
  expect(astray.headers.get('location')).toBe('/staff')
  expect(answer.headers.get('location')).toBe('/staff/letters?state=sent')
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=(Lax|Strict)/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).not.toMatch(/Domain=/)
  expect((await send('/staff/leads', { headers: mine })).status).toBe(200)

  const left = await post('/staff/sign-out', {}, mine)
  expect(left.headers.getSetCookie()[0]).toMatch(/^staff=; Max-Age=0/)
  expect((await send('/staff/leads', { headers: mine })).status).toBe(302)
})

test('a cookie that was tampered with signs nobody in', async () => {
  const { cookie = '' } = staffCookie()
  const [name = '', value = ''] = cookie.split('=')
  const cookies = [
    `${name}=${value.slice(0, -3)}AAA`,
    `${name}=x${value}`,
    `${name}=${value.split('.')[0]}`,
    `${name}=../../etc/passwd`,
    `${name}=%E0%A4%A`,
    `${name}=${'a'.repeat(8000)}`,
    `${name}=`,
    `${name}=null; ${name}=undefined`,
  ]

  const statuses = await Promise.all(
    cookies.map(async (one) => (await send('/staff/leads', { headers: { cookie: one } })).status),
  )

  expect(statuses).toEqual(cookies.map(() => 302))
})

test('a public page sets no cookie and asks nothing of another site', async ({ page }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))

  for (const path of ['/', '/hire/backend-developer', '/start', '/book', '/privacy']) await page.goto(path)
  const cookies = await page.context().cookies()

  expect([...hosts]).toEqual([new URL(page.url()).host])
  expect(cookies.map(({ name }) => name).filter((name) => name !== 'tz')).toEqual([])
})

test('an answer in JSON is kept by no cache, and refusals are JSON as well', async () => {
  const answers = [
    await send('/api/availability'),
    await postJson('/api/bookings', {}),
    await postJson('/api/bookings', bookingFields(newMarker(), { start: '2020-01-06T08:00:00Z' })),
    await send('/api/bookings'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 409, 405])
  expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(
    answers.map(() => expect.stringContaining('application/json')),
  )
  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'))
})

test('a script that somebody slips into a page does not run', async ({ page }) => {
  const blocked: string[] = []
  page.on('console', (message) => blocked.push(message.text()))

  for (const path of ['/', '/start', '/book', '/staff/sign-in', '/nothing-is-here']) {
    await page.goto(path)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="/x" onerror="document.title=\'taken over\'">')
    })
    await expect.poll(() => blocked.filter((text) => text.includes('Content Security Policy')).length).toBe(2)
    expect(await page.title()).not.toBe('taken over')
    blocked.length = 0
  }
})

test('after signing out the back button shows nothing of the desk', async ({ page }) => {
  await page.goto('/staff/letters')
  await page.getByLabel('E-mail address').fill(staffAccount.email)
  await page.getByLabel('Password').fill(staffAccount.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Letters', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goBack()

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText(staffAccount.name)).toHaveCount(0)
})
