/** Whether a page can be used by everyone, in every guise that it has. */
import type { Page } from '@playwright/test'
import { colourRules, expect, expectAccessible } from './fixtures.ts'

type Guise = { width: number; colorScheme: 'light' | 'dark' }

const phone = {
  light: { width: 360, colorScheme: 'light' },
  dark: { width: 360, colorScheme: 'dark' },
} as const
const desk = {
  light: { width: 1280, colorScheme: 'light' },
  dark: { width: 1280, colorScheme: 'dark' },
} as const

const everyGuise: readonly Guise[] = [phone.light, phone.dark, desk.light, desk.dark]
/** Each width and each scheme once: enough for pages of a kind that is seen in all four elsewhere. */
export const twoGuises: readonly Guise[] = [phone.light, desk.dark]

/** No fault of access in any width or scheme, no sideways scrolling, nothing in the console, nothing blocked. */
export async function expectUsable(page: Page, paths: string[], guises = everyGuise): Promise<void> {
  const faults = faultsOf(page, [404])
  const broken: string[] = []
  for (const path of paths) {
    await page.goto(path)
    broken.push(...(await faultsInEveryGuise(page, path, guises)))
  }
  expect([...broken, ...faults]).toEqual([])
}

export async function faultsInEveryGuise(page: Page, path: string, guises = everyGuise): Promise<string[]> {
  const broken: string[] = []
  const widthsSeen = new Set<number>()
  for (const { width, colorScheme } of guises) {
    const where = `${path} at ${width}, ${colorScheme}`
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (scrolls > 0) broken.push(`${where} is ${scrolls} px too wide`)
    // Between two schemes of one width only colours differ.
    const rules = widthsSeen.has(width) ? colourRules : undefined
    widthsSeen.add(width)
    await expectAccessible(page, rules).catch((error: Error) => broken.push(`${where}: ${error.message}`))
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
