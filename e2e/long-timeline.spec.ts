import { expect, staffState, test } from './fixtures.ts'
import { sendLead } from './samples.ts'

test.use({ storageState: staffState, javaScriptEnabled: false })

test('without scripts the page of a lead with a thousand events stays small, and leads to the oldest', async ({
  page,
  query,
}) => {
  const lead = await sendLead(query)
  await query(
    `INSERT INTO lead_event (lead_id, at, kind, detail)
     SELECT $1, now() + number * interval '1 minute', 'called', jsonb_build_object('words', 'Call ' || number)
     FROM generate_series(1, 1000) AS number`,
    [lead.id],
  )
  const entries = page.locator('#timeline .timeline > li')

  const answer = await page.goto(`/staff/leads/${lead.ref}?kind=talk`)

  expect((await answer?.body())?.byteLength).toBeLessThan(120_000)
  await expect(entries).toHaveCount(40)
  await expect(entries.first()).toContainText('Call 1000')
  const earlier = page.getByRole('link', { name: 'Earlier', exact: true })
  await earlier.click()
  await expect(entries.first()).toContainText('Call 960')
  await page.getByRole('link', { name: 'Newest', exact: true }).click()
  await expect(entries.first()).toContainText('Call 1000')
  await page.getByRole('link', { name: 'All', exact: true }).click()
  for (let href = await earlier.getAttribute('href'); href;) {
    await page.goto(href)
    href = (await earlier.count()) > 0 ? await earlier.getAttribute('href') : null
  }
  await expect(entries.last()).toContainText('Requirement received')
})
