import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { milliseconds } from 'date-fns'
import { env } from '#app/env.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'
import { typedText, type Typed } from '#app/ops/typed-form.ts'
import { stampField, trapNameOf } from './guard.ts'

/**
 * What a form tells of how it was filled in. `unknown`: it carries no stamp of ours, so no page of ours was opened.
 * `stale`: the page was opened too long ago to say anything; its sender presses once more.
 */
export type Guarded =
  { kind: 'unknown' } | { kind: 'stale' } | { kind: 'open'; elapsed: number; isTrapFilled: boolean }

const longestOpen = milliseconds({ hours: 24 })

/** The words for a form that was open longer than a day: nothing that was typed is lost. */
export const staleWords = 'This page was open for more than a day. Press the button once more to send it.'

/** The stamp of a form that is opened now: `<when>.<random>.<mac>`. */
export function newStamp(now: Date): string {
  const unsigned = `${now.getTime().toString(36)}.${randomBytes(5).toString('hex')}`
  return `${unsigned}.${macOf(unsigned, env.SESSION_SECRETS[0])}`
}

/** Reads what `GuardFields` put into a form. */
export function readGuard(values: Typed, now: Date): Guarded {
  const stamp = typedText(values, stampField)
  const opened = openedAt(stamp)
  if (opened === null) return { kind: 'unknown' }
  const elapsed = now.getTime() - opened
  if (elapsed > longestOpen) return { kind: 'stale' }
  return { kind: 'open', elapsed, isTrapFilled: typedText(values, trapNameOf(stamp)) !== '' }
}

/** When the page was opened, in milliseconds; null for a stamp that is not ours. */
function openedAt(stamp: string): number | null {
  const [, unsigned, when, mac] = /^(([\da-z]{1,10})\.[\da-f]{10})\.([\w-]{22})$/.exec(stamp) ?? []
  if (!unsigned || !when || !mac) return null
  const given = Buffer.from(mac)
  const isOurs = env.SESSION_SECRETS.some((secret) =>
    timingSafeEqual(given, Buffer.from(macOf(unsigned, secret))),
  )
  return isOurs ? Number.parseInt(when, 36) : null
}

function macOf(unsigned: string, secret: string): string {
  return createHmac('sha256', derivedKey(secret, 'forms')).update(unsigned).digest('base64url').slice(0, 22)
}
