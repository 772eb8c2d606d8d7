/**
 * Words as they are looked for: without accents, capitals and plurals, and with a hyphen that may be there or not. "Back-end
 * developers" is `back`, `end`, `backend` and `developer`.
 */

/** A word of a text: where it stands, and every form under which it is found. */
export type Word = { from: number; until: number; stems: string[] }

const wordPattern = /[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*[+#]*/gu

/** Of no use to tell pages apart. */
const common = new Set(
  'a an and are as at be by can do does for from has have how i in is it its me my need of on or our that the their them they this to we what when which who whom with you your'.split(
    ' ',
  ),
)

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    from: index,
    until: index + word.length,
    stems: stemsOf(word),
  }))
}

/** The stems of a text one after the other, words that say nothing left out. */
export function stemsIn(text: string): string[] {
  return wordsIn(text)
    .flatMap(({ stems }) => stems)
    .filter((stem) => !common.has(stem))
}

export function isCommon(stem: string): boolean {
  return common.has(stem)
}

/** A word's own stem, and of a compound its parts and the whole without hyphens. */
export function stemsOf(word: string): string[] {
  const parts = fold(word).split(/[-.]/).filter(Boolean).map(stem)
  return parts.length > 1 ? [...new Set([...parts, stem(fold(word).replace(/[-.]/g, ''))])] : parts
}

/** `developers` is `developer`, `companies` is `company`; `css` and `analysis` stay as they are. */
function stem(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2)
  return word.replace(/s$/, '')
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
}
