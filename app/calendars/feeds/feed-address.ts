import { z } from 'zod'
import { line, requiredLine } from '#app/ops/text.ts'

/** What staff type to add another calendar; `webcal:` is what Apple calls https. */
export const newFeedSchema = z.object({
  name: requiredLine(80, 'Give the calendar a name, such as Private.'),
  url: line(2000)
    .refine((text) => text !== '', 'Paste the secret address of the calendar.')
    .transform((text) => text.replace(/^webcals?:/i, 'https:'))
    .refine(
      (text) => text === '' || isWebAddress(text),
      'Paste an address that begins with https:// or webcal://.',
    )
    .transform((text) => (isWebAddress(text) ? withoutFragment(text) : text))
    .refine((text) => text.length <= 2000, 'This address is too long to be kept.'),
})
export type NewFeed = z.output<typeof newFeedSchema>

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** As browsers write it, so that one address is one text. */
function withoutFragment(text: string): string {
  const url = new URL(text)
  url.hash = ''
  return url.href
}

/** All that may be shown of an address: the rest opens the calendar. */
export function whereIs(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** How long ago something was, in the largest unit that fits: `'8 minutes ago'`. */
export function sayAgo(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${count(minutes, 'minute')} ago`
  if (minutes < 48 * 60) return `${count(Math.floor(minutes / 60), 'hour')} ago`
  return `${count(Math.floor(minutes / (24 * 60)), 'day')} ago`
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
