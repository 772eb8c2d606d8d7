import routes from '../app/routes.ts'
import { expect, staffAccount, test } from './fixtures.ts'
import { rows, rowsWithAction, staffRows, table, type Row } from './route-table.ts'
import {
  makeSample,
  newMarker,
  officeTime,
  originOfSite,
  post,
  postJson,
  requirementFields,
  send,
  staffCookie,
  traces,
  type Fields,
  type Sample,
} from './samples.ts'

test('every route of the site stands in the table, and nothing else does', () => {
  expect(Object.keys(table).sort()).toEqual(patternsIn(routes).sort())
})

test('a stranger who asks for a page gets what the table says', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '06:00'))

  const got = await each(rows, async ({ path }) => (await send(path(sample))).status)

  expect(got).toEqual(await each(rows, ({ get }) => get[0]))
})

test('a member of staff who asks for a page gets what the table says', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '06:30'))

  const got = await each(
    rows,
    async ({ path }) => (await send(path(sample), { headers: staffCookie() })).status,
  )

  expect(got).toEqual(await each(rows, ({ get }) => get[1]))
})

test('a stranger who sends a form gets what the table says', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '07:00'))

  const got = await each(
    rows,
    async ({ path, post: fields }) => (await post(path(sample), fields?.(sample, newMarker()) ?? {})).status,
  )

  expect(got).toEqual(await each(rows, ({ posted }) => posted[0]))
})

test('a member of staff who sends a form gets what the table says', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '08:00'))
  const others = rows.filter(([pattern]) => pattern !== '/staff/sign-out')

  const got = await each(
    others,
    async ({ path, post: fields }) =>
      (await post(path(sample), fields?.(sample, newMarker()) ?? {}, staffCookie())).status,
  )

  expect(got).toEqual(await each(others, ({ posted }) => posted[1]))
})

test('the desk sends a stranger to sign in and tells nothing, whichever way its pages are asked for', async ({
  query,
}) => {
  const sample = await makeSample(query, officeTime(7, '09:00'))
  const ways = ['', '.data', '.data?_routes=staff%2Fdesk-layout.route', '.data?_routes=root']

  const told: string[] = []
  for (const [, { path }] of staffRows) {
    for (const way of ways) {
      const answer = await send(addressed(path(sample), way))
      const body = await answer.text()
      const sentAway = way === '' ? answer.headers.get('location') : body
      if (!way.includes('=root') && !sentAway?.includes('/staff/sign-in')) told.push(`${path(sample)}${way}`)
      if (body.includes(sample.marker) || /L-\d|R-[2-9A-Z]{7}|Ann Example/.test(body))
        told.push(`${path(sample)}${way} tells`)
    }
  }

  expect(told).toEqual([])
})

test('nothing that a stranger sends to the desk changes anything there', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '09:30'))
  const marker = newMarker()
  const before = await stateOf(sample)

  const statuses: number[] = []
  for (const [, { path, post: fields }] of staffRows) {
    const body = fields?.(sample, marker) ?? {}
    statuses.push((await post(path(sample), body)).status)
    const data = await post(addressed(path(sample), '.data'), body)
    expect(await data.text()).not.toContain(sample.marker)
  }

  expect(statuses.every((status) => status === 302 || status === 405)).toBe(true)
  expect(await stateOf(sample)).toEqual(before)
  expect(await traces(query, marker)).toBe(0)

  async function stateOf({ leadId, marker }: Sample) {
    return query(
      `SELECT lead.version, lead.status, (SELECT count(*) FROM note WHERE lead_id = lead.id) AS notes,
         (SELECT count(*) FROM lead_event WHERE lead_id = lead.id AND kind NOT LIKE 'letter%') AS events,
         (SELECT count(*) FROM letter WHERE "to" LIKE $2) AS letters
       FROM lead WHERE id = $1`,
      [leadId, `%${marker}%`],
    )
  }
})

