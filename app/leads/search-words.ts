/** What is typed into a search box, as far as it can be looked for. */
import { z } from 'zod'
import { normalised } from './search-text.ts'

const mostCharacters = 100

export const searchedWords = z
  .string()
  .transform((text) =>
    [...text.normalize('NFC').replace(/\p{C}/gu, ' ').trim()].slice(0, mostCharacters).join(''),
  )
  .catch('')

/** `L-1042` in any case of letters names one lead: its number, else null. */
export function refIn(q: string): number | null {
  const ref = /^l-?(\d{1,9})$/i.exec(q)?.[1]
  return ref ? Number(ref) : null
}

/** A whole e-mail address, in lower case, else null. */
export function emailIn(q: string): string | null {
  const address = z.email().safeParse(q.toLowerCase())
  return address.success ? address.data : null
}

/** The words to look for: normalised, each one on its own, in any order. */
export function wordsIn(q: string): string[] {
  return normalised(q).split(/\s+/).filter(Boolean)
}

/** LIKE's own signs are looked for like any other. */
export function literally(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
