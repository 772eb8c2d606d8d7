import { request as httpRequest } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, staffState, test } from './fixtures.ts'
import {
  bookingFields,
  makeSample,
  newMarker,
  officeTime,
  originOfSite,
  post,
  postJson,
  requirementFields,
  send,
  shareByLongWay,
  staffCookie,
  stepFieldsOf,
  traces,
  type Fields,
} from './samples.ts'

/** One field made wrong, and words of the message that must then stand at it. */
type Wrong = [field: string, typed: string, message: string]

const long = (length: number) => 'x'.repeat(length)
const bidi = 'Ann \u202Egpj.exe'
const unprintable = 'contains characters that cannot be shown'

const wrongAboutPeople: Wrong[] = [
  ['name', '', 'Enter your name.'],
  ['name', long(81), 'Use 80 characters or fewer.'],
  ['name', 'Win at https://evil.test', 'Enter a name without links'],
  ['name', 'Ann\u0000Example', unprintable],
  ['name', bidi, unprintable],
  ['name', 'Ann\r\nBcc: eve@evil.test', unprintable],
  ['email', '', 'Enter your e-mail address.'],
  ['email', 'ann', 'Enter an e-mail address like'],
  ['email', 'ann@acme.example, eve@evil.test', 'Enter an e-mail address like'],
  ['email', '"ann eve@evil.test"@acme.example', 'Enter an e-mail address like'],
  ['email', 'ann@acme.example\u0000', unprintable],
  ['email', `${long(250)}@acme.example`, 'Use 254 characters or fewer.'],
  ['company', long(121), 'Use 120 characters or fewer.'],
  ['company', 'Acme\u0000', unprintable],
  ['message', long(4001), 'Use 4000 characters or fewer.'],
  ['message', 'Hello\u0000there', unprintable],
  ['message', 'Hello \u2066there', unprintable],
]

const wrongInQuickForm: Wrong[] = [
  ...wrongAboutPeople.filter(([field]) => field !== 'company'),
  ['message', '', 'Tell us what you need.'],
  ['message', ' \u200B', 'Tell us what you need.'],
]

const wrongInContact: Wrong[] = [
  ...wrongAboutPeople.filter(([field]) => field !== 'message'),
  ['company', '', 'Enter the name of your company.'],
  ['contactBy', 'pigeon', 'Choose how we should answer.'],
  ['companySize', 'huge', 'Choose the size of your company.'],
  ['country', 'XX', 'Choose a country from the list.'],
  ['heardFrom', 'nobody', 'Choose how you heard of us.'],
]

const wrongInRoles: Wrong[] = [
  ['roles[0].role', 'wizard', 'Choose a role from the list.'],
  ['roles[0].role', '../../etc/passwd', 'Choose a role from the list.'],
  ['roles[0].count', '1e9', 'Choose how many people you need.'],
  ['roles[0].seniority', 'god', 'Choose how experienced they should be.'],
  ['roles[0].role', '', 'Choose a role.'],
]

const wrongInWork: Wrong[] = [
  ['stage', 'ruin', 'Choose where the work stands.'],
  ['readiness', 'perfect', 'Choose how clear it is what you need.'],
  ['message', long(4001), 'Use 4000 characters or fewer.'],
  ['message', 'Hello \u2066there', unprintable],
  ['niceSkills', long(61), 'Put a comma between skills.'],
  ['skills', 'SQL\u0000', unprintable],
  ['skills', long(61), 'Put a comma between skills.'],
  ['skills', Array.from({ length: 13 }, (_, index) => `skill${index}`).join(', '), 'Name at most 12 skills'],
  ['skills', Array.from({ length: 11 }, () => long(59)).join(', '), 'Use 600 characters or fewer.'],
]

const wrongInTerms: Wrong[] = [
  ['start', 'yesterday', 'Choose when they should start.'],
  ['duration', '', 'Choose for how long you need them.'],
  ['engagement', 'barter', 'Choose how you would like to engage them.'],
  ['overlap', '25h', 'Choose how many working hours you want to share.'],
  ['timeZone', '', 'Choose your time zone.'],
  ['timeZone', 'Mars/Olympus', 'Choose a time zone from the list.'],
]

