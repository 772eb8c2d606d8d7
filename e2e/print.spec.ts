import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const kit = '/hire/backend-engineer/kit'

test.describe('on paper, also for who reads in the dark', () => {
  test.use({ colorScheme: 'dark' })

  test.beforeEach(async ({ page }) => {
    await page.goto(kit)
    await page.emulateMedia({ media: 'print' })
  })

  test('a hiring kit is its sheets and nothing that is pressed', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const heading of ['Job description', 'Interview sheet', 'The first week'])
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
    await expect(page.getByText('Notes', { exact: true }).first()).toBeVisible()

    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('contentinfo')).toBeHidden()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.locator('a:visible, button:visible')).toHaveCount(0)
  })

  test('each part of the kit begins on a sheet of its own', async ({ page }) => {
    const parts = page.locator('.kit > .section')

    expect(await parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).breakBefore))).toEqual([
      'auto',
      'page',
      'page',
    ])
  })

  test('it is dark ink on white paper', async ({ page }) => {
    const { paper, inks } = await page.evaluate(inksOf, 'h1, h2, h3, p, li')

    expect(paper).toBe(255)
    expect(inks.length).toBeGreaterThan(30)
    expect(Math.max(...inks)).toBeLessThan(100)
  })

  test('no question of the interview is cut by the end of a sheet', async ({ page }) => {
    const questions = page.locator('.sheet > li')

    expect(await questions.count()).toBeGreaterThan(4)
    expect(
      await questions.evaluateAll((all) => [...new Set(all.map((li) => getComputedStyle(li).breakInside))]),
    ).toEqual(['avoid'])
    expect(await pagesOf(page)).toBeLessThan(6)
  })
})

/** Runs in the page: how light the paper is and everything that is written on it, from 0 to 255. */
function inksOf(selector: string): { paper: number; inks: number[] } {
  const canvas = document.createElement('canvas').getContext('2d')
  const lightness = (colour: string) => {
    if (!canvas) return Number.NaN
    canvas.fillStyle = 'white'
    canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    return Math.round((red + green + blue) / 3)
  }
  const written = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
  return {
    paper: lightness(getComputedStyle(document.body).backgroundColor),
    inks: written.map((element) => lightness(getComputedStyle(element).color)),
  }
}

async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
