import { facts } from '../app/marketing/facts.fixture.ts'
import { expect, test } from './fixtures.ts'
import { officeTime, makeSample, send } from './samples.ts'

test('every fact from 1 to 53 stands in the main text of the page that tells it', async () => {
  const pages = new Map<string, string>()
  for (const { page } of facts) if (!pages.has(page)) pages.set(page, await mainTextOf(page))

  const missing = facts.filter(({ page, phrase }) => !pages.get(page)?.includes(phrase))
  const short = facts.filter(({ phrase }) => phrase.split(' ').length < 4)
  const rows = [...new Set(facts.map(({ row }) => row))].sort((a, b) => a - b)

  expect(missing).toEqual([])
  expect(short).toEqual([])
  expect(rows).toEqual(Array.from({ length: 53 }, (_, index) => index + 1))
})

test('every public page leads to the requirement and to the calendar', async ({ query }) => {
  const { request, booking } = await makeSample(query, officeTime(7, '05:30'))
  const pages = [
    '/',
    '/hire',
    '/hire/backend-developer',
    '/hire/backend-engineer',
    '/compare/backend-developer-vs-backend-engineer',
    '/start',
    `/start/done/${request}`,
    '/book',
    `/booked/${booking}`,
    `/manage/${booking}`,
    '/privacy',
    '/nothing-is-here',
  ]

  const without: string[] = []
  for (const page of pages) {
    const html = await (await send(page)).text()
    if (!/href="\/start["?]/.test(html)) without.push(`${page} has no way to /start`)
    if (!/href="\/book["?]/.test(html)) without.push(`${page} has no way to /book`)
  }

  expect(without).toEqual([])
})

/** What is read on a page: the text of <main>, as the server sends it. */
async function mainTextOf(page: string): Promise<string> {
  const html = await (await send(page)).text()
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  return main
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, decimal: string, name: string) =>
      name ? (named[name] ?? '') : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\s+/g, ' ')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
