/**
 * What led somebody to the form: the page of ours they came from, or the site that sent them, and what the link itself
 * said. It is carried in links and hidden fields only: no cookie, and nothing before somebody opens the form.
 */
import { z } from 'zod'
import { hasToken } from '#app/ops/token-paths.ts'

const originNames = [
  ...(['src', 'landing', 'referrer'] as const),
  ...(['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const),
] as const
type OriginName = (typeof originNames)[number]

export type Origin = Partial<Record<OriginName, string>>

/** A few plain words; anything else is dropped, because nobody typed it and nobody could mend it. */
const word = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N} ./_+~:@%&=,()-]+$/u)

/** From the query of an address, the fields of a form, or a stored row. */
export function originFrom(given: Iterable<readonly [string, unknown]>): Origin {
  const origin: Origin = {}
  for (const [name, value] of given) {
    const known = originNames.find((each) => each === name)
    const text = word.safeParse(value)
    if (known && text.success && origin[known] === undefined) origin[known] = text.data
  }
  return origin
}

/** Of a visit to the form: what its address says, else where the browser says it came from. */
export function originOfVisit(url: URL, referer: string | null): Origin {
  const told = originFrom(url.searchParams)
  if (told.landing || told.referrer || !referer || !URL.canParse(referer)) return told

  const from = new URL(referer)
  if (from.host !== url.host) return { ...originFrom([['referrer', from.host]]), ...told }
  const isPrivate = hasToken(from.pathname) || from.pathname.startsWith('/staff')
  return isPrivate ? told : { ...originFrom([['landing', from.pathname]]), ...told }
}

export function originPairs(origin: Origin): [string, string][] {
  return Object.entries(origin)
}

/** In words for staff, one after the other; `''` when nothing is known. */
export function sayOrigin(origin: Origin): string {
  const { landing, referrer, src, ...campaign } = origin
  return [
    landing && `from our page ${landing}`,
    referrer && `from ${referrer}`,
    src && `by the link “${src}”`,
    ...Object.entries(campaign).map(([name, value]) => `${name} ${value}`),
  ]
    .filter(Boolean)
    .join(', ')
}
