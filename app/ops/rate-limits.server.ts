import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { milliseconds } from 'date-fns'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { derivedKey } from './signed-link.server.ts'
import { singleton } from './singleton.server.ts'

/**
 * How often one address, account or recipient may do something. Counted in the database, so that every process sees
 * the same count; when the database is away, each process counts for itself. Keys are hashed: no address is stored.
 */
const buckets = {
  'form-burst': { points: 5, seconds: seconds({ minutes: 10 }) },
  'form-day': { points: 20, seconds: seconds({ days: 1 }) },
  hold: { points: 10, seconds: seconds({ minutes: 10 }) },
  'hold-press': { points: 60, seconds: seconds({ minutes: 10 }) },
  'draft-new': { points: 30, seconds: seconds({ hours: 1 }) },
  'draft-link': { points: 5, seconds: seconds({ hours: 1 }) },
  'link-page': { points: 30, seconds: seconds({ minutes: 1 }) },
  'requirements-by-email': { points: 3, seconds: seconds({ days: 1 }) },
  'reset-by-email': { points: 3, seconds: seconds({ hours: 1 }) },
  'sign-in-account': { points: 5, seconds: seconds({ minutes: 15 }) },
  'sign-in-address': { points: 30, seconds: seconds({ minutes: 15 }) },
  upload: { points: 5, seconds: seconds({ hours: 1 }) },
} as const

export type Bucket = keyof typeof buckets
export type Taken = { ok: true } | { ok: false; retryAfterSeconds: number }

function seconds(duration: Parameters<typeof milliseconds>[0]): number {
  return milliseconds(duration) / 1000
}

const limiters = singleton('rate-limits', () =>
  Object.fromEntries(
    Object.entries(buckets).map(([name, { points, seconds: duration }]) => [
      name,
      new RateLimiterPrisma({
        storeClient: db,
        tableName: 'rateLimit',
        keyPrefix: name,
        points,
        duration,
        insuranceLimiter: new RateLimiterMemory({ points, duration }),
      }),
    ]),
  ),
)

/** Takes one from a bucket (`key` is an address, an e-mail or an account), or says after how many seconds there is one again. */
export async function takeFrom(bucket: Bucket, key: string): Promise<Taken> {
  if (env.RATE_LIMITS === 'off') return { ok: true }
  try {
    await limiters[bucket]?.consume(hashed(isIP(key) ? addressBlock(key) : key))
    return { ok: true }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
  }
}

/** Puts one back: what was taken it for did not come about, or is over. */
export async function giveBack(bucket: Bucket, key: string): Promise<void> {
  if (env.RATE_LIMITS === 'off') return
  await limiters[bucket]?.reward(hashed(isIP(key) ? addressBlock(key) : key))
}

/** The limits of everything that visitors may send: a burst and a day's worth for each address. */
export async function takeForForm(ip: string): Promise<Taken> {
  const burst = await takeFrom('form-burst', ip)
  return burst.ok ? takeFrom('form-day', ip) : burst
}

/** Every page that a mailed link opens: a 429 answer when one address opens too many. */
export async function requireLinkAllowance(ip: string): Promise<void> {
  const taken = await takeFrom('link-page', ip)
  if (taken.ok) return
  throw new Response(null, { status: 429, headers: { 'Retry-After': String(taken.retryAfterSeconds) } })
}

/** "in 3 minutes": what a refused person is told. */
export function sayWait(retryAfterSeconds: number): string {
  if (retryAfterSeconds < 90) return 'in a minute'
  if (retryAfterSeconds < 5400) return `in ${Math.ceil(retryAfterSeconds / 60)} minutes`
  return `in ${Math.ceil(retryAfterSeconds / 3600)} hours`
}

/** One household has one IPv4 address, but 2^64 IPv6 addresses: those count as one. */
export function addressBlock(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  return ip.includes(':') ? expanded(ip).slice(0, 4).join(':') : ip
}

function expanded(ip: string): string[] {
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right]
}

function hashed(key: string): string {
  const [secret] = env.SESSION_SECRETS
  return createHmac('sha256', derivedKey(secret, 'rate limits')).update(key).digest('base64url').slice(0, 22)
}
