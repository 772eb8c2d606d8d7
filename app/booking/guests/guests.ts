/** Whom a visitor brings along: e-mail addresses, and nothing else of theirs. */
import { z } from 'zod'

/**
 * The visitor and five more fill a call in which everybody says something; and each address is a letter to somebody who
 * did not ask for it, so one form must not write to many.
 */
export const mostGuests = 5

const longestText = 2000

/** One text with addresses between commas, semicolons, spaces or line ends, as a form has it; or a list of addresses. */
export const guestsSchema = z
  .union([z.string(), z.array(z.string())], 'Enter e-mail addresses with commas between.')
  .optional()
  .transform((typed) => addressesIn(typed ?? ''))
  .superRefine((addresses, context) => {
    const wrong = addresses.find((address) => !isAddress(address))
    if (wrong !== undefined) context.addIssue(sayWrong(wrong))
    else if (addresses.length > mostGuests) context.addIssue(`Invite ${mostGuests} guests at most.`)
  })

/** The guests among these addresses: somebody who has a letter of their own is none. */
export function guestsBeside(own: readonly string[], addresses: readonly string[]): string[] {
  return addresses.filter((address) => !own.includes(address))
}

/** The addresses as a form shows them. */
export function guestsTyped(addresses: readonly string[]): string {
  return addresses.join(', ')
}

function addressesIn(typed: string | readonly string[]): string[] {
  const text = [typed].flat().join(' ').normalize('NFC').slice(0, longestText)
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
}

function isAddress(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success
}

function sayWrong(text: string): string {
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]{1,60}$/u.test(text) ? `“${text}” is` : 'One of these is'
  return `${shown} not an e-mail address. Write them like name@example.com, with commas between.`
}
