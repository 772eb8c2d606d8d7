import { addDays, addHours, addSeconds } from 'date-fns'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { GuardFields } from './guard-fields.tsx'
import { newStamp, readGuard } from './guard.server.ts'
import { trapNameOf } from './guard.ts'

const opened = new Date('2026-11-30T09:00:00Z')
const stamp = newStamp(opened)

test('a form tells how long it was open', () => {
  expect(readGuard({ opened: stamp }, addSeconds(opened, 42))).toEqual({
    kind: 'open',
    elapsed: 42_000,
    isTrapFilled: false,
  })
})

test('a form that was open for a day is still good, one that was open longer is stale', () => {
  expect(readGuard({ opened: stamp }, addDays(opened, 1))).toMatchObject({ kind: 'open' })
  expect(readGuard({ opened: stamp }, addHours(opened, 25))).toEqual({ kind: 'stale' })
})

test('a form whose hidden field is filled in says so', () => {
  const typed = { opened: stamp, [trapNameOf(stamp)]: 'https://evil.example' }

  expect(readGuard(typed, opened)).toMatchObject({ isTrapFilled: true })
})

test.each(['', 'yesterday', stamp.slice(0, -1), `${stamp}x`, stamp.replace(/^./, 'z')])(
  'the stamp %j is none of ours',
  (other) => {
    expect(readGuard({ opened: other }, opened)).toEqual({ kind: 'unknown' })
  },
)

test('the hidden field has another name in each form, a label, and no place in the order of tabs', () => {
  const names = [stamp, newStamp(opened)].map(trapNameOf)
  const html = renderToStaticMarkup(createElement(GuardFields, { stamp }))

  expect(new Set(names).size).toBe(2)
  expect(html).toContain(`<label for="${names[0]}">Leave this empty</label>`)
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('aria-hidden="true"')
})
