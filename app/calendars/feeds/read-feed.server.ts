import { addDays, subDays } from 'date-fns'
import { env } from '#app/env.server.ts'
import type { Interval, TimeZone } from '#app/time/types.ts'
import { expandFeed } from './expand-feed.ts'
import { wordsFor } from './feed-failure.ts'
import { fetchFeed, type Known } from './fetch-feed.server.ts'

/** How far repeated events are written out: beyond the farthest time that can be booked. */
const daysAhead = 400

/** What an address says now. `failure` is for staff to read. */
export type Reading =
  | ({ kind: 'read'; busy: Interval[]; expandedTo: Date } & Known)
  | { kind: 'unchanged' }
  | { kind: 'failed'; failure: string }

/** Fetches a calendar and works out what it blocks; `known: null` asks for all of it, changed or not. */
export async function readFeed(
  address: string,
  asked: { known: Known | null; zone: TimeZone; now: Date },
): Promise<Reading> {
  const fetched = await fetchFeed(address, asked.known)
  if (fetched.kind !== 'read') return fetched

  const expandedTo = addDays(asked.now, daysAhead)
  const expanded = expandFeed(fetched.text, {
    zone: asked.zone,
    horizon: { from: subDays(asked.now, 1).getTime(), until: expandedTo.getTime() },
    ownDomain: new URL(env.APP_URL).hostname,
  })
  if (!expanded.ok) return { kind: 'failed', failure: wordsFor[expanded.reason] }
  const { etag, lastModified } = fetched
  return { kind: 'read', busy: expanded.value, expandedTo, etag, lastModified }
}

/**
 * Whether an answer "not changed" is enough. Once a day it is not: repeated events are to be written out further, and
 * days and floating times follow the host, who may have moved.
 */
export function isExpandedEnough(expandedTo: Date | null, now: Date): boolean {
  return expandedTo !== null && expandedTo >= addDays(now, daysAhead - 1)
}