const wrongInBooking: Wrong[] = [
  ...wrongAboutPeople,
  ['phone', 'call me', 'Enter a telephone number like'],
  ['phone', '1'.repeat(41), 'Use 40 characters or fewer.'],
]

test('each answer that a requirement cannot have is named at its field, and what was typed is kept', async ({
  query,
}) => {
  const marker = newMarker()

  const quick = await refusals(wrongInQuickForm, (change) =>
    post('/start', requirementFields(marker, change)),
  )
  const steps = { roles: wrongInRoles, work: wrongInWork, terms: wrongInTerms, contact: wrongInContact }
  const long: string[] = []
  for (const [step, wrong] of Object.entries(steps)) {
    const send = (change: Fields) => post(`/start/${step}`, stepFieldsOf(marker, change)[step] ?? {})
    long.push(...(await refusals(wrong, send)))
  }

  expect([...quick, ...long]).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('each answer that a booking cannot have is named at its field, and what was typed is kept', async ({
  query,
}) => {
  const marker = newMarker()
  const page = `/book?slot=${officeTime(0, '08:00')}`

  const wrong = await refusals(wrongInBooking, (change) => post(page, bookingFields(marker, change)))

  expect(wrong).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('what a form carries unseen is refused in words as well', async ({ query }) => {
  const marker = newMarker()
  const page = `/book?slot=${officeTime(0, '08:00')}`
  const unseen: Wrong[] = [
    ['start', 'tomorrow', 'Choose a time from the calendar.'],
    ['start', '2027-02-30T10:00:00Z', 'Choose a time from the calendar.'],
    ['start', '+275760-09-13T00:00:00Z', 'Choose a time from the calendar.'],
    ['timeZone', 'Mars/Olympus', 'Choose a time zone from the list.'],
    ['timeZone', '+05:30', 'Choose a time zone from the list.'],
    ['timeZone', 'Etc/../../passwd', 'Choose a time zone from the list.'],
    ['timeZone', 'America/New_York\r\nX: 1', 'Choose a time zone from the list.'],
    ['timeZone', long(10_000), 'Choose a time zone from the list.'],
    ['idempotencyKey', 'short', 'Use 8 characters or more.'],
    ['idempotencyKey', long(256), 'Use 255 characters or fewer.'],
    ['idempotencyKey', 'with a\u0000NUL in it', 'Use printable characters'],
    ['type', 'no such type!', 'Choose one that is offered.'],
    ['host', long(61), 'Choose one that is offered.'],
  ]

  const silent: string[] = []
  for (const [field, typed, message] of unseen) {
    const answer = await post(page, bookingFields(marker, { [field]: typed }))
    const told = (await answer.text()).includes(message)
    if (answer.status !== 422 || !told)
      silent.push(`${field} ${typed.slice(0, 40)}: ${answer.status}, ${told}`)
  }
  const stale = await post('/start', requirementFields(marker, { notice: '1999-01-01' }))
  const unkeyed = await post('/start', requirementFields(marker, { idempotencyKey: 'mine' }))

  expect(silent).toEqual([])
  expect(await stale.text()).toContain('The privacy notice has changed since this page was opened.')
  expect(await unkeyed.text()).toContain('Reload the page and send the form again.')
  expect(await traces(query, marker)).toBe(0)
})

test('a time that is past, too soon, too far, closed or off the grid is refused with others to choose', async ({
  query,
}) => {
  const marker = newMarker()
  const day = officeTime(0, '08:00').slice(0, 10)
  const times: [start: string, message: string][] = [
    ['2020-01-06T08:00:00.000Z', 'That time has passed.'],
    [new Date(Date.now() + 60_000).toISOString(), 'That time is too soon for us to prepare.'],
    [`${Number(day.slice(0, 4)) + 2}-03-01T08:00:00.000Z`, 'further ahead than the calendar goes'],
    [`${day}T03:00:00.000Z`, 'Nobody is there at that time.'],
    [`${day}T08:17:00.000Z`, 'Meetings do not start at that time.'],
  ]

  const wrong: string[] = []
  for (const [start, message] of times) {
    const answer = await post(`/book?slot=${start}`, bookingFields(marker, { start }))
    const html = await answer.text()
    const offered = html.match(/<button class="time" name="start"/g)?.length ?? 0
    const kept = html.includes(`value="ann@${marker}.example"`)
    if (answer.status !== 409 || !html.includes(message) || !kept || offered > 5)
      wrong.push(`${start}: ${answer.status}, ${offered} offered, kept: ${kept}`)
    if (offered === 0 && !message.includes('further')) wrong.push(`${start}: no other time`)
  }

  expect(wrong).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('a time that others have taken is refused, and one press books the next with all that was typed', async ({
  page,
  query,
}) => {
  const start = officeTime(4, '08:00')
  const marker = newMarker()
  await page.goto(`/book?slot=${start}`)
  await makeSample(query, start)
  await makeSample(query, start)

  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Work e-mail').fill(`ann@${marker}.example`)
  await page.getByLabel('What should we know before the call?').fill('Typed once')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time.')
  await expect(page.getByLabel('What should we know before the call?')).toHaveValue('Typed once')
  expect(await traces(query, marker)).toBe(0)

  await page.locator('button.time').first().click()
  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
  const rows = await query('SELECT message FROM booking WHERE visitor_email = $1', [`ann@${marker}.example`])
  expect(rows).toEqual([{ message: 'Typed once' }])
})

test('when the next time is lost as well, the page names the time that it would book now', async ({
  page,
  query,
}) => {
  const first = officeTime(5, '09:00')
  await page.goto(`/book?slot=${first}&tz=UTC`)
  await makeSample(query, first)
  await makeSample(query, first)
  const { marker } = await makeSample(query, officeTime(5, '13:30'))

  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Work e-mail').fill(`ann@${marker}.example`)
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  const next = page.locator('button.time').last()
  const second = (await next.getAttribute('value')) ?? ''
  await makeSample(query, second)
  await makeSample(query, second)
  await next.click()

  await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time.')
  await expect(page.locator('form.form input[name="start"]')).toHaveValue(second)
  await expect(page.locator('.appointment time')).toHaveAttribute('datetime', second)
  const named = await page.locator('.appointment time').innerText()
  await page.goto(`/book?slot=${second}&tz=UTC`)
  await expect(page.getByRole('heading', { name: `${named} cannot be booked` })).toBeVisible()
})

test('a form that lost its time says so, and shows the calendar', async () => {
  const marker = newMarker()

  const answer = await post('/book', bookingFields(marker, { start: '' }))

  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Choose a time from the calendar.')
  expect(html).toContain('id="times"')
})

test('the same form sent twice is one requirement and one booking', async ({ query }) => {
  const marker = newMarker()
  const requirement = requirementFields(marker)
  const booking = bookingFields(marker, { start: officeTime(4, '10:00') })

  const shared = await Promise.all([post('/start', requirement), post('/start', requirement)])
  const booked = await Promise.all([post('/book', booking), post('/book', booking)])

  const [counted] = await query(
    `SELECT (SELECT count(*)::int FROM submission WHERE email = $1 AND kind = 'requirement') AS requirements,
       (SELECT count(*)::int FROM booking WHERE visitor_email = $1) AS bookings,
       (SELECT count(*)::int FROM letter WHERE "to" = $1 AND kind <> 'booking-reminder') AS letters`,
    [`ann@${marker}.example`],
  )
  expect([...shared, ...booked].map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(shared[0]?.headers.get('location')).toBe(shared[1]?.headers.get('location'))
  expect(booked[0]?.headers.get('location')).toBe(booked[1]?.headers.get('location'))
  expect(counted).toEqual({ requirements: 1, bookings: 1, letters: 2 })
})

test('a form that was sent before and says something else now is refused', async ({ query }) => {
  const marker = newMarker()
  const requirement = requirementFields(marker)
  const booking = bookingFields(marker, { start: officeTime(4, '10:30') })
  await post('/start', requirement)
  await post('/book', booking)
  const before = await traces(query, marker)

  const shared = await post('/start', { ...requirement, message: 'Something else' })
  const booked = await post(`/book?slot=${booking.start}`, { ...booking, message: 'Something else' })

  expect([shared.status, booked.status]).toEqual([422, 422])
  expect(await shared.text()).toContain('This form was sent before with other answers.')
  expect(await booked.text()).toContain('This form was sent before with other answers.')
  expect(await traces(query, marker)).toBe(before)
})

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
    for (const [type, body, wanted] of bodies) {
      const { status } = await send(path, { method: 'POST', headers: { 'content-type': type }, body }).then(
        (answer) => (path.startsWith('/staff') ? postFromSite(path, type, body) : answer),
      )
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
  const fields = requirementFields(marker, { message: long(66_000) })
  const chunked = { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }

  const statuses = [
    (await post('/start', fields)).status,
    (await post('/book', bookingFields(marker, { message: long(66_000) }))).status,
    (await postJson('/api/bookings', bookingFields(marker, { message: long(66_000) }))).status,
    (await post('/staff/leads/new', { note: long(66_000) }, staffCookie())).status,
  ]
  const unknown = [
    await sendRaw('/start', chunked, 'a=b'),
    await sendRaw('/api/bookings', chunked, '{}'),
    await sendRaw('/api/bookings', chunked, long(200_000)),
  ]

  expect(statuses).toEqual([413, 413, 413, 413])
  expect(unknown).toEqual([411, 411, 411])
  expect(await traces(query, marker)).toBe(0)
})

test('garbage in an address is a page or a refusal, never a failure', async ({ query }) => {
  const sample = await makeSample(query, officeTime(4, '11:00'))
  const garbage = [
    long(8000),
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
    `tz=${long(9000)}`,
  ]
  const hosts = ['a b', '[::1', 'a/b?c', 'a@b', 'localhost:99999', `${long(300)}.example`]

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

test('a search for ten thousand characters, or for signs that mean something to a database, finds nothing', async ({
  page,
}) => {
  const searches = ['%', '_', '\\', "' or 1=1 --", `${long(10_000)}`, '\u202E', '%_%_%_%_%_%_%_%_%_']

  const found: string[] = []
  for (const q of searches) {
    const answer = await send(`/staff/leads?q=${encodeURIComponent(q)}`, { headers: staffCookie() })
    const rows = (await answer.text()).match(/<tr/g)?.length ?? 0
    if (answer.status !== 200 || (rows > 0 && q !== '\u202E'))
      found.push(`${q.slice(0, 20)}: ${answer.status}, ${rows}`)
  }

  expect(found).toEqual([])
  await page.goto(`/staff/sign-in`)
})

test('text that is also HTML is shown to staff as text', async ({ browser, query }) => {
  const marker = newMarker()
  const message = `</script><script>alert(1)</script><img src=x onerror=alert(2)> ${marker} {{7*7}} \u2028`
  await shareByLongWay(marker, { message, company: `"><svg/onload=alert(3)> ${marker}` })
  const [held] = await query<{ id: string }>('SELECT id FROM submission WHERE email = $1', [
    `ann@${marker}.example`,
  ])
  const context = await browser.newContext({ storageState: staffState })
  const desk = await context.newPage()
  const dialogs: string[] = []
  desk.on('dialog', (dialog) => void dialogs.push(dialog.message()))

  await desk.goto(`${originOfSite()}/staff/held/${held?.id}`)
  await expect(desk.getByRole('main')).toContainText('<img src=x onerror=alert(2)>')
  await desk.getByRole('button', { name: 'Release' }).click()

  await desk.waitForURL(/\/staff\/leads\/\d+/)
  await expect(desk.getByRole('main')).toContainText(
    '</script><script>alert(1)</script><img src=x onerror=alert(2)>',
  )
  await expect(desk.getByRole('main')).toContainText('"><svg/onload=alert(3)>')
  expect(await desk.locator('main img, main svg[onload], main script:not([src])').count()).toBe(0)
  expect(dialogs).toEqual([])
  await context.close()
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

test('after a refusal the summary has the focus, its links lead to the fields, and the title tells', async ({
  page,
}) => {
  await page.goto(`/book?slot=${officeTime(0, '08:00')}`)
  await page.getByLabel('Work e-mail').fill('ann at acme')
  await page.getByLabel('Company').fill('Acme')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()

  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(2)
  await expect(page.getByLabel('Company')).toHaveValue('Acme')
  await expect(page.getByLabel('Work e-mail')).toHaveValue('ann at acme')
  await expect(page.getByLabel('Work e-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Work e-mail')).toHaveAccessibleDescription(/Enter an e-mail address like/)
  await page.getByRole('link', { name: 'Enter your name.' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(page).toHaveTitle(/Book a free consultation/)
})

test('the short form that lacks everything names every question, and each link leads to one', async ({
  page,
}) => {
  await page.goto('/start')
  await page.getByLabel('What you need').fill('Typed before')
  await page.getByRole('button', { name: 'Send my request' }).click()

  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('What you need')).toHaveValue('Typed before')
  for (const name of ['Enter your name.', 'Enter your e-mail address.']) {
    await page.getByRole('alert').getByRole('link', { name }).click()
    await expect(page.locator(':focus')).toHaveAttribute('aria-invalid', 'true')
  }
})

test('each step that lacks everything names its questions, and each link leads to one', async ({ page }) => {
  await page.goto('/start/roles')
  for (const questions of [3, 1, 4, 3]) {
    await page.getByRole('button', { name: 'Continue', exact: true }).last().click()

    await expect(page).toHaveTitle(/^Error: /)
    await expect(page.getByRole('alert')).toBeFocused()
    const links = page.getByRole('alert').getByRole('link')
    await expect(links).toHaveCount(questions)
    for (const link of await links.all()) {
      const id = (await link.getAttribute('href'))?.slice(1)
      await link.click()
      await expect(page.locator(`[id="${id}"]`)).toBeFocused()
    }
    await answerStep(page)
  }
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
})

/** The least that the step which is open lets somebody continue with. */
async function answerStep(page: Page): Promise<void> {
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  if (heading === 'Whom do you need?') {
    await page.getByLabel('Role', { exact: true }).selectOption('backend-developer')
    await page.getByLabel('How many').selectOption('1')
    await page.getByLabel('Seniority').selectOption('mid')
  }
  if (heading === 'What will they work on?') await page.getByLabel('We want advice first').check()
  if (heading === 'On which terms?') {
    await page.getByLabel('By the hour').check()
    await page.getByLabel('Start').selectOption('now')
    await page.getByLabel('For how long').selectOption('1_3m')
    await page.getByLabel('The whole day').check()
  }
  if (heading === 'Whom do we answer?') {
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByLabel('Work e-mail').fill('ann@steps.example')
    await page.getByLabel('Company', { exact: true }).fill('Acme')
  }
  await page.getByRole('button', { name: 'Continue', exact: true }).last().click()
}

/** No page can hold a NUL, so none is sent back: HTML knows no way to write one. */
function shown(typed: string): string {
  return typed.replaceAll('\0', '')
}

/** Sends each wrong answer; lists those that were not refused at their field, or lost what was typed. */
async function refusals(wrong: Wrong[], sendWith: (change: Fields) => Promise<Response>): Promise<string[]> {
  const missed: string[] = []
  for (const [field, typed, message] of wrong) {
    const answer = await sendWith({ [field]: typed })
    const html = await answer.text()
    const name = `${field} = ${JSON.stringify(typed.slice(0, 40))}`
    const said = html.split(`id="${field}-error"`)[1]?.split('</p>')[0] ?? ''
    if (answer.status !== 422) missed.push(`${name}: ${answer.status}`)
    else if (!said.includes(message)) missed.push(`${name} says ${said.slice(0, 200)}`)
    else if (isShownAgain(field) && !html.includes(escaped(shown(typed))))
      missed.push(`${name} is not shown again`)
  }
  return missed
}

/** A list shows only what can be chosen from it. */
function isShownAgain(field: string): boolean {
  return !/^roles|^start$|^duration$|^engagement$|^overlap$|^stage$|^readiness$|^timeZone$|^contactBy$|^companySize$|^country$|^heardFrom$/.test(
    field,
  )
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function postFromSite(path: string, type: string, body: string) {
  return send(path, {
    method: 'POST',
    headers: { origin: originOfSite(), 'content-type': type },
    body,
  })
}

/** A request that fetch would not make; the status of its answer. */
function sendRaw(path: string, options: { method: string; headers: Fields }, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(originOfSite() + path, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.resume()
    })
    // The server answers and hangs up without reading the rest.
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    asked.end(body)
  })
}
