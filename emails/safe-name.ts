/**
 * The name in a greeting, or `'there'` when what was typed could carry a message to whoever owns the address: an
 * address of any kind, a line break, or more than 80 characters. "Ann O’Brien" stays; "URGENT visit evil.example" does not.
 */
export function safeName(typed: string): string {
  const name = typed.replaceAll(/[ \u00a0]+/g, ' ').trim()
  return name !== '' && name.length <= longestName && !canCarryAMessage(name) ? name : nameless
}

export const nameless = 'there'

const longestName = 80

function canCarryAMessage(name: string): boolean {
  return hasForbiddenCharacter.test(name) || looksLikeAnAddress.test(name) || hasLongNumber.test(name)
}

/** Controls, line and paragraph breaks, invisible and direction-changing characters, and the punctuation of addresses and tags. */
const hasForbiddenCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}:/\\@<>[\]{}|=&?#%!$*"_~^+;]/u

/** "www.", or a full stop in the middle of a word: "evil.example", "1.2.3.4"; "J. R. Smith" has none. */
const looksLikeAnAddress = /\bwww\b|[\p{L}\p{N}][.。．｡][\p{L}\p{N}]/iu

/** A telephone number, or a price. */
const hasLongNumber = /\p{N}(?:[ .,()-]*\p{N}){3}/u
