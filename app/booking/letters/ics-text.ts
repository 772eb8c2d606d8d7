/**
 * Text for calendar files. ical-generator escapes what the format needs escaped; control characters have no escape that
 * every calendar knows, so they do not get that far.
 */

export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

export function manyLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\p{Zl}\p{Zp}]/u)
    .map((part) => part.replaceAll(/\p{Cc}+/gu, ' '))
    .join('\n')
}

/** The place of a meeting as a link, when it is one. */
export function linkIn(location: string): string | null {
  return /^https:\/\/[^\s;,]+$/.test(location) ? location : null
}
