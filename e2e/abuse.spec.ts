import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import {
  bookingFields,
  draftOf,
  linkIn,
  messageFields,
  newMarker,
  officeTime,
  openedForm,
  originOfSite,
  post,
  requirementFields,
  send,
  type Query,
} from './samples.ts'

/** An address to throw away, which is held. */
const thrownAway = (marker: string) => `ann@${marker}.mailinator.com`

test('outside, a requirement that is held looks like one that was accepted, its brief included', async ({
  query,
}) => {
  const [plain, doubted] = [newMarker(), newMarker()]
  const seen = await Promise.all([
    outside(plain, `ann@${plain}.example`),
    outside(doubted, thrownAway(doubted)),
  ])

  expect(seen[1]).toEqual(seen[0])
  expect(seen[0]?.page).toContain('Thank you. We have your request.')
  expect(await outcomesOf(query, thrownAway(doubted))).toEqual(['held'])
  expect(await query('SELECT 1 FROM letter WHERE "to" = $1', [thrownAway(doubted)])).toEqual([])
})

test('staff release what was held by one press: its lead is made and its letter sent', async ({
  browser,
  query,
  letters,
}) => {
  const marker = newMarker()
  const email = thrownAway(marker)
  await post('/start', requirementFields(marker, { email, name: `Ann ${marker}` }))
  const desk = await openDesk(browser, '/staff/held')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: new RegExp(`of Ann ${marker}$`) }).click()

  await expect(desk).toHaveURL(/\/staff\/leads\/\d+$/)
  await expect(desk.getByText('Released: it had been held')).toBeVisible()
  const [letter] = await letters(email)
  expect(letter?.subject).toMatch(/^We have your request: R-/)
  expect(await outcomesOf(query, email)).toEqual(['accepted'])
  await desk.context().close()
})

test('a brief of what staff call spam opens no longer', async ({ browser, query }) => {
  const marker = newMarker()
  const sent = await post('/start', requirementFields(marker, { email: thrownAway(marker) }))
  const brief = await briefOf(sent.headers.get('location') ?? '')
  expect((await send(brief)).status).toBe(200)

  const desk = await openDesk(browser, `/staff/held/${await idOf(query, thrownAway(marker))}`)
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'It is spam' }).click()

  await expect(desk.getByRole('heading', { name: 'Held' })).toBeVisible()
  expect((await send(brief)).status).toBe(404)
  expect(await outcomesOf(query, thrownAway(marker))).toEqual(['spam'])
  await desk.context().close()
})

test('staff block a sender’s domain with a reason, and lift the block', async ({ browser, query }) => {
  const marker = newMarker()
  const share = (who: string) =>
    post('/start', requirementFields(marker, { email: `${who}@mail.${marker}.example` }))
  await post(
    '/start',
    requirementFields(marker, {
      email: `eve@${marker}.example`,
      message: 'Look https://a.example https://b.example https://c.example https://d.example',
    }),
  )
  const desk = await openDesk(browser, `/staff/held/${await idOf(query, `eve@${marker}.example`)}`)
  await desk.getByLabel('Whom').selectOption({ label: 'Everybody at its domain' })
  await desk.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(desk.getByRole('alert')).toContainText('Write why')
  await desk.getByRole('textbox', { name: 'Why' }).fill('Sells links')
  await desk.getByRole('button', { name: 'Block', exact: true }).click()

  const block = desk.getByRole('listitem').filter({ hasText: `${marker}.example` })
  await expect(block).toContainText('Sells links')
  await expectAccessible(desk)
  expect((await share('bob')).status).toBe(303)
  expect(await outcomesOf(query, `bob@mail.${marker}.example`)).toEqual(['spam'])

  await block.getByRole('button', { name: /^Lift the block/ }).click()
  await expect(block).toBeHidden()
  await share('carol')
  expect(await outcomesOf(query, `carol@mail.${marker}.example`)).toEqual(['accepted'])
  await desk.context().close()
})

