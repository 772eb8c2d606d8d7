import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { makeType, type OwnType } from './own-types.ts'
import { newMarker } from './samples.ts'

let type: OwnType
test.beforeEach(async ({ query }) => {
  type = await makeType(query, { name: `Workshop ${newMarker()}`, people: ['Asha', 'Dev'] })
})
test.afterEach(() => type.retire())

test('nothing is wider than a small phone, nor than a desk at four times its size', async ({ page }) => {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 640 })
    for (const address of ['/book', `/book/${type.slug}?tz=America/Argentina/Buenos_Aires&clock=12`]) {
      await page.goto(address)
      expect([address, width, await overflow(page)]).toEqual([address, width, 0])
    }
    await page.getByRole('combobox').fill('o')
    expect([width, await overflow(page)]).toEqual([width, 0])
    await expectAccessible(page)
  }
})

test('only what can be seen can be pressed: the year has no button', async ({ page }) => {
  await page.goto(`/book/${type.slug}?tz=UTC`)

  await expect(page.locator('.month-turn > [data-year]').first()).toBeHidden()
  await expect(page.locator('.month-turn > a:visible')).not.toHaveCount(0)
  for (const turn of await page.locator('.month-turn > a:visible').all()) {
    expect(await turn.getAttribute('rel')).toMatch(/prev|next/)
  }
})

test('on paper there are the month and the times, and nothing to press', async ({ page }) => {
  await page.goto(`/book/${type.slug}?tz=UTC`)
  await page.emulateMedia({ media: 'print' })

  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.locator('#times h2')).toBeVisible()
  await expect(page.getByRole('combobox')).toBeHidden()
  await expect(page.locator('.month-turn')).toBeHidden()
})

test('two tabs on two people keep each its own', async ({ page, context }) => {
  const [asha, dev] = type.hosts
  const other = await context.newPage()
  await page.goto(`/book/${type.slug}?tz=UTC&host=${asha}`)
  await other.goto(`/book/${type.slug}?tz=UTC&host=${dev}`)

  await page.locator('.day[href]').last().click()
  await other.locator('.day[href]').last().click()

  await expect(page).toHaveURL(new RegExp(`host=${asha}`))
  await expect(other).toHaveURL(new RegExp(`host=${dev}`))
  await expect(page.getByRole('link', { name: 'Asha', exact: true })).toHaveAttribute('aria-current', 'true')
  await expect(other.getByRole('link', { name: 'Dev', exact: true })).toHaveAttribute('aria-current', 'true')
})

test('a person is chosen by the keyboard without losing the place, and Back takes it back', async ({
  page,
}) => {
  await page.goto(`/book/${type.slug}?tz=UTC`)
  const dev = page.getByRole('link', { name: 'Dev', exact: true })
  await dev.focus()
  await page.keyboard.press('Enter')

  await expect(dev).toHaveAttribute('aria-current', 'true')
  await expect(dev).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Whoever is free first' })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
