import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '#app/env.server.ts'
import * as limits from './rate-limits.server.ts'

// The tests' configuration turns limits off; these are about limits.
beforeAll(() => {
  env.RATE_LIMITS = 'on'
})
afterAll(() => {
  env.RATE_LIMITS = 'off'
})

test('an address may send five forms in ten minutes, and is told when it may send the next', async () => {
  const answers = []
  for (let sent = 0; sent < 6; sent++) answers.push(await limits.takeForForm('203.0.113.7'))

  expect(answers.slice(0, 5)).toEqual(Array(5).fill({ ok: true }))
  const sixth = answers[5]
  expect(sixth?.ok === false && sixth.retryAfterSeconds).toBeGreaterThan(500)
})

test('another address is not held up by it', async () => {
  expect(await limits.takeForForm('203.0.113.8')).toEqual({ ok: true })
})

test('the addresses of one IPv6 household count as one', async () => {
  for (let sent = 0; sent < 5; sent++) await limits.takeForForm(`2001:db8:1:2::${sent}`)

  expect((await limits.takeForForm('2001:db8:1:2:aaaa::9')).ok).toBe(false)
  expect((await limits.takeForForm('2001:db8:1:3::1')).ok).toBe(true)
})

test('many at once are all counted', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => limits.takeFrom('link-page', '198.51.100.1')),
  )

  expect(answers.filter(({ ok }) => ok)).toHaveLength(30)
})

test('no address is stored', async () => {
  const { db } = await import('#app/db.server.ts')
  const rows = await db.rateLimit.findMany()

  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ key }) => /203\.0|2001:db8|198\.51/.test(key.split(':').slice(1).join(':')))).toEqual(
    [],
  )
})

test.each([
  [45, 'in a minute'],
  [600, 'in 10 minutes'],
  [7200, 'in 2 hours'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(limits.sayWait(seconds)).toBe(words)
})
