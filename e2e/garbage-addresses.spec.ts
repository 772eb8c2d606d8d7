import { expect, test } from './fixtures.ts'
import { makeSample, officeTime, send, sendRaw, staffCookie } from './samples.ts'

test('garbage in an address is a page or a refusal, never a failure', async ({ query }) => {
  const sample = await makeSample(query, officeTime(4, '11:00'))
  const garbage = [
    'x'.repeat(8000),
    '%00',
    '%E0%A4%A',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '%E2%80%AE',
    '2027-02-30',
    '0000-00',
    '9999-99',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    '-1',
    '1e309',
    '99999999999',
    'NaN',
    '__proto__',
    '%27%3B%20drop%20table%20lead%3B--',
    '%25_%25_%25_%25_%25_%25_%25_%25_%25_%25_',
    '253402300799999-00000000-0000-0000-0000-000000000000',
    '99999999999999-00000000-0000-0000-0000-000000000000',
    '../../../etc/passwd',
  ]
  const asked = [
    'month',
    'date',
    'slot',
    'tz',
    'q',
    'role',
    'request',
    'after',
    'status',
    'state',
    'next',
    'from',
  ]
  const pages = [
    '/',
    '/hire',
    '/start',
    '/book',
    `/manage/${sample.booking}`,
    '/api/availability',
    '/staff/leads',
    '/staff/letters',
    '/staff/sign-in',
  ]
  const places = [
    '/hire/',
    '/compare/',
    '/start/done/',
    '/booked/',
    '/manage/',
    '/staff/leads/',
    '/staff/letters/',
  ]
  const addresses = [
    ...pages.flatMap((page) =>
      garbage.map((text) => `${page}?${asked.map((name) => `${name}=${text}`).join('&')}`),
    ),
    ...pages.flatMap((page) => [
      `${page}?${asked.map((name) => `${name}=a&${name}=b`).join('&')}`,
      `${page}?%`,
    ]),
    ...places.flatMap((place) => garbage.map((text) => `${place}${text}`)),
    ...['/%E0%A4%A', '/%00', '/%', '/..%2f..%2fetc%2fpasswd', '/a%0d%0aSet-Cookie:x=1', '/%5c%5cevil.test'],
    ...[`/booked/${sample.booking}x/invite.ics`, '/staff/welcome/%00', '/hire/backend-developer%00'],
  ]

  const failed: string[] = []
  for (const address of addresses) {
    const { status } = await send(address, { headers: staffCookie() })
    if (status >= 500) failed.push(`${address.slice(0, 120)}: ${status}`)
  }

  expect(failed).toEqual([])
})

test('a cookie or a host that is garbage is no failure', async () => {
  const cookies = [
    'tz=%E0%A4%A',
    'tz=__proto__',
    'tz=Etc/../../passwd',
    'staff=%',
    '__proto__=x',
    `tz=${'x'.repeat(9000)}`,
  ]
  const hosts = ['a b', '[::1', 'a/b?c', 'a@b', 'localhost:99999', `${'x'.repeat(300)}.example`]

  const failed: string[] = []
  for (const cookie of cookies) {
    for (const path of ['/', '/start', '/book', '/staff/leads']) {
      const { status } = await send(path, { headers: { cookie } })
      if (status >= 400) failed.push(`${path} with ${cookie.slice(0, 40)}: ${status}`)
    }
  }
  for (const host of hosts) {
    const status = await sendRaw('/book', { method: 'GET', headers: { host } }, '')
    if (status !== 400) failed.push(`for ${host.slice(0, 40)}: ${status}`)
  }

  expect(failed).toEqual([])
})

test('a search for ten thousand characters, or for signs that mean something to a database, finds nothing', async () => {
  const searches = ['%', '_', '\\', "' or 1=1 --", 'x'.repeat(10_000), '\u202E', '%_%_%_%_%_%_%_%_%_']

  const found: string[] = []
  for (const q of searches) {
    const answer = await send(`/staff/leads?q=${encodeURIComponent(q)}`, { headers: staffCookie() })
    const rows = (await answer.text()).match(/<tr/g)?.length ?? 0
    if (answer.status !== 200 || (rows > 0 && q !== '\u202E'))
      found.push(`${q.slice(0, 20)}: ${answer.status}, ${rows}`)
  }

  expect(found).toEqual([])
})
