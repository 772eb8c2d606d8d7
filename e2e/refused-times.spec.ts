import { expect, test } from './fixtures.ts'
import { bookingFields, newMarker, officeTime, post, traces } from './samples.ts'

/** Books a time until nobody is free then, whoever else booked it meanwhile. */
async function takeAll(start: string): Promise<void> {
  for (let times = 0; times < 3; times++) {
    const answer = await post('/book', bookingFields(newMarker(), { start }))
    if (answer.status === 409) return
  }
  throw new Error(`Somebody is still free at ${start}`)
}

test('a time that is past, too soon, too far, closed or off the grid is refused with others to choose', async ({
  query,
}) => {
  const marker = newMarker()
  const day = officeTime(0, '08:00').slice(0, 10)
  const times: [start: string, message: string][] = [
    ['2020-01-06T08:00:00.000Z', 'That time has passed.'],
    [new Date(Date.now() + 60_000).toISOString(), 'That time is too soon for us to prepare.'],
    [`${Number(day.slice(0, 4)) + 2}-03-01T08:00:00.000Z`, 'further ahead than the calendar goes'],
    [`${day}T03:00:00.000Z`, 'Nobody is there at that time.'],
    [`${day}T08:17:00.000Z`, 'Meetings do not start at that time.'],
  ]

  const wrong: string[] = []
  for (const [start, message] of times) {
    const answer = await post(`/book?slot=${start}`, bookingFields(marker, { start }))
    const html = await answer.text()
    const offered = html.match(/<button class="time" name="start"/g)?.length ?? 0
    const kept = html.includes(`value="ann@${marker}.example"`)
    if (answer.status !== 409 || !html.includes(message) || !kept || offered > 5)
      wrong.push(`${start}: ${answer.status}, ${offered} offered, kept: ${kept}`)
    if (offered === 0 && !message.includes('further')) wrong.push(`${start}: no other time`)
  }

  expect(wrong).toEqual([])
  expect(await traces(query, marker)).toBe(0)
})

test('a time that others have taken is refused, and one press books the next with all that was typed', async ({
  page,
  query,
}) => {
  const start = officeTime(4, '08:00')
  const marker = newMarker()
  await page.goto(`/book?slot=${start}`)
  await takeAll(start)

  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Work e-mail').fill(`ann@${marker}.example`)
  await page.getByLabel('What should we know before the call?').fill('Typed once')
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time.')
  await expect(page.getByLabel('What should we know before the call?')).toHaveValue('Typed once')
  expect(await traces(query, marker)).toBe(0)

  await page.locator('button.time').first().click()
  await expect(page.getByRole('heading', { name: 'Your consultation is booked' })).toBeVisible()
  const rows = await query('SELECT message FROM booking WHERE visitor_email = $1', [`ann@${marker}.example`])
  expect(rows).toEqual([{ message: 'Typed once' }])
})

test('when the next time is lost as well, the page names the time that it would book now', async ({
  page,
}) => {
  const first = officeTime(5, '09:00')
  await page.goto(`/book?slot=${first}&tz=UTC`)
  await takeAll(first)
  const marker = newMarker()

  await page.getByLabel('Your name').fill('Ann Example')
  await page.getByLabel('Work e-mail').fill(`ann@${marker}.example`)
  await page.getByRole('button', { name: 'Confirm the booking' }).click()
  const next = page.locator('button.time').last()
  const second = (await next.getAttribute('value')) ?? ''
  await takeAll(second)
  await next.click()

  await expect(page.getByRole('alert')).toContainText('Somebody has just booked that time.')
  await expect(page.locator('form.form input[name="start"]')).toHaveValue(second)
  await expect(page.locator('.appointment time')).toHaveAttribute('datetime', second)
  const named = await page.locator('.appointment time').innerText()
  await page.goto(`/book?slot=${second}&tz=UTC`)
  await expect(page.getByRole('heading', { name: `${named} cannot be booked` })).toBeVisible()
})

test('a form that lost its time says so, and shows the calendar', async () => {
  const marker = newMarker()

  const answer = await post('/book/consultation', bookingFields(marker, { start: '' }))

  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Choose a time from the calendar.')
  expect(html).toContain('id="times"')
})
