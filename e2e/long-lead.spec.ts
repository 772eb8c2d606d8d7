import { expect, staffState, test } from './fixtures.ts'
import { makeSample, officeTime, type Query } from './samples.ts'

test.use({ storageState: staffState, javaScriptEnabled: false })

/** 500 more of each, as they are copied from one. Consultations are cancelled, or they would meet those of other tests. */
async function addMany(query: Query, leadId: string) {
  const copied = async (table: string, changes: string) => {
    await query(
      `INSERT INTO ${table} SELECT made.* FROM ${table} AS one, generate_series(1, 500) AS number,
         jsonb_populate_record(one, ${changes}) AS made
       WHERE one.id = (SELECT id FROM ${table} WHERE lead_id = $1 ORDER BY id LIMIT 1)`,
      [leadId],
    )
  }
  const ago = (column: string) => `'${column}', one.${column} - number * interval '1 day'`
  const name = `'x-' || one.id || '-' || number`
  await copied(
    'submission',
    `jsonb_build_object('id', gen_random_uuid(), 'reference', ${name}, 'public_id', ${name}, 'idempotency_key', ${name},
       ${ago('created_at')})`,
  )
  await copied(
    'booking',
    `jsonb_build_object('id', gen_random_uuid(), 'reference', ${name}, 'public_id', ${name}, 'idempotency_key', ${name},
       'ics_uid', ${name}, 'status', 'cancelled', 'cancelled_at', now(), 'cancelled_by', 'staff', ${ago('starts_at')}, ${ago('ends_at')}, ${ago('blocked_from')},
       ${ago('blocked_until')})`,
  )
}

test('without scripts the page of a lead with 500 consultations stays small, and leads to the earlier ones', async ({
  page,
  query,
}) => {
  const { ref, leadId } = await makeSample(query, officeTime(5, '09:30'))
  await addMany(query, leadId)
  const consultations = page.locator('#part-bookings h2')

  const answer = await page.goto(`/staff/leads/${ref}?kind=talk`)

  expect((await answer?.body())?.byteLength).toBeLessThan(200_000)
  await expect(consultations).toHaveCount(10)
  await expect(page.locator('#part-submissions details')).toHaveCount(10)
  await expect(page.getByText('10 of 501 consultations')).toBeVisible()
  const newest = await consultations.first().textContent()
  await page.getByRole('link', { name: 'Earlier consultations' }).click()
  await expect(consultations).toHaveCount(10)
  await expect(consultations.first()).not.toHaveText(newest ?? '')
  await page.getByRole('link', { name: 'Newest consultations' }).click()
  await expect(consultations.first()).toHaveText(newest ?? '')
})

test('whoever splits a lead of 500 forms turns pages, and what they ticked on each goes', async ({
  page,
  query,
}) => {
  const { ref, leadId } = await makeSample(query, officeTime(5, '09:30'))
  await addMany(query, leadId)
  const boxes = page.getByRole('checkbox')

  const answer = await page.goto(`/staff/leads/${ref}/split`)

  expect((await answer?.body())?.byteLength).toBeLessThan(60_000)
  await expect(boxes).toHaveCount(10)
  await page.getByLabel('What is needed there').fill('Another need')
  await boxes.nth(3).check()
  await page.getByRole('button', { name: 'Show earlier ones' }).click()
  await expect(boxes).toHaveCount(11)
  await expect(boxes.first()).toBeChecked()
  await boxes.nth(5).check()
  await page.getByRole('button', { name: 'Show earlier ones' }).click()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Make it a lead of its own' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Another need' })).toBeVisible()
  const gone = `SELECT count(*)::int FROM booking JOIN lead ON lead.id = lead_id WHERE title = 'Another need' AND previous_lead_id = $1`
  expect(await query(gone, [leadId])).toEqual([{ count: 2 }])
})
