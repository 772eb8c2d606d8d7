/** Which pages somebody may have meant who asked for an address that is none. */
import { isOneLetterOff } from '#app/ops/one-letter-off.ts'
import { hasToken } from '#app/ops/token-paths.ts'
import { stemsIn } from './words.ts'

export type NearPage = { href: string; title: string; also?: readonly string[] | undefined }

/** Less than half of the address understood is a guess that nobody wants. */
const leastAlike = 0.5

/** At most `most` pages, the likeliest first: `/hire/react-devloper` is near the frontend developer. */
export function nearestPages(path: string, pages: readonly NearPage[], most = 3): NearPage[] {
  const asked = wordsOfPath(path)
  const words = [...new Set(stemsIn(asked))]
  if (words.length === 0) return []
  return pages
    .map((page) => ({ page, alike: alikeness(words, page) }))
    .filter(({ alike }) => alike > leastAlike)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ page }) => page)
}

/** `/hire/back-end_dev.html` as words for a search: `back-end dev`. Of an address with a secret in it, none. */
export function wordsOfPath(path: string): string {
  if (hasToken(path)) return ''
  return decoded(path)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .replace(/\b(hire|compare|guides|kit|index|blog|articles|roles)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
}

/** What share of the words a page answers; a title counts in full, another name or skill a little less. */
function alikeness(words: readonly string[], { title, also = [] }: NearPage): number {
  const [titled, named] = [stemsIn(title), also.flatMap(stemsIn)]
  const worth = words.map((word) => Math.max(likeness(word, titled), 0.9 * likeness(word, named)))
  const said = worth.reduce((sum, each) => sum + each, 0) / words.length
  // Of two that answer equally well, the one with less besides.
  return said - 0.001 * titled.length
}

function likeness(word: string, stems: readonly string[]): number {
  if (stems.includes(word)) return 1
  if (word.length > 3 && stems.some((stem) => isOneLetterOff(stem, word))) return 0.8
  return word.length > 2 && stems.some((stem) => stem.startsWith(word)) ? 0.7 : 0
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
