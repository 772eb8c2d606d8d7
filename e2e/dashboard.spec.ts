import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, staffState, test } from './fixtures.ts'
import type { Query } from './samples.ts'
import { addAccount } from './staff-accounts.ts'
import { faultsInEveryGuise, faultsOf } from './usable.ts'

test.use({ storageState: staffState })

type Lead = { day: number; source?: string; status?: string; lost?: string; owner?: string }

/** The first of four weeks long ago in which no other test has a lead: each has those of the line that it stands in. */
let monday: number
let weeks: string
test.beforeEach(async ({ query }, { line, repeatEachIndex }) => {
  monday = Date.UTC(1970, 0, 5) + (line + 200 * repeatEachIndex) * 28 * day
  weeks = `/staff/dashboard?weeks=4&until=${dateOf(27)}`
  const { id: owner } = await addAccount(query, 'consultant', 'Greta Stein')
  await addLead(query, { day: 1, owner })
  await addLead(query, { day: 2, status: 'qualified', owner })
  await addLead(query, { day: 2, source: 'booking', status: 'won', owner })
  await addLead(query, { day: 16, status: 'lost', lost: 'postponed' })
})

const day = 86_400_000

/** So many days after the first Monday: `2019-02-05`. */
function dateOf(days: number): string {
  return new Date(monday + days * day).toISOString().slice(0, 10)
}

/** The first week as charts call it: `4 Feb`. */
function firstWeek(): string {
  const date = new Date(monday)
  const month = date.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
  return `${date.getUTCDate()} ${month.slice(0, 3)}`
}

async function addLead(
  query: Query,
  { day: days, source = 'requirement', status = 'new', lost, owner }: Lead,
) {
  const [person] = await query<{ id: string }>(
    'INSERT INTO person (id, name) VALUES (gen_random_uuid(), $1) RETURNING id',
    [`Dashboard ${randomUUID().slice(0, 8)}`],
  )
  await query(
    `INSERT INTO lead (
       id, person_id, title, source, status, lost_reason, owner_id, created_at, last_activity_at, closed_at, search_text)
     VALUES (gen_random_uuid(), $1, 'Backend developer', $2::lead_source, $3::lead_status, $4::lost_reason, $5, $6, $6,
       CASE WHEN $3 IN ('won', 'lost') THEN $6::timestamptz END, 'dashboard')`,
    [person?.id, source, status, lost ?? null, owner ?? null, `${dateOf(days)}T09:00:00Z`],
  )
}

function chart(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

test('a number of a chart opens the list of just as many leads, and back leads to the chart', async ({
  page,
}) => {
  await page.goto(weeks)
  const sources = chart(page, 'Leads by source')
  await expect(sources).toContainText('4 leads came in')

  await sources
    .getByRole('link', { name: `Requirement, week of ${firstWeek()}: 2 leads` })
    .first()
    .click()

  await expect(page.getByRole('main').locator('output')).toHaveText('2 leads')
  await expect(page.getByRole('link', { name: /Source requirement/ })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(weeks)
})

test('how far leads came, whose they are and why they were lost lead to their lists too', async ({
  page,
}) => {
  const opened = async (name: string, mark: string) => {
    await page.goto(weeks)
    await chart(page, name).getByRole('link', { name: mark }).first().click()
    return page.getByRole('main').locator('output')
  }

  await expect(await opened('How far they came', 'Qualified: 2 leads')).toHaveText('2 leads')
  await expect(await opened('By owner', 'Greta Stein, won: 1 lead')).toHaveText('1 lead')
  await expect(await opened('Why leads were lost', 'Postponed: 1 lead')).toHaveText('1 lead')
})

test('a chart is a table as well', async ({ page }) => {
  await page.goto(weeks)
  const owners = chart(page, 'By owner')

  await owners.getByText('As a table').click()

  await expect(owners.getByRole('row')).toHaveText(['OwnerOpenWonLost', 'Greta Stein210', 'Nobody001'])
})

test('the weeks are chosen by the address', async ({ page }) => {
  await page.goto(weeks)
  await page.getByRole('link', { name: '13 weeks' }).click()
  await expect(page).toHaveURL(`/staff/dashboard?weeks=13&until=${dateOf(27)}`)
  await expect(page.getByRole('link', { name: '13 weeks' })).toHaveAttribute('aria-current', 'page')

  await page.getByRole('link', { name: '← Earlier' }).click()
  await expect(page).toHaveURL(`/staff/dashboard?weeks=13&until=${dateOf(27 - 91)}`)

  await page.getByRole('link', { name: 'Later →' }).click()
  await expect(page).toHaveURL(`/staff/dashboard?weeks=13&until=${dateOf(27)}`)
})

test('the dashboard can be used by everyone, with its tables open and on paper', async ({ page }) => {
  const faults = faultsOf(page, [])
  await page.goto(weeks)
  for (const summary of await page.getByText('As a table').all()) await summary.click()

  expect(await faultsInEveryGuise(page, weeks)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(tooWide).toBeLessThanOrEqual(0)
  await expect(chart(page, 'Leads by source').getByRole('link').first()).toBeVisible()
  expect(faults).toEqual([])
})

test('the charts are there without scripts', async ({ browser }) => {
  const context = await browser.newContext({ storageState: staffState, javaScriptEnabled: false })
  const page = await context.newPage()

  await page.goto(weeks)

  await expect(
    chart(page, 'How far they came').getByRole('link', { name: 'Won: 1 lead' }).first(),
  ).toBeVisible()
  await context.close()
})
