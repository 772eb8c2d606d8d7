import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, fillRequirement, staffState, test } from './fixtures.ts'
import { draftOf, newMarker, originOfSite, post, requirementFields, send } from './samples.ts'

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true }).last()

test('an address with a slip in it is asked about before and after it is sent, and refused nowhere', async () => {
  const [marker, email] = [newMarker(), `ann.${newMarker()}@gmial.com`]
  const meant = email.replace('gmial', 'gmail')
  const cookie = await draftOf(marker, { email })
  const check = await (await send('/start/check', { headers: { cookie } })).text()

  const sent = await post('/start', requirementFields(marker, { email }))
  const done = await (await send(sent.headers.get('location') ?? '')).text()

  expect(sent.status).toBe(303)
  expect(check).toContain(`It looks like ${meant}.`)
  expect(done).toContain(meant)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })

  test('every step fits and can be used by everyone', async ({ page, context }) => {
    const cookie = await draftOf(newMarker())
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: `${originOfSite()}/start` }])

    for (const path of ['', '/roles', '/work', '/terms', '/contact', '/check', '/later']) {
      await page.goto(`/start${path}`)
      await expectFits(page)
    }
  })

  test('the way ends with a reference and the moment by which we answer', async ({ page, visitor }) => {
    await page.goto('/start/roles?role=backend-developer')
    await fillRequirement(page, visitor)
    await page.getByRole('button', { name: 'Send my request' }).click()

    await expect(page.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/R-[2-9A-Z]{7}/)
    await expect(page.getByRole('main')).toContainText(/answers you by \w+day \d+ \w+ \d{4}, \d\d:\d\d/)
  })
})

test('the whole way by keyboard alone', async ({ page, visitor }) => {
  await page.goto('/start/roles')
  await type(page, page.getByLabel('Role', { exact: true }), 'Backend d')
  await type(page, page.getByLabel('How many'), '2')
  await type(page, page.getByLabel('Seniority'), 'Senior')
  await press(page, goOn(page), 'Enter')
  await press(page, page.getByLabel('An idea, nothing built yet'), 'Space')
  await press(page, page.getByRole('group', { name: 'Skills they must have' }).getByLabel('Python'), 'Space')
  await press(page, goOn(page), 'Enter')
  await press(page, page.getByLabel('Full time (40 hours a week)'), 'Space')
  await type(page, page.getByLabel('Start'), 'In 1 to 2')
  await type(page, page.getByLabel('For how long'), 'Ongoing')
  await press(page, page.getByLabel('The whole day'), 'Space')
  await press(page, goOn(page), 'Enter')
  await type(page, page.getByLabel('Your name'), visitor.name)
  await type(page, page.getByLabel('Work e-mail'), visitor.email)
  await type(page, page.getByLabel('Company', { exact: true }), visitor.company)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('New York')
  await press(page, page.getByRole('button', { name: 'Send my request' }), 'Enter')

  await expect(page.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()
})

test('a link by mail goes on in another browser; opening it alone changes nothing', async ({
  page,
  browser,
  visitor,
  letters,
}) => {
  await page.goto('/start/roles?role=data-engineer')
  await page.getByLabel('How many').selectOption('3')
  await page.getByLabel('Seniority').selectOption('mixed')
  await goOn(page).click()
  await page.getByRole('link', { name: 'Finish later' }).click()
  await page.getByLabel('Your e-mail address').fill(visitor.email)
  await page.getByRole('button', { name: 'E-mail me the link' }).click()
  await expect(page.getByText('The link is on its way.')).toBeVisible()

  const [letter] = await letters(visitor.email)
  const link = /\/start\/resume\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(link)
  expect(await elsewhere.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'draft' }))
  await expectAccessible(elsewhere)
  await elsewhere.getByRole('button', { name: 'Go on with it here' }).click()

  await expect(elsewhere.getByRole('heading', { name: 'What will they work on?' })).toBeVisible()
  await elsewhere.getByRole('link', { name: 'Back', exact: true }).click()
  await expect(elsewhere.getByLabel('How many')).toHaveValue('3')
  const cookie = (await elsewhere.context().cookies()).find(({ name }) => name === 'draft')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/start' })
})

test('the role, the zone and the hours that a link brings along stand in the steps that ask for them', async ({
  page,
}) => {
  await page.goto('/shared-hours?tz=Asia/Tokyo')
  const picked = page.getByRole('main').getByRole('link', { name: 'Share your requirement' })
  const overlap = new URLSearchParams((await picked.getAttribute('href'))?.split('?')[1]).get('overlap')
  await picked.click()
  await page.goto(`${page.url()}&role=data-engineer&role=data-engineer-of-mars`)
  await page.getByRole('link', { name: 'Answer step by step' }).click()
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('data-engineer')
  await page.getByLabel('How many').selectOption('2')
  await page.getByLabel('Seniority').selectOption('senior')
  await goOn(page).click()
  await page.getByLabel('Something new is being built').check()
  await goOn(page).click()

  await expect(page.locator('select[name=timeZone]')).toHaveValue('Asia/Tokyo')
  await expect(page.locator('input[name=overlap]:checked')).toHaveValue(overlap ?? 'none')
})

