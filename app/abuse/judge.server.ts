import { milliseconds, subDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { isBlocked } from './blocked-senders.server.ts'
import { contentReasons } from './content.ts'
import { isDisposable } from './disposable.server.ts'
import type { Guarded } from './guard.server.ts'
import { outcomeFor, scoreOf, type Judgement, type Reason } from './judgement.ts'
import { bodyHash, senderHash } from './sender-hash.server.ts'

export type Sent = {
  /** What its form tells; null for a program that speaks to the API, where there is no form. */
  guard: Guarded | null
  /** A person needs at least as long for it. */
  fastest: number
  person: { name: string; email: string; company: string }
  /** Everything that was free to write. */
  text: string
  ip: string
}

/** A form on one page is not filled in faster; one that arrives filled in is only read and sent. */
export const fastestForm = milliseconds({ seconds: 3 })
export const fastestPrefilled = milliseconds({ seconds: 1 })
export const fastestSteps = milliseconds({ seconds: 8 })

const repeatedWithinDays = 7

/** Weighs everything that a stranger's form tells. Nothing is stored: that is up to whoever stores the form. */
export async function judge(sent: Sent, now: Date): Promise<Judgement> {
  const { person, text } = sent
  const hashes = { bodyHash: bodyHash(text), ipHash: senderHash(sent.ip) }
  const found: Reason[] = [...guardReasons(sent), ...contentReasons({ ...person, text })]
  if (isDisposable(person.email)) found.push('disposable-address')
  if (hashes.bodyHash && (await isRepeated(hashes.bodyHash, person.email, now))) found.push('repeated-words')
  if (await isBlocked({ email: person.email, ipHash: hashes.ipHash }, now)) found.push('blocked-sender')
  const score = scoreOf(found)
  return { outcome: outcomeFor(score), score, reasons: found, ...hashes }
}

function guardReasons({ guard, fastest }: Sent): Reason[] {
  if (!guard) return []
  if (guard.kind !== 'open') return ['no-form']
  return [
    ...(guard.isTrapFilled ? (['trap-filled'] as const) : []),
    ...(guard.elapsed < fastest ? (['too-fast'] as const) : []),
  ]
}

/** Whether the same words came from another address lately. It limits how often they may, so it is off with the limits. */
async function isRepeated(hash: string, email: string, now: Date): Promise<boolean> {
  if (env.RATE_LIMITS === 'off') return false
  const other = await db.submission.findFirst({
    where: { bodyHash: hash, email: { not: email }, createdAt: { gte: subDays(now, repeatedWithinDays) } },
    select: { id: true },
  })
  return other !== null
}
