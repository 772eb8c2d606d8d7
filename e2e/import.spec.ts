import { expect, expectAccessible, staffState, test } from './fixtures.ts'
import { newMarker, originOfSite, send, staffCookie } from './samples.ts'

test.use({ storageState: staffState })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a file is read, its columns are chosen, its lines checked, imported and taken back', async ({
      page,
      query,
    }) => {
      const marker = newMarker()
      await page.goto('/staff/leads/import')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('CSV file').setInputFiles(fileOf(marker))
      await page.getByRole('button', { name: 'Read the file' }).click()

      await expect(page.getByRole('heading', { name: 'What are its columns?' })).toBeVisible()
      await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('email')
      await page.getByLabel('Ansprechpartner').selectOption({ label: 'Name' })
      await page.getByLabel('What is needed, where a line does not say').fill('Met at the fair')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Check 3 lines' }).click()

      const go = page.getByRole('button', { name: 'Import 2 leads' })
      await waitFor(go)
      await expect(page.getByText('2 of people who are new')).toBeVisible()
      await expect(page.getByText('E-mail: Enter an e-mail address like name@example.com.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await countOf(query, marker)).toBe(0)
      await go.click()

      const back = page.getByRole('button', { name: 'Take back: remove 2 leads' })
      await waitFor(back)
      expect(await countOf(query, marker)).toBe(2)
      const refused = await page.request.get(`${new URL(page.url()).pathname}/refused`)
      expect(await refused.text()).toContain('What is wrong')
      await back.click()
      await waitFor(page.getByText('2 removed again'))
      expect(await countOf(query, marker)).toBe(0)

      async function waitFor(what: typeof go) {
        await expect(async () => {
          if (!javaScriptEnabled) await page.reload()
          await expect(what).toBeVisible({ timeout: 2000 })
        }).toPass()
      }
    })
  })
}

test('a choice of columns that cannot be is said where it is made, and kept', async ({ page }) => {
  await page.goto('/staff/leads/import')
  await page.getByLabel('CSV file').setInputFiles(fileOf(newMarker()))
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByLabel('E-Mail-Adresse').selectOption({ label: 'Left out' })
  await page.getByLabel('What is needed, where a line does not say').fill('Kept words')
  await page.getByRole('button', { name: 'Check 3 lines' }).click()

  await expect(page.getByRole('alert')).toContainText('Say which column is the e-mail address')
  await expect(page.getByLabel('What is needed, where a line does not say')).toHaveValue('Kept words')
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('')
})

test('whatever is sent as a file is answered with what is wrong, never with an error', async () => {
  const files: [name: string, content: string | Buffer<ArrayBuffer>, words: string][] = [
    ['empty.csv', '', 'The selected file is empty'],
    ['heads.csv', 'Name,E-mail\n', 'heads but no lines'],
    ['book.xlsx', Buffer.from('PK\u0003\u0004\u0000\u0000sheet'), 'not a CSV file'],
    ['open.csv', 'Name,E-mail\n"Ann', 'a quotation mark is open'],
    ['wide.csv', `${'x,'.repeat(70)}\n1`, 'more than 60 columns'],
    ['long.csv', `A\n${'x\n'.repeat(10_001)}`, 'more than 10,000 lines'],
    ['big.csv', `A\n${'x'.repeat(5 * 1024 * 1024)}`, 'smaller than 5 MB'],
  ]
  for (const [name, content, words] of files) {
    const form = new FormData()
    form.set('key', crypto.randomUUID())
    form.set('file', new File([content], name, { type: 'text/csv' }))
    const answer = await send('/staff/leads/import', {
      method: 'POST',
      headers: { origin: originOfSite(), 'sec-fetch-site': 'same-origin', ...staffCookie() },
      body: form,
    })
    expect([name, answer.status]).toEqual([name, 422])
    expect(await answer.text()).toContain(words)
  }
})

/** As a German spreadsheet saves it: semicolons, Windows-1252, one line that is wrong. */
function fileOf(marker: string) {
  const text = `Ansprechpartner;E-Mail-Adresse;Firma
J\u00F6rg Beispiel;joerg@${marker}.example;Firma ${marker}
Zo\u00EB Beispiel;zoe@${marker}.example;Firma ${marker}
Ohne Adresse;nirgends;Firma ${marker}
`
  return { name: 'messe.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
}

async function countOf(
  query: <Row extends object>(sql: string, values: unknown[]) => Promise<Row[]>,
  marker: string,
) {
  const [row] = await query<{ count: string }>(
    `SELECT count(*) FROM lead JOIN person_email USING (person_id) WHERE email LIKE $1`,
    [`%@${marker}.example`],
  )
  return Number(row?.count)
}
