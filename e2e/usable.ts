/** Whether a page can be used by everyone, in every guise that it has. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible } from './fixtures.ts'

const widths = [360, 1280]
const schemes = ['light', 'dark'] as const

/** No fault of access in any width or scheme, no sideways scrolling, nothing in the console, nothing blocked. */
export async function expectUsable(page: Page, paths: string[]): Promise<void> {
  const faults = faultsOf(page, [404])
  const broken: string[] = []
  for (const path of paths) {
    await page.goto(path)
    broken.push(...(await faultsInEveryGuise(page, path)))
  }
  expect([...broken, ...faults]).toEqual([])
}

/** At a phone's width and a desk's, light and dark. */
export async function faultsInEveryGuise(page: Page, path: string): Promise<string[]> {
  const broken: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (scrolls > 0) broken.push(`${path} is ${scrolls} px too wide at ${width}`)
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `${path} at ${width}, ${colorScheme}`
      await expectAccessible(page).catch((error: Error) => broken.push(`${where}: ${error.message}`))
    }
  }
  return broken
}

/** What the browser complains of while the page is used: scripts that fail, files that are missing, blocked content. */
export function faultsOf(page: Page, expectedStatuses: number[]): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const isPageItself = message.location().url === page.url()
    const isExpected = expectedStatuses.some((status) => message.text().includes(`status of ${status}`))
    if (message.type() === 'error' && !(isPageItself && isExpected))
      faults.push(`${page.url()}: ${message.text()}`)
  })
  return faults
}
