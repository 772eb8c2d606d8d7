import type { Page } from '@playwright/test'
import { fileProblemWords } from '../app/requirements/files/file-problem.ts'
import { expect, expectAccessible, staffState, test as base } from './fixtures.ts'
import { linkIn, newMarker, originOfSite, post, requirementFields, send, type Query } from './samples.ts'

type Shared = { email: string; done: string }
type Fixtures = {
  /** A request that was shared, and its page by the mailed link. */
  openStatus: () => Promise<Shared & { path: string }>
  /** What staff see of the lead that came of it. */
  openLead: (email: string) => Promise<Page>
}

const test = base.extend<Fixtures>({
  openStatus: async ({ page, letters }, use) => {
    await use(async () => {
      const shared = await share()
      const [mail] = await letters(shared.email)
      const path = linkIn(mail?.text, '/status/')
      await page.goto(path)
      return { ...shared, path }
    })
  },
  openLead: async ({ browser, query }, use) => {
    const context = await browser.newContext({ storageState: staffState, baseURL: originOfSite() })
    await use(async (email) => {
      const desk = await context.newPage()
      await desk.goto(`/staff/leads/${await refOf(query, email)}`)
      return desk
    })
    await context.close()
  },
})

async function share(): Promise<Shared> {
  const marker = newMarker()
  const sent = await post('/start', requirementFields(marker))
  return { email: `ann@${marker}.example`, done: sent.headers.get('location') ?? '' }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a file is attached by the mailed link, checked like the form’s, and opens for staff', async ({
    page,
    openStatus,
    openLead,
  }) => {
    const { email } = await openStatus()
    await attach(page, 'brief.pdf.exe', 'MZ')
    await expect(page.locator('#file-error')).toContainText(fileProblemWords['two-endings'])
    await page.getByRole('button', { name: 'Attach it' }).click()
    await expect(page.locator('#file-error')).toContainText('Select a file.')
    await attach(page, 'Plan & terms.txt', 'Three people')

    await expect(page.getByRole('status')).toContainText('Attached.')
    await expect(page.getByRole('definition').filter({ hasText: 'Plan & terms.txt' })).toBeVisible()
    const desk = await openLead(email)
    await expect(desk.getByText('File attached by the visitor')).toBeVisible()
    const href = await desk.getByRole('link', { name: 'Plan & terms.txt' }).getAttribute('href')
    expect(await (await desk.request.get(href ?? '')).text()).toBe('Three people')
    expect((await send(href ?? '')).status).toBe(302)
  })

  test('answers are changed on the page, shown there at once, and kept beside the first ones', async ({
    page,
    openStatus,
    openLead,
  }) => {
    const { email, path } = await openStatus()
    await page.getByText('Change your answers').click()
    await page.getByLabel('Start').selectOption({ label: 'In 3 to 4 weeks' })
    await page.getByLabel('What they will work on').fill('x'.repeat(4001))
    await page.getByRole('button', { name: 'Send the changed answers' }).click()
    await expect(page.getByRole('alert')).toContainText('Use 4000 characters or fewer.')
    await expect(page.getByLabel('Start')).toHaveValue('3_4_weeks')
    await page.getByLabel('What they will work on').fill('A warehouse, from spring.')
    await page.getByRole('button', { name: 'Send the changed answers' }).click()

    await expect(page.getByRole('status')).toContainText('We have your first answers and the changed ones')
    await expect(page.getByRole('definition').filter({ hasText: 'A warehouse' })).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: 'In 3 to 4 weeks' })).toBeVisible()
    await page.goto(path)
    await expect(page.getByRole('definition').filter({ hasText: 'Said by' })).toBeVisible()
    await expect(page.getByText('Change your answers')).toBeHidden()
    await page.getByRole('link', { name: 'See the newest ones' }).click()
    await expect(page.getByRole('definition').filter({ hasText: 'A warehouse' })).toBeVisible()
    const desk = await openLead(email)
    await expect(desk.getByText('A warehouse, from spring.').first()).toBeVisible()
  })

  test('whoever needs three people and one more role says so there, and staff see it beside what was said first', async ({
    page,
    openStatus,
    openLead,
  }) => {
    const { email } = await openStatus()
    await page.getByText('Change your answers').click()
    const first = page.getByRole('group', { name: 'The role' })
    await expect(first.getByLabel('Role', { exact: true })).toHaveValue('backend-developer')
    await first.getByLabel('How many').selectOption({ label: '3 people' })
    await page.getByRole('button', { name: 'Add another role' }).click()
    await expect(page.getByRole('group', { name: 'Role 1' }).getByLabel('How many')).toHaveValue('3')
    const second = page.getByRole('group', { name: 'Role 2' })
    await second.getByLabel('Role', { exact: true }).selectOption({ label: 'Frontend developer' })
    await second.getByLabel('How many').selectOption({ label: '1 person' })
    await page.getByRole('group', { name: 'Skills they must have' }).getByRole('textbox').fill('Zig, queues')
    await page.getByRole('button', { name: 'Send the changed answers' }).last().click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: 'Choose how experienced they should be.' })
      .click()
    await second.getByLabel('Seniority').selectOption({ label: 'A mix' })
    await page.getByRole('group', { name: 'Skills they must have' }).getByRole('textbox').press('Enter')

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '3 × Backend developer, Frontend developer',
    )
    const told = page.getByRole('definition').filter({ hasText: 'Backend developer: 3 people' })
    await expect(told).toContainText('Frontend developer: 1 person, a mix')
    await expect(page.getByRole('definition').filter({ hasText: 'Zig, queues' })).toBeVisible()
    const desk = await openLead(email)
    await expect(desk.getByRole('heading', { level: 1 })).toContainText('3 × Backend developer')
    await expect(desk.getByRole('heading', { name: 'Changed requirement' })).toBeVisible()
    await expect(desk.getByRole('definition').filter({ hasText: '3 people' }).first()).toContainText(
      'Before: Backend developer',
    )
    await expect(desk.getByRole('definition').filter({ hasText: 'Zig' }).first()).toContainText(
      'Not said before',
    )
  })

  test('where the work stands, the zone and what is asked of people are said there; staff see what is new and nothing else', async ({
    page,
    openStatus,
    openLead,
  }) => {
    const { email } = await openStatus()
    await page.getByText('Change your answers').click()
    await page.getByRole('button', { name: 'Send the changed answers' }).last().click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(
      /^These are the answers that we have already/,
    )
    await expect(page).toHaveTitle(/^Error: /)
    await page.getByLabel('Where the work stands').selectOption({ label: 'We want advice first' })
    await page.getByLabel('How clear it is what you need').selectOption({ label: 'A rough idea' })
    await page.getByLabel('Your time zone').selectOption('Europe/Lisbon')
    await page.getByLabel('Shared working hours').selectOption({ label: 'About 2 hours a day' })
    await page.getByLabel('A background check of each person').check()
    await page.getByRole('group', { name: 'Skills they must have' }).getByRole('textbox').fill(thirteenSkills)
    await page.getByRole('button', { name: 'Send the changed answers' }).last().click()
    await page.getByRole('alert').getByRole('link', { name: 'Name at most 12 skills' }).click()
    await expect(page.getByLabel('Your time zone')).toHaveValue('Europe/Lisbon')
    await expect(page.getByLabel('A background check of each person')).toBeChecked()
    await page.getByRole('group', { name: 'Skills they must have' }).getByRole('textbox').fill('')
    await page.getByRole('button', { name: 'Send the changed answers' }).last().click()

    await expect(page.getByRole('status')).toContainText('We have your first answers and the changed ones')
    for (const answer of ['We want advice first', 'Lisbon (Europe/Lisbon)', 'A background check']) {
      await expect(page.getByRole('definition').filter({ hasText: answer })).toBeVisible()
    }
    const desk = await openLead(email)
    const changed = desk.locator('section', {
      has: desk.getByRole('heading', { name: 'Changed requirement' }),
    })
    await expect(changed.getByText('Not said before')).toHaveCount(5)
    await expect(changed.getByText('Before:')).toHaveCount(0)
  })

  test('a note reaches the lead once, however often its form is sent', async ({
    page,
    query,
    openStatus,
  }) => {
    const { email, path } = await openStatus()
    const key = await page.locator('input[name=key]').first().inputValue()
    const note = { intent: 'note', note: 'We also need a designer.', key }

    const sent = await Promise.all([post(path, note), post(path, note), post(path, note)])

    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    const events = await query(
      `SELECT detail->>'words' AS words FROM lead_event JOIN submission USING (lead_id)
       WHERE email = $1 AND lead_event.kind = 'visitor-noted'`,
      [email],
    )
    expect(events).toEqual([{ words: 'We also need a designer.' }])
  })

  test('a request is withdrawn with a reason that staff read', async ({ page, openStatus, openLead }) => {
    const { email } = await openStatus()
    await page.getByText('Withdraw your request').click()
    await page.getByLabel('Why, if you like to tell').fill('The project was stopped.')
    await page.getByRole('button', { name: 'Withdraw it' }).click()

    await expect(page.getByText('This request is closed.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add it' })).toBeHidden()
    const desk = await openLead(email)
    await expect(desk.getByText('Withdrawn by the visitor').first()).toBeVisible()
    await expect(desk.getByText('The project was stopped.').first()).toBeVisible()
  })

  test('everything is deleted by a link that the page has mailed, and its own link opens nothing more', async ({
    page,
    letters,
    query,
    openStatus,
  }) => {
    const { email, path } = await openStatus()
    await page.getByText('Delete everything that you sent').click()
    await page.getByRole('button', { name: 'Mail me the link' }).click()
    await expect(page.getByRole('status')).toContainText('on its way to the address of this request')

    const mail = (await letters(email, 2)).find(({ subject }) => subject?.startsWith('Your data at'))
    await page.goto(linkIn(mail?.text, '/privacy/open/'))
    await page.getByRole('button', { name: 'Show me my data' }).click()
    await page.getByLabel('Yes, erase everything').check()
    await page.getByRole('button', { name: 'Erase my data' }).click()

    await expect(page.getByRole('heading', { name: 'Your data is erased' })).toBeVisible()
    expect((await send(path)).status).toBe(404)
    expect(await query('SELECT 1 FROM submission WHERE email = $1', [email])).toEqual([])
  })
})

