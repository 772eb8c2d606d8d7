import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, post, send, staffCookie } from './samples.ts'
import { addAccount, cookieOf } from './staff-accounts.ts'

test.use({ storageState: staffState })

test('what the list shows is exported with its columns, for whoever asked alone', async ({ page, query }) => {
  const marker = newMarker()
  const added = await post(
    '/staff/leads/new',
    {
      key: crypto.randomUUID(),
      ...{ name: 'Eve Example', email: `eve@${marker}.example`, title: `=Wanted by ${marker}` },
    },
    staffCookie(),
  )
  expect(added.status).toBe(303)
  await page.goto(`/staff/leads?q=${marker}&columns=status,source`)
  await page.getByRole('link', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Export 1 lead' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Export 1 lead' }).click()
  await expect(page.getByRole('link', { name: 'Save the file' })).toBeVisible()
  await expectAccessible(page)

  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save the file' }).click()
  const download = await saving
  const text = await readFile(await download.path(), 'utf8')

  expect(download.suggestedFilename()).toMatch(/^leads-\d{4}-\d\d-\d\d\.csv$/)
  const [head, line] = text.replace('\uFEFF', '').split('\r\n')
  expect(head).toBe('Reference,Need,Name,E-mail,Company,Telephone,Tags,Status,Lost because,Source')
  expect(line).toMatch(/^L-\d+,'=Wanted by m\w+,Eve Example,eve@m\w+\.example,.*,New,,By hand$/)

  const manager = await cookieOf(await addAccount(query, 'manager'))
  const address = `${new URL(page.url()).pathname}/file`
  expect((await send(address, { headers: manager })).status).toBe(404)
  expect((await send(address, { headers: staffCookie() })).status).toBe(200)
  expect((await send(address)).status).toBe(302)
})
