/**
 * Text that people type, for every form. It is trimmed and brought to one Unicode form (NFC); control characters, lone
 * surrogates and marks that turn the direction of writing are refused with a message, because what is stored is to be
 * exactly what staff later see.
 */
import { z } from 'zod'

const unprintable = /(?![\t\n\r])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const notPlain = 'This contains characters that cannot be shown. Type it again instead of pasting it.'

/** One line of at most `max` characters; `''` when left empty. */
export function line(max: number) {
  return z
    .string()
    .optional()
    .transform((text) => visible((text ?? '').normalize('NFC')))
    .refine((text) => isPlain(text) && !/[\r\n\t]/.test(text), notPlain)
    .refine((text) => lengthOf(text) <= max, `Use ${max} characters or fewer.`)
}

/** Several lines of at most `max` characters in all; `''` when left empty. */
export function paragraph(max: number) {
  return z
    .string()
    .optional()
    .transform((text) => visible((text ?? '').replace(/\r\n?/g, '\n').normalize('NFC')))
    .refine(isPlain, notPlain)
    .refine((text) => lengthOf(text) <= max, `Use ${max} characters or fewer.`)
}

/** One line that must not be empty; `message` says what to write. */
export function requiredLine(max: number, message: string) {
  return line(max).refine((text) => text !== '', message)
}

/** A person's name: no web address in it, so that letters which greet by name cannot carry one. */
export function personName(whose: 'your' | 'their' = 'your') {
  return requiredLine(80, `Enter ${whose} name.`).refine(
    (text) => !/https?:|www\.|[/\\<>@]/i.test(text),
    'Enter a name without links or the signs / \\ < > @.',
  )
}

/** An e-mail address, in lower case. */
export function emailAddress(whose: 'your' | 'their' = 'your') {
  return requiredLine(254, `Enter ${whose} e-mail address.`)
    .transform((text) => text.toLowerCase())
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      'Enter an e-mail address like name@example.com.',
    )
}

/** A telephone number in any way of writing it. */
export function phoneNumber() {
  return line(40).refine(
    (text) => text === '' || (/^[+\d][\d\s().\-/x]*$/i.test(text) && text.replace(/\D/g, '').length >= 5),
    'Enter a telephone number like +44 20 7946 0000.',
  )
}

/** Without space around it; `''` when there is nothing to see in it. */
function visible(text: string): string {
  return /[^\s\p{Cf}]/u.test(text) ? text.trim() : ''
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !unprintable.test(text)
}

function lengthOf(text: string): number {
  return [...text].length
}
