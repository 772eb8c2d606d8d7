/** What a page costs a visitor, measured in Chromium: bytes on the wire, requests, what moves; and Lighthouse's marks. */
import { chromium, type Browser, type Page } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findChromium } from '#bin/chromium.js'
import { freePort } from '#bin/site-process.js'

export type Load = { bytes: number; requests: number; thirdParty: number; shift: number }
/** `machine`: Lighthouse's own measure of it; below a thousand, its mark for performance says more of the machine. */
export type Marked = { marks: Marks; below: string[]; machine: number }
type Marks = Record<(typeof categories)[number], number>

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const asRoot = process.getuid?.() === 0

/** `debugPort`: where Lighthouse finds the browser. */
export async function openBrowser(): Promise<{ browser: Browser; debugPort: number }> {
  const debugPort = await freePort()
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--disable-gpu', `--remote-debugging-port=${debugPort}`, ...(asRoot ? ['--no-sandbox'] : [])],
  })
  return { browser, debugPort }
}

/** The first visit with an empty cache, on a phone whose clock is not the office's, until nothing is asked for any more. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    timezoneId: 'America/New_York',
    locale: 'en-GB',
  })
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const load = { bytes: 0, requests: 0, thirdParty: 0 }
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (load.bytes += encodedDataLength))
  page.on('request', (request) => {
    load.requests += 1
    if (new URL(request.url()).origin !== new URL(url).origin) load.thirdParty += 1
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const shift = await readShift(page)
  await page.close()
  return { ...load, shift }
}

/** A page that loads once more, for the zone that its script has told, is read when that is over. */
async function readShift(page: Page): Promise<number> {
  try {
    return await page.evaluate(shiftOfLayout)
  } catch (error) {
    if (!String(error).includes('because of a navigation')) throw error
    await page.waitForLoadState('networkidle')
    return readShift(page)
  }
}

/** Runs in the page. */
function shiftOfLayout(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 500)
  })
}

/** Lighthouse as it is: a mid-range phone on slow 4G. The median of the runs, by performance. */
export async function markPage(url: string, debugPort: number, runs: number): Promise<Marked> {
  const found: Marked[] = []
  for (let run = 0; run < runs; run++) found.push(await markOnce(url, debugPort))
  const sorted = found.toSorted((a, b) => a.marks.performance - b.marks.performance)
  const median = sorted[Math.floor(runs / 2)]
  if (!median) throw new Error('Lighthouse did not run')
  return median
}

/** A browser that is kept waiting by others sometimes records nothing; that run does not count. */
async function markOnce(url: string, port: number): ReturnType<typeof tryToMark> {
  for (let attempt = 1; attempt < 4; attempt++) {
    try {
      return await tryToMark(url, port)
    } catch (error) {
      if (!String(error).includes('recording the trace')) throw error
    }
  }
  return tryToMark(url, port)
}

async function tryToMark(url: string, port: number): Promise<Marked> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
  })
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message}`)
  const { lhr } = result
  const marks = Object.fromEntries(
    categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  ) as Marks
  const scored = categories
    .flatMap((name) => lhr.categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
  const below = scored
    .map(({ id }) => lhr.audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit?.id}: ${audit?.displayValue ?? audit?.title}`)
  return { marks, below, machine: Math.round(lhr.environment.benchmarkIndex) }
}
