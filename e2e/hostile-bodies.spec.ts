import { expect, test } from './fixtures.ts'
import {
  bookingFields,
  newMarker,
  originOfSite,
  post,
  postJson,
  requirementFields,
  send,
  sendRaw,
  staffCookie,
  traces,
  type Fields,
} from './samples.ts'

test('field names that reach into objects, and fields without number or end, harm nobody', async ({
  query,
}) => {
  const marker = newMarker()
  const many = Array.from({ length: 2000 }, (_, index): [string, string] => [`roles[${index}].role`, 'x'])
  const hostile: [string, string][][] = [
    [
      ['__proto__', 'x'],
      ['__proto__.polluted', 'yes'],
      ['__proto__[polluted]', 'yes'],
    ],
    [
      ['constructor.prototype.polluted', 'yes'],
      ['constructor[prototype][polluted]', 'yes'],
    ],
    [
      ['roles.__proto__.polluted', 'yes'],
      ['roles[__proto__].polluted', 'yes'],
    ],
    [['roles[0].__proto__.polluted', 'yes']],
    [
      ['roles[4294967294].role', 'x'],
      ['roles[99999999].role', 'x'],
      ['roles[-1].role', 'x'],
    ],
    [
      ['roles', 'x'],
      ['roles.0', 'y'],
      ['roles[]', 'z'],
    ],
    [
      ['name[a].b', 'x'],
      ['name.toString', 'x'],
      ['email[]', 'x'],
      ['hasOwnProperty', 'x'],
    ],
    [
      ['', 'x'],
      ['.', 'x'],
      ['[', 'x'],
      [']', 'x'],
      ['[[[[', 'x'],
      ['a'.repeat(3000), 'x'],
    ],
    [
      ['email', 'eve@evil.test'],
      ['name', 'Eve'],
      ['start', 'now'],
      ['idempotencyKey', 'again'],
    ],
    many,
  ]

  const broken: string[] = []
  for (const extra of hostile) {
    const name = extra[0]?.[0]
    const noName = { name: '' }
    const forms = [
      await post('/start', [...Object.entries(requirementFields(marker, noName)), ...extra]),
      await post('/book', [...Object.entries(bookingFields(marker, noName)), ...extra]),
      await post('/staff/sign-in', [['email', ''], ...extra]),
      await post('/staff/leads/new', [['title', ''], ...extra], staffCookie()),
    ]
    for (const { status, url } of forms) if (status !== 422) broken.push(`${url} with ${name}: ${status}`)
  }

  expect(broken).toEqual([])
  expect(await traces(query, marker)).toBe(0)
  expect((await send('/start')).status).toBe(200)
})

test('a body that is no form, or only half of one, is refused for what it is', async ({ query }) => {
  const marker = newMarker()
  const half = `--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAnn ${marker}`
  const bodies: [type: string, body: string, status: number][] = [
    ['text/plain', `name=${marker}`, 415],
    ['application/json', `{"name":"${marker}"}`, 415],
    ['application/xml', '<a/>', 415],
    ['multipart/form-data', half, 400],
    ['multipart/form-data; boundary=b', half, 400],
    ['multipart/form-data; boundary=other', `${half}\r\n--b--\r\n`, 400],
    ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&==%00', 422],
    ['application/x-www-form-urlencoded', '', 422],
  ]

  const wrong: string[] = []
  for (const path of ['/start', '/book', '/staff/sign-in']) {
    const origin: Fields = path.startsWith('/staff') ? { origin: originOfSite() } : {}
    for (const [type, body, wanted] of bodies) {
      const headers = { ...origin, 'content-type': type }
      const { status } = await send(path, { method: 'POST', headers, body })
      if (status !== wanted) wrong.push(`${path} ${type} ${body.slice(0, 20)}: ${status}`)
    }
  }
  const typeless = await sendRaw('/start', { method: 'POST', headers: { 'content-length': '4' } }, 'a=bc')

  expect(wrong).toEqual([])
  expect(typeless).toBe(415)
  expect(await traces(query, marker)).toBe(0)
})

test('a body over 64 KB is refused and nothing of it kept, and so is one of unknown length', async ({
  query,
}) => {
  const marker = newMarker()
  const fields = requirementFields(marker, { message: 'x'.repeat(66_000) })
  const chunked = { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }

  const statuses = [
    (await post('/start', fields)).status,
    (await post('/book', bookingFields(marker, { message: 'x'.repeat(66_000) }))).status,
    (await postJson('/api/bookings', bookingFields(marker, { message: 'x'.repeat(66_000) }))).status,
    (await post('/staff/leads/new', { note: 'x'.repeat(66_000) }, staffCookie())).status,
  ]
  const unknown = [
    await sendRaw('/start', chunked, 'a=b'),
    await sendRaw('/api/bookings', chunked, '{}'),
    await sendRaw('/api/bookings', chunked, 'x'.repeat(200_000)),
  ]

  expect(statuses).toEqual([413, 413, 413, 413])
  expect(unknown).toEqual([411, 411, 411])
  expect(await traces(query, marker)).toBe(0)
})

test('JSON with half a character, a wrong type or a name of the language’s own is refused', async ({
  query,
}) => {
  const marker = newMarker()
  const good = bookingFields(marker)
  const bodies: [body: string, field: string][] = [
    [JSON.stringify({ ...good, name: 'Ann \ud800' }), 'name'],
    [JSON.stringify({ ...good, message: 'half \udc00 a character' }), 'message'],
    [JSON.stringify({ ...good, name: 'Ann\u0000' }), 'name'],
    [JSON.stringify({ ...good, company: 'Acme\u202E' }), 'company'],
    [JSON.stringify({ ...good, name: ['Ann'] }), 'name'],
    [JSON.stringify({ ...good, email: { toString: 'x' } }), 'email'],
    [JSON.stringify({ ...good, start: 0 }).replace('"start":0', '"start":1e309'), 'start'],
    [JSON.stringify({ ...good, start: 1_800_000_000_000 }), 'start'],
    [JSON.stringify({ ...good, timeZone: null }), 'timeZone'],
    [`{"__proto__":{"start":"${good.start}"},"name":"Ann"}`, 'start'],
    ['[]', ''],
    ['null', ''],
    ['"text"', ''],
    ['{"name":', ''],
    ['', ''],
  ]

  const wrong: string[] = []
  for (const [body, field] of bodies) {
    const answer = await postJson('/api/bookings', body)
    const { error, fields } = (await answer.json()) as { error: string; fields: Record<string, string[]> }
    if (answer.status !== 422 || error !== 'invalid' || !fields[field]?.[0])
      wrong.push(`${body.slice(0, 60)}: ${answer.status} ${JSON.stringify(fields)}`)
  }

  expect(wrong).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})
