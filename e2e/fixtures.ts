/** The words that the browser tests are written in. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { simpleParser, type ParsedMail } from 'mailparser'
import { Client } from 'pg'

/** Saved by the first test, which makes the first staff account. */
export const staffState = 'test-results/state/staff.json'
export const staffAccount = {
  name: 'Asha Rao',
  email: 'asha@benchline.example',
  password: 'a long walk by the sea',
}
mkdirSync('test-results/state', { recursive: true })

export type Slot = { start: string; end: string }

type Fixtures = {
  /** Letters to an address, as soon as there are as many; each parsed by a MIME parser. */
  letters: (to: string, count?: number) => Promise<ParsedMail[]>
  /** A time that is free now and that no other test asks for: `day` is the test's own, counted from tomorrow. */
  freeSlot: (day: number, timeZone?: string) => Promise<Slot>
  query: <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>
  /** A new e-mail address, so that tests never meet. */
  visitor: { name: string; email: string; company: string }
}

export const siteUrls = () => (process.env.SITE_URLS ?? '').split(' ')

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(siteUrls()[0]),
  letters: async ({}, use) => {
    await use(async (to, count = 1) => {
      await expect
        .poll(async () => (await lettersTo(to)).length, { timeout: 20_000 })
        .toBeGreaterThanOrEqual(count)
      return lettersTo(to)
    })
  },
  freeSlot: async ({ request }, use) => {
    await use(async (day, timeZone = 'America/New_York') => {
      const from = new Date(Date.now() + day * 24 * 3600_000).toISOString().slice(0, 10)
      const to = new Date(Date.now() + (day + 6) * 24 * 3600_000).toISOString().slice(0, 10)
      const answer = await request.get(`/api/availability?from=${from}&to=${to}&tz=${timeZone}`)
      const { days } = (await answer.json()) as { days: { slots: Slot[] }[] }
      const slot = days.find(({ slots }) => slots.length > 2)?.slots[1]
      if (!slot) throw new Error(`No time is free from ${from} to ${to}`)
      return slot
    })
  },
  query: async ({}, use) => {
    const client = new Client({ connectionString: process.env.SITE_DATABASE_URL })
    await client.connect()
    await use(async (sql, values = []) => (await client.query(sql, values)).rows)
    await client.end()
  },
  visitor: async ({}, use) => {
    const id = Math.random().toString(36).slice(2, 10)
    await use({ name: 'Ann Example', email: `ann@${id}.example`, company: `Company ${id}` })
  },
})

export { expect }

/** Every letter so far by the name of its file: each is read once, however often somebody waits for the next. */
const read = new Map<string, ParsedMail>()

async function lettersTo(address: string): Promise<ParsedMail[]> {
  const folder = process.env.MAILBOX ?? ''
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  for (const name of files.filter((name) => !read.has(name)))
    read.set(name, await simpleParser(readFileSync(join(folder, name))))
  return files
    .sort()
    .flatMap((name) => read.get(name) ?? [])
    .filter(({ to }) => !Array.isArray(to) && to?.value.some((one) => one.address === address))
}

/** On from `/book`, which asks for the type while another test has one of its own. */
export async function chooseConsultation(page: Page): Promise<void> {
  await page.waitForURL(/\/book\b/)
  const usual = page.getByRole('main').getByRole('link', { name: 'Free consultation', exact: true })
  if (await usual.isVisible()) await usual.click()
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Those that look at colours. */
export const colourRules = ['color-contrast', 'link-in-text-block']

/** Minified: half as much for every page to read as what the package exports. */
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with the names of the rules that the page breaks. */
export async function expectAccessible(page: Page, rules = everyRule): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript)
  const broken = await page.evaluate(async (runOnly) => {
    const runner = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await runner.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
  }, rules)
  expect(broken).toEqual([])
}

/** Walks the long way from its first step to the page where everything is checked, with a sensible answer everywhere. */
export async function fillRequirement(page: Page, visitor: Fixtures['visitor']): Promise<void> {
  const goOn = () => page.getByRole('button', { name: 'Continue', exact: true }).last().click()
  await page.getByLabel('How many').selectOption({ label: '2 people' })
  await page.getByLabel('Seniority').selectOption({ label: 'Senior (5 to 8 years)' })
  await goOn()
  await page.getByLabel('Something new is being built').check()
  await page.getByLabel('What they will work on').fill('A booking service that must not book twice.')
  const must = page.getByRole('group', { name: 'Skills they must have' })
  await must.getByLabel('Python').check()
  await must.getByRole('textbox').fill('TypeScript, gRPC')
  await goOn()
  await page.getByLabel('Full time (40 hours a week)').check()
  await page.getByLabel('Start').selectOption({ label: 'In 1 to 2 weeks' })
  await page.getByLabel('For how long').selectOption({ label: '3 to 6 months' })
  await page.getByLabel('About 4 hours a day').check()
  const zone = page.locator('select[name=timeZone]')
  if ((await zone.inputValue()) === '') await zone.selectOption('Europe/Berlin')
  await goOn()
  await page.getByLabel('Your name').fill(visitor.name)
  await page.getByLabel('Work e-mail').fill(visitor.email)
  await page.getByLabel('Company', { exact: true }).fill(visitor.company)
  await goOn()
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible()
}
