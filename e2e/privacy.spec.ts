import type { Page } from '@playwright/test'
import { noticeVersion } from '../app/marketing/notice.ts'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { linkIn, newMarker, originOfSite, post, requirementFields, type Fields } from './samples.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody opens what we hold by a mailed link, takes a copy, and has it erased', async ({
    page,
    letters,
    query,
  }) => {
    const email = await share()

    await page.goto('/privacy/request')
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()

    const mail = (await letters(email, 2)).find(({ subject }) => subject?.startsWith('Your data at'))
    await page.goto(linkIn(mail?.text, '/privacy/open/'))
    await page.getByRole('button', { name: 'Show me my data' }).click()
    await expect(page.getByRole('heading', { name: 'What we hold of you' })).toBeVisible()
    await page.getByText('What you sent').first().click()
    await expect(page.getByText('Said by').first()).toBeVisible()

    await page.getByLabel('Yes, erase everything').check()
    await page.getByRole('button', { name: 'Erase my data' }).click()

    await expect(page.getByRole('heading', { name: 'Your data is erased' })).toBeVisible()
    expect(await query('SELECT 1 FROM person_email WHERE email = $1', [email])).toEqual([])
    await page.goto('/privacy/mine')
    await expect(page).toHaveURL(/\/privacy\/request\?over=1/)
  })
})

test('the answer is the same for an address that we do not know, and no letter goes there', async ({
  query,
}) => {
  const email = `nobody@${newMarker()}.example`

  const answer = await post('/privacy/request', { email })

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/privacy/request?sent=1')
  expect(await query('SELECT 1 FROM letter WHERE "to" = $1', [email])).toEqual([])
})

test('a mailed link shows where a request stands; a brief for colleagues names nobody and can be taken back', async ({
  page,
  browser,
  letters,
}) => {
  const email = await share()
  const [mail] = await letters(email)
  await page.goto(linkIn(mail?.text, '/status/'))
  await expect(page.getByRole('listitem').filter({ hasText: 'Received' })).toContainText('done')
  await expect(page.getByText(/A consultant answers you/)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Make a link' }).click()
  const href = (await page.getByRole('link', { name: /\/brief\// }).getAttribute('href')) ?? ''
  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(href)
  await expect(colleague.getByText('Said by')).toBeVisible()
  expect(await colleague.content()).not.toContain(email)
  expect(await colleague.content()).not.toContain('Ann Example')
  await expectAccessible(colleague)
  const markdown = await colleague.request.get(`${href}/brief.md`)
  expect(markdown.headers()['content-type']).toContain('text/markdown')
  expect(markdown.headers()['x-robots-tag']).toContain('noindex')
  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(page.getByText('does not work any more')).toBeVisible()
  expect((await colleague.goto(href))?.status()).toBe(404)
  await colleague.context().close()

  await page.getByLabel('What we should know as well').fill('We also need a designer.')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('Added. Whoever works')).toBeVisible()
  await page.getByText('Withdraw your request').click()
  await page.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(page.getByText('This request is closed.')).toBeVisible()
})

test('the own data comes as JSON and as a spreadsheet, is corrected by staff, and consents are taken back', async ({
  page,
  browser,
  letters,
  query,
}) => {
  const email = await share({ name: '=1+1' })
  await openOwnData(page, letters, email)
  await expectAccessible(page)

  const json = await page.request.get('/privacy/mine/data.json')
  const csv = await page.request.get('/privacy/mine/data.csv')
  expect(json.headers()['content-disposition']).toBe('attachment; filename="my-data.json"')
  expect(await json.json()).toMatchObject({
    email,
    records: expect.arrayContaining([
      expect.objectContaining({ kind: 'Consent', what: expect.objectContaining({ noticeVersion }) }),
    ]),
  })
  expect(csv.headers()['content-type']).toContain('text/csv')
  expect(await csv.text()).toContain(",name,'=1+1")
  expect(await csv.text()).not.toMatch(/(^|,)=/m)

  await page.getByRole('button', { name: 'Ask for a correction' }).click()
  await expect(page.getByRole('alert')).toContainText('Write what is wrong')
  await page.getByLabel('What is wrong, and how it should read').fill('My name is Ann Example.')
  await page.getByRole('button', { name: 'Ask for a correction' }).click()
  await expect(page.getByText('Somebody looks at it')).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw all consents' }).click()
  await expect(page.getByText('Withdrawn. What was done before')).toBeVisible()
  const ledger = await query('SELECT purpose, given FROM consent WHERE email = $1 ORDER BY id', [email])
  expect(ledger).toEqual([
    { purpose: 'respond', given: true },
    { purpose: 'respond', given: false },
  ])

  const [lead] = await query<{ ref: number }>(
    'SELECT ref FROM lead JOIN submission ON lead_id = lead.id WHERE email = $1',
    [email],
  )
  const desk = await browser.newPage({ storageState: staffState, baseURL: originOfSite() })
  await desk.goto(`/staff/leads/${lead?.ref}`)
  await expect(desk.getByText('My name is Ann Example.').first()).toBeVisible()
  await desk.context().close()
})

test('a notice that was in force can still be read, and says that it is so no longer', async ({ page }) => {
  await page.goto('/privacy')
  await page.getByRole('link', { name: 'Version of 22 November 2026' }).click()

  await expect(page).toHaveURL(/\/privacy\/versions\/2026-11-22$/)
  await expect(page.getByText('This version is in force no longer.')).toBeVisible()
  await expect(page.getByText('The fingerprint that counts forms: at most a day.')).toBeVisible()
  await expectAccessible(page)
  const answer = await page.goto(`/privacy/versions/${noticeVersion}`)
  expect(answer?.status()).toBe(200)
  await expect(page.getByText('This version is in force.')).toBeVisible()
  expect((await page.goto('/privacy/versions/2020-01-01'))?.status()).toBe(404)
})

test('admins see what is cleared by itself, and when', async ({ browser }) => {
  const desk = await (await browser.newContext({ storageState: staffState })).newPage()

  await desk.goto(`${originOfSite()}/staff/retention`)

  await expect(desk.getByRole('row').filter({ hasText: 'not sent' })).toContainText('14 days')
  await expectAccessible(desk)
  await desk.context().close()
})

async function share(changes: Fields = {}): Promise<string> {
  const marker = newMarker()
  await post('/start', requirementFields(marker, changes))
  return `ann@${marker}.example`
}

type Letters = (to: string, count?: number) => Promise<{ text?: string; subject?: string }[]>

async function openOwnData(page: Page, letters: Letters, email: string): Promise<void> {
  await post('/privacy/request', { email })
  const mail = (await letters(email, 2)).find(({ subject }) => subject?.startsWith('Your data at'))
  await page.goto(linkIn(mail?.text, '/privacy/open/'))
  await page.getByRole('button', { name: 'Show me my data' }).click()
  await expect(page.getByRole('heading', { name: 'What we hold of you' })).toBeVisible()
}