/** Where a forged form can come from, as browsers name it. */
const elsewhere: Record<string, Fields> = {
  'another site': { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
  'another site, in an old browser': { origin: 'https://evil.test' },
  'a sandboxed frame': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'a sandboxed frame, in an old browser': { origin: 'null' },
  'a sibling of our domain': { origin: 'https://blog.localhost', 'sec-fetch-site': 'same-site' },
  'another port': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'our address, spelt worse': { origin: 'http://LOCALHOST.evil.test' },
  garbage: { origin: 'garbage' },
}

test('a form from another site is refused by every route that acts, and leaves nothing', async ({
  query,
}) => {
  const sample = await makeSample(query, officeTime(7, '10:00'))
  const marker = newMarker()

  const accepted: string[] = []
  for (const [pattern, { path, post: fields }] of rowsWithAction) {
    const body = fields?.(sample, marker) ?? {}
    for (const [where, origin] of Object.entries(elsewhere)) {
      const headers = { ...origin, ...staffCookie() }
      const form = { method: 'POST', headers, body: new URLSearchParams(body) }
      const answers = pattern.startsWith('/api')
        ? [await postJson(path(sample), body, headers)]
        : [await send(path(sample), form), await send(addressed(path(sample), '.data'), form)]
      for (const { status } of answers)
        if (status !== 403) accepted.push(`${pattern} from ${where}: ${status}`)
    }
  }

  expect(accepted).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('a program may use the public forms, but never the desk with somebody’s cookie', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '10:30'))
  const marker = newMarker()
  const { '/manage/:token': _kept, ...others } = Object.fromEntries(rowsWithAction)

  const refused: string[] = []
  for (const [pattern, { path, post: fields }] of Object.entries(others)) {
    const body = new URLSearchParams(pattern.startsWith('/staff') ? fields?.(sample, marker) : {})
    const { status } = await send(path(sample), { method: 'POST', headers: staffCookie(), body })
    if (status === 403) refused.push(pattern)
  }

  expect(refused).toEqual(Object.keys(others).filter((pattern) => pattern.startsWith('/staff')))
  expect(await traces(query, marker)).toBe(0)
})

test('following a link changes nothing, whatever it asks for', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '11:00'))
  const marker = newMarker()
  const ask = { headers: staffCookie() }

  for (const [, { path, post: fields }] of rows) {
    const asked = new URLSearchParams({ ...fields?.(sample, marker), intent: 'cancel', _method: 'POST' })
    const address = `${path(sample)}${path(sample).includes('?') ? '&' : '?'}${asked}`
    expect((await send(address, ask)).status).toBeLessThan(500)
    expect((await send(address, { ...ask, method: 'HEAD' })).status).toBeLessThan(500)
  }

  const [booking] = await query('SELECT status FROM booking WHERE id = $1', [sample.bookingId])
  expect(booking).toEqual({ status: 'confirmed' })
  expect(await traces(query, marker)).toBe(0)
  expect((await send('/staff/leads', ask)).status).toBe(200)
})

test('only GET, HEAD and POST mean anything here', async ({ query }) => {
  const sample = await makeSample(query, officeTime(7, '11:30'))
  const methods = ['DELETE', 'PUT', 'PATCH', 'PROPFIND']

  const answered: string[] = []
  for (const [, { path }] of rows) {
    for (const method of methods) {
      const { status } = await send(path(sample), {
        method,
        headers: { ...staffCookie(), origin: originOfSite(), 'x-http-method-override': 'POST' },
      })
      if (status !== 405) answered.push(`${method} ${path(sample)}: ${status}`)
    }
  }

  expect(answered).toEqual([])
})

test('a wrong password and an address that nobody has are answered alike', async () => {
  const answers = await Promise.all(
    [staffAccount.email, `nobody@${newMarker()}.example`].map(async (email) => {
      const answer = await post('/staff/sign-in', { email, password: 'not the one that it should be' })
      return [answer.status, (await answer.text()).replaceAll(email, 'THE ADDRESS')]
    }),
  )

  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[1]).toContain('This e-mail address and password do not belong together.')
})

test('the answer to a request is the same whether we know the person or not', async () => {
  const known = newMarker()
  await post('/start', requirementFields(known))

  const [again, fresh] = [known, newMarker()].map(async (marker) => {
    const shared = await post('/start', requirementFields(marker, { message: 'The same words' }))
    const path = shared.headers.get('location') ?? ''
    const token = path.split('/').at(-1) ?? path
    const pages = [await send(path), await send(`/book/consultation?request=${token}`)]
    const html = (await Promise.all(pages.map((page) => page.text()))).join()
    return html
      .replaceAll(token, 'TOKEN')
      .replaceAll(marker, 'MARKER')
      .replace(/R-[2-9A-Z]{7}/g, 'R-REFERENCE')
      .replace(/value="[\da-f-]{36}"/g, 'value="KEY"')
  })

  expect(await again).toBe(await fresh)
  expect(await fresh).toContain('Thank you. We have your request.')
})

/** The same page asked for in another way, such as `.data`, which ends the path and not the query. */
function addressed(path: string, way: string): string {
  const [page = '', query] = path.split('?')
  return query === undefined || way.includes('?') ? page + way : `${page}${way}?${query}`
}

type Entry = { path?: string | undefined; index?: boolean | undefined; children?: Entry[] | undefined }

/** The addresses of a route configuration; layouts have none of their own. */
function patternsIn(entries: readonly Entry[], parent = ''): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const here = path ? `${parent}/${path}` : parent
    const own = path !== undefined || index ? [here || '/'] : []
    return children ? patternsIn(children, here) : own
  })
}

async function each<Value>(
  entries: readonly (readonly [string, Row])[],
  ask: (row: Row) => Value | Promise<Value>,
): Promise<Record<string, Value>> {
  const answers: Record<string, Value> = {}
  for (const [pattern, row] of entries) answers[pattern] = await ask(row)
  return answers
}