test('what follows leads on: the confirmation to the status, a brief and the own data, the page to a brief and the data', async ({
  page,
  letters,
  browser,
}) => {
  const { email, done } = await share()
  const [mail] = await letters(email)
  expect(mail?.text).toMatch(/\/status\/\S+#brief/)
  expect(linkIn(mail?.text, '/privacy/request')).toBe('/privacy/request')
  await page.goto(done)
  await expectAccessible(page)
  expect(await page.content()).not.toContain('/status/')
  await expect(page.getByRole('link', { name: 'seen, corrected or erased' })).toHaveAttribute(
    'href',
    '/privacy/request',
  )

  await page.getByRole('button', { name: 'Make a link' }).click()
  const brief = (await page.getByRole('link', { name: /\/brief\// }).getAttribute('href')) ?? ''
  const colleague = await browser.newPage()
  await colleague.goto(brief)
  await expect(colleague.getByText('Said by')).toBeVisible()
  await expect(colleague.getByText(/The link works until \w+day \d+ \w+/)).toBeVisible()
  expect(await colleague.content()).not.toContain(email)
  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible()
  expect((await colleague.goto(brief))?.status()).toBe(404)
  await colleague.close()
})

test('a brief whose time is over opens nothing, as page and as Markdown, until it is shared anew', async ({
  page,
  query,
}) => {
  const { email, done } = await share()
  await page.goto(done)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const href = (await page.getByRole('link', { name: /\/brief\// }).getAttribute('href')) ?? ''
  const { pathname } = new URL(href)
  const statuses = async () => [
    (await send(pathname)).status,
    (await send(`${pathname}/brief.md`)).status,
    (await send(`${pathname.slice(0, -1)}x`)).status,
  ]
  expect(await statuses()).toEqual([200, 200, 404])

  await query(`UPDATE submission SET brief_until = now() - interval '1 second' WHERE email = $1`, [email])

  expect(await statuses()).toEqual([404, 404, 404])
  await page.reload()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByRole('link', { name: /\/brief\// })).toHaveAttribute('href', href)
  expect(await statuses()).toEqual([200, 200, 404])
})

test('the page opens whatever its address says was done', async ({ openStatus }) => {
  const { path } = await openStatus()

  const answers = await Promise.all(
    ['__proto__', 'constructor', '<b>'].map((done) => send(`${path}?done=${encodeURIComponent(done)}`)),
  )

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('the page can be used by everyone, with its forms open', async ({ page, openStatus }) => {
  await openStatus()
  await page.getByText('Change your answers').click()
  await page.getByRole('button', { name: 'Add another role' }).click()
  await page.getByText('Withdraw your request').click()

  await expectAccessible(page)
})

test('raising the version of a request’s links closes every page that they opened', async ({
  query,
  openStatus,
}) => {
  const { email, path, done } = await openStatus()
  const token = done.split('/').at(-1)
  const statuses = async () => [
    (await send(path)).status,
    (await send(done)).status,
    (await post(path, { intent: 'share' })).status,
    (await post(done, { intent: 'share' })).status,
  ]
  expect(await statuses()).toEqual([200, 200, 303, 303])
  const about = async () =>
    (await (await send(`/book/consultation?request=${token}`)).text()).includes('>About<')
  expect(await about()).toBe(true)

  await query('UPDATE submission SET link_version = link_version + 1 WHERE email = $1', [email])

  expect(await statuses()).toEqual([404, 404, 404, 404])
  expect(await about()).toBe(false)
})

const thirteenSkills = [...'abcdefghijklm'].join(', ')

async function attach(page: Page, name: string, content: string): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content),
  })
  await page.getByRole('button', { name: 'Attach it' }).click()
}

async function refOf(query: Query, email: string): Promise<number> {
  const [found] = await query<{ ref: number }>(
    'SELECT ref FROM lead JOIN submission ON lead_id = lead.id WHERE email = $1',
    [email],
  )
  return found?.ref ?? 0
}