test('hints that no list of ours has are left out', async ({ page }) => {
  await page.goto('/start?tz=Mars/Olympus&overlap=25h&role=nobody')
  await page.getByRole('link', { name: 'Answer step by step' }).click()

  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('')
  await expect(page.locator('input[name^=hint]')).toHaveCount(0)
})

test('a link to change leads to its answer, and back to the whole', async ({ page, visitor }) => {
  await page.goto('/start/roles?role=backend-developer')
  await fillRequirement(page, visitor)

  await page.getByRole('link', { name: 'Change engagement' }).click()
  await expect(page).toHaveURL(/#engagement$/)
  await page.getByLabel('By the hour').check()
  await goOn(page).click()

  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('By the hour')
  await page.goBack()
  await page.goForward()
  await page.reload()
  await expect(page.getByRole('main')).toContainText(visitor.company)
})

test('a second tab does not overwrite the first unseen, and a whole that changed is read again', async ({
  page,
  context,
  visitor,
}) => {
  await page.goto('/start/roles?role=backend-developer')
  await fillRequirement(page, visitor)
  const other = await context.newPage()
  await other.goto('/start/work?change=1')
  const third = await context.newPage()
  await third.goto('/start/work?change=1')
  await other.getByLabel('What they will work on').fill('Said in the second tab')
  await goOn(other).click()

  await third.getByLabel('What they will work on').fill('Said in the third tab')
  await goOn(third).click()
  await expect(third.getByRole('alert')).toContainText('changed in another tab')
  await expect(third.getByLabel('What they will work on')).toHaveValue('Said in the third tab')
  await goOn(third).click()
  await expect(third.getByRole('main')).toContainText('Said in the third tab')

  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('alert')).toContainText('Some answers were changed in another tab.')
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('main')).toContainText('Said in the third tab')
  await third.goto('/start/check')
  await expect(third.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()
})

test('a description is read, shown and filled in, with what led there', async ({ page, visitor, query }) => {
  await page.goto('/hire/backend-developer')
  await page.getByRole('link', { name: 'Share your requirement' }).first().click()
  await page.getByRole('link', { name: 'Fill it in from a description' }).click()
  const text =
    'Two senior backend developers, full time, asap, six months. Go and Docker. Berlin, 4 hours overlap.'
  await page.getByLabel('The description').fill(text)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('region', { name: 'What we understood' })).toContainText('Berlin')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Fill in my request with this' }).click()
  await expect(page.getByLabel('How many')).toHaveValue('2')
  await goOn(page).click()
  await expect(page.getByLabel('What they will work on')).toHaveValue(text)
  await page.getByLabel('We want advice first').check()
  await goOn(page).click()
  await expect(page.getByLabel('About 4 hours a day')).toBeChecked()
  await goOn(page).click()
  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
  await page.getByLabel('Company', { exact: true }).fill(visitor.company)
  await goOn(page).click()
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()

  const [sent] = await query<{ origin: Record<string, string> }>(
    'SELECT origin FROM submission WHERE email = $1',
    [visitor.email],
  )
  expect(sent?.origin).toEqual({ landing: '/hire/backend-developer', src: 'page' })
})

test('a job description goes to staff as a file to be saved, and to nobody else', async ({
  page,
  browser,
  visitor,
  request,
}) => {
  await page.goto('/start/roles?role=backend-developer')
  await fillRequirement(page, visitor)
  await page.getByRole('link', { name: 'Change job description' }).click()
  await page.setInputFiles('input[type=file]', {
    name: 'Größe & Brief.txt',
    mimeType: 'application/pdf',
    buffer: Buffer.from('Two people'),
  })
  await goOn(page).click()
  await expect(page.getByRole('main')).toContainText('Größe & Brief.txt')
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. We have your request.' })).toBeVisible()

  const desk = await browser.newPage({ storageState: staffState })
  await desk.goto(`/staff/leads?q=${visitor.company.toLowerCase()}`)
  await desk.getByRole('link', { name: /^L-\d+$/ }).click()
  const href = (await desk.getByRole('link', { name: 'Größe & Brief.txt' }).getAttribute('href')) ?? ''
  const file = await desk.request.get(href)
  expect(await file.text()).toBe('Two people')
  expect(file.headers()['content-type']).toMatch(/^text\/plain/)
  expect(file.headers()['x-content-type-options']).toBe('nosniff')
  expect(file.headers()['content-disposition']).toMatch(
    /^attachment; .*filename\*=UTF-8''Gr%C3%B6%C3%9Fe%20%26%20Brief\.txt$/,
  )
  expect(file.headers()['content-security-policy']).toContain('sandbox')
  expect((await request.get(href, { maxRedirects: 0 })).status()).toBe(302)
})

async function expectFits(page: Page): Promise<void> {
  await expectAccessible(page)
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(isWider, page.url()).toBe(false)
}

/** Moves on by Tab alone until the control is reached. */
async function reach(page: Page, control: Locator): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never led there')
}

async function press(page: Page, control: Locator, key: string): Promise<void> {
  await reach(page, control)
  await page.keyboard.press(key)
}

async function type(page: Page, control: Locator, text: string): Promise<void> {
  await reach(page, control)
  await page.keyboard.type(text)
}