test('a filled trap is spam at every form, and is thanked like any other', async ({ query }) => {
  const marker = newMarker()
  const email = `ann@${marker}.example`
  const trap = { [`website_${(openedForm().opened ?? '').split('.')[1]}`]: 'https://evil.example' }
  const cookie = await draftOf(marker)
  const check = await (await send('/start/check', { headers: { cookie } })).text()
  const version = /name="version"[^>]* value="(\d+)"/.exec(check)?.[1] ?? ''
  expect(check).toMatch(/name="website_[\da-f]+"/)

  const sent = await Promise.all([
    post('/start', requirementFields(marker, trap)),
    post('/contact', messageFields(marker, trap)),
    post('/start/check', { version, ...openedForm(), ...trap }, { cookie }),
  ])

  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await outcomesOf(query, email)).toEqual(['spam', 'spam', 'spam'])
  expect(await query('SELECT 1 FROM letter WHERE "to" = $1', [email])).toEqual([])
})

test('a message by the contact page that looks like abuse is thanked and waits for staff', async ({
  browser,
  query,
  letters,
}) => {
  const marker = newMarker()
  const email = `ann@${marker}.example`
  const message = 'I came across your website. We boost your traffic with backlinks.'
  const sent = await post('/contact', messageFields(marker, { message, name: `Ann ${marker}` }))
  expect(sent.headers.get('location')).toMatch(/^\/contact\?sent=R-/)
  expect(await outcomesOf(query, email)).toEqual(['held'])

  const desk = await openDesk(browser, '/staff/held')
  await desk.getByRole('button', { name: new RegExp(`of Ann ${marker}$`) }).click()

  await expect(desk).toHaveURL(/\/staff\/leads\/\d+$/)
  const [letter] = await letters(email)
  expect(letter?.subject).toMatch(/^We have your message: R-/)
  await desk.context().close()
})

test('a booking that looks like abuse is asked to be confirmed by mail, and the button in the letter’s page books it', async ({
  page,
  query,
  letters,
}) => {
  const marker = newMarker()
  const email = thrownAway(marker)
  const sent = await post('/book', bookingFields(marker, { email, start: officeTime(3, '08:30') }))
  const asked = sent.headers.get('location') ?? ''
  expect(asked).toMatch(/^\/book\/unconfirmed\//)
  await page.goto(asked)
  await expect(page.getByText(/held for you until/)).toBeVisible()
  await expectAccessible(page)

  const [letter] = await letters(email)
  const path = linkIn(letter?.text, '/book/confirm/')
  expect(letter?.text).not.toContain('Said by')
  await page.goto(path)
  await expectAccessible(page)
  expect(
    await query('SELECT 1 FROM booking WHERE visitor_email = $1 AND status = $2', [email, 'confirmed']),
  ).toEqual([])
  await page.getByRole('button', { name: 'Confirm the booking' }).click()

  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm the booking' })).toBeHidden()
})

/** What a sender sees of their requirement, without what is only theirs. */
async function outside(marker: string, email: string) {
  const sent = await post('/start', requirementFields(marker, { email, message: 'The same words' }))
  const done = sent.headers.get('location') ?? ''
  const page = await (await send(done)).text()
  const brief = await briefOf(done)
  const colleague = await send(brief)
  return {
    status: sent.status,
    page: plain(page, [done, email, brief]),
    brief: colleague.status,
    shown: plain(await colleague.text(), [brief]),
  }
}

function plain(html: string, own: string[]): string {
  return own
    .reduce((text, each) => text.replaceAll(each, 'OWN'), html)
    .replace(/R-[2-9A-Z]{7}/g, 'R-REFERENCE')
    .replace(/\/book\?request=[\w.-]+/g, 'BOOK')
}

async function briefOf(done: string): Promise<string> {
  await post(done, { intent: 'share' })
  const page = await (await send(done)).text()
  return /\/brief\/[\w.-]+/.exec(page)?.[0] ?? ''
}

async function outcomesOf(query: Query, email: string): Promise<string[]> {
  const rows = await query<{ outcome: string }>('SELECT outcome FROM submission WHERE email = $1', [email])
  return rows.map(({ outcome }) => outcome)
}

async function idOf(query: Query, email: string): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT id FROM submission WHERE email = $1', [email])
  return row?.id ?? ''
}

async function openDesk(browser: Browser, path: string): Promise<Page> {
  const desk = await browser.newPage({ storageState: staffState, baseURL: originOfSite() })
  await desk.goto(path)
  return desk
}
