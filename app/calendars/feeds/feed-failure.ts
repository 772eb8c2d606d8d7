/** Why a calendar could not be read, in words for staff. Never the address itself: it is as secret as a password. */
import type { NoFeed } from './expand-feed.ts'

export const wordsFor: Record<NoFeed, string> = {
  'web-page': 'The address leads to a web page, not to a calendar: copy the one that ends in .ics.',
  'no-calendar': 'What the address answers is no calendar.',
  incomplete: 'The calendar arrived incomplete.',
  'too-much': 'The calendar has too many events to be read.',
}

/** For an answer that is not 200. */
export function sayStatus(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return `The address answers ${status}: it is not open to us.`
    case 404:
    case 410:
      return `The address answers ${status}: it may have been reset.`
    case 429:
      return 'The address answers 429: it was asked too often.'
    default:
      return `The address answers ${status}${status >= 500 ? ': its server has a problem' : ''}.`
  }
}

/** For a connection that was not made or did not last; `code` is the system's. */
export function sayNoConnection(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name in the address was not found.'
  if (code === 'ECONNREFUSED') return 'The server in the address takes no connections.'
  if (/CERT|ALTNAME|SIGNATURE|SSL|TLS|EPROTO/.test(code)) return 'The server could not prove who it is (TLS).'
  return 'The connection to the server was lost.'
}

export const sayPrivate =
  'The address leads into a private network, where calendars are not read from (CALENDAR_FEEDS_FROM).'
export const sayPort =
  'The address names a port that is not the usual one, where calendars are not read from.'
export const sayTooSlow = 'The server took longer than 10 seconds.'
export const sayTooLarge = 'The calendar is larger than 10 MB.'
export const sayTooFar = 'The address leads on and on to other addresses.'
export const sayNowhere = 'The address leads on to one that is no web address.'
