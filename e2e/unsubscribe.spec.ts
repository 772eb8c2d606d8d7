import { expect, expectAccessible, test } from './fixtures.ts'
import { bookingFields, linkIn, newMarker, officeTime, post, send, type Query } from './samples.ts'

// One after the other: each counts who declined.
test.describe.configure({ mode: 'default' })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('opening the link of a reminder changes nothing, its button ends such letters and can be taken back', async ({
    page,
    letters,
    query,
  }) => {
    const { email, path } = await reminded(query, letters, '11:30')
    await page.goto(path)
    await page.getByRole('button', { name: 'Stop these letters' }).click()
    await expect(page.getByRole('heading', { name: 'You get no more of these letters' })).toBeVisible()

    await book(email, '12:00')
    await remind(query, email)
    await expect.poll(async () => statesOf(query, email), { timeout: 20_000 }).toEqual(['sent', 'skipped'])

    await page.getByRole('button', { name: 'Send them again' }).click()
    await expect(page.getByRole('button', { name: 'Stop these letters' })).toBeVisible()
  })
})

test('a mail program ends them by posting, without a cookie, an Origin or a redirect', async ({
  page,
  letters,
  query,
}) => {
  const { path } = await reminded(query, letters, '12:30')
  await page.goto(path)
  await expectAccessible(page)
  const before = await declined(query)

  const looked = [await send(path), await send(path, { method: 'HEAD' })]
  expect(looked.map(({ status }) => status)).toEqual([200, 200])
  expect(await declined(query)).toBe(before)
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const posted = [await send(path, { method: 'POST', body }), await send(path, { method: 'POST', body })]

  expect(posted.map(({ status }) => status)).toEqual([200, 200])
  expect(await declined(query)).toBe(before + 1)
  expect((await send(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
})

type Letters = (to: string, count?: number) => Promise<{ text?: string; subject?: string }[]>

/** Somebody whose reminder has just arrived, with the link in it. */
async function reminded(query: Query, letters: Letters, utc: string) {
  const email = `ann@${newMarker()}.example`
  await book(email, utc)
  await letters(email, 1)
  await remind(query, email)
  const mail = (await letters(email, 2)).find(({ subject }) => subject?.startsWith('Reminder:'))
  return { email, path: linkIn(mail?.text, '/unsubscribe/') }
}

async function book(email: string, utc: string): Promise<void> {
  const sent = await post('/book', bookingFields(newMarker(), { email, start: officeTime(5, utc) }))
  expect(sent.headers.get('location')).toMatch(/^\/booked\//)
}

/** Brings the day before forward: the earlier of the reminders that wait. */
async function remind(query: Query, email: string): Promise<void> {
  await query(
    `UPDATE letter SET run_at = now() WHERE id = (
       SELECT id FROM letter WHERE "to" = $1 AND kind = 'booking-reminder' AND state = 'queued' ORDER BY run_at DESC LIMIT 1)`,
    [email],
  )
}

async function statesOf(query: Query, email: string): Promise<string[]> {
  const rows = await query<{ state: string }>(
    `SELECT state FROM letter WHERE "to" = $1 AND kind = 'booking-reminder' AND state <> 'queued' ORDER BY state`,
    [email],
  )
  return rows.map(({ state }) => state)
}

async function declined(query: Query): Promise<number> {
  const [row] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM suppression WHERE reason = 'unsubscribed'`,
  )
  return row?.count ?? 0
}
