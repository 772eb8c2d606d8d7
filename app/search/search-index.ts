/**
 * A search over some fifty pages, small enough to be computed on each request. A page is found by the words in it, and ranks
 * by where they stand: in its title, under another name, among its skills, or somewhere in the text. Words that are on
 * nearly every page weigh little. A word that no page has stands for one that differs in a letter or begins so.
 */
import { isOneLetterOff } from '#app/ops/one-letter-off.ts'
import { isCommon, stemsIn, wordsIn } from './words.ts'

export type SearchedPage = {
  href: string
  title: string
  /** What it is, beside its title: "role". */
  note: string
  /** Other names that people look for it by. */
  also: readonly string[]
  /** Skills, languages, tools. */
  skills: readonly string[]
  /** What is shown when nothing better is found in its text. */
  summary: string
  /** The sentences and lines that it is made of. */
  text: readonly string[]
}

const fields = ['title', 'also', 'skills', 'summary', 'text'] as const
const weights = { title: 10, also: 8, skills: 4, summary: 3, text: 1 } as const

type Indexed = {
  page: SearchedPage
  counts: Record<(typeof fields)[number], Map<string, number>>
  /** What can be shown of it, with the stems that each line has. */
  lines: { line: string; stems: ReadonlySet<string> }[]
}
export type SearchIndex = { pages: Indexed[]; pagesWith: Map<string, number> }

/** A part of a snippet; `isHit` is what was looked for. */
export type Piece = { words: string; isHit: boolean }
export type Hit = { page: SearchedPage; snippet: Piece[] }
export type Found = {
  hits: Hit[]
  /** The words as they were understood, when no page has those that were typed. */
  instead: string | null
}

export function indexPages(pages: readonly SearchedPage[]): SearchIndex {
  const indexed = pages.map((page) => ({
    page,
    counts: countsOf(page),
    lines: [page.summary, ...page.text, ...page.skills].map((line) => ({
      line,
      stems: new Set(stemsIn(line)),
    })),
  }))
  const pagesWith = new Map<string, number>()
  for (const { counts } of indexed) {
    const stems = new Set(fields.flatMap((field) => [...counts[field].keys()]))
    for (const stem of stems) pagesWith.set(stem, (pagesWith.get(stem) ?? 0) + 1)
  }
  return { pages: indexed, pagesWith }
}

/** The pages that answer, best first: those with the most of the words before those with fewer. */
export function searchPages(index: SearchIndex, asked: string, { atMost = 12 } = {}): Found {
  const terms = termsOf(asked, index)
  const ranked = index.pages
    .map((indexed) => ({ indexed, ...scoreOf(indexed, terms, index) }))
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => b.matched - a.matched || b.score - a.score)
  const most = ranked[0]?.matched ?? 0
  // Of three words and more, one may be missing.
  const enough = most > 2 ? most - 1 : most
  const stems = new Set(terms.flatMap((term) => [...term.stems]))

  return {
    hits: ranked
      .filter(({ matched }) => matched >= enough)
      .slice(0, atMost)
      .map(({ indexed }) => ({ page: indexed.page, snippet: snippetOf(indexed, stems) })),
    instead: terms.some(({ isGuess }) => isGuess) ? terms.map(({ shown }) => shown).join(' ') : null,
  }
}

type Term = { stems: Set<string>; shown: string; isGuess: boolean }

/** Two words that pages write as one, such as `back end`, are one. */
function termsOf(asked: string, index: SearchIndex): Term[] {
  const words = wordsIn(asked).map(({ from, until, stems }) => ({ typed: asked.slice(from, until), stems }))
  const telling = words.filter(({ stems }) => !stems.every(isCommon))
  const looked = telling.length > 0 ? telling : words
  const terms: Term[] = []
  for (let at = 0; at < looked.length; at++) {
    const [word, next] = [looked[at], looked[at + 1]]
    const joined = word && next ? `${word.stems.at(-1)}${next.stems[0]}` : ''
    if (index.pagesWith.has(joined)) at++
    const stems = index.pagesWith.has(joined) ? [joined] : (word?.stems.slice(-1) ?? [])
    terms.push(termOf(stems[0] ?? '', word?.typed ?? '', index))
  }
  return terms
}

function termOf(stem: string, typed: string, { pagesWith }: SearchIndex): Term {
  if (pagesWith.has(stem)) return { stems: new Set([stem]), shown: typed, isGuess: false }
  const known = [...pagesWith.keys()]
  const begun = stem.length > 2 ? known.filter((word) => word.startsWith(stem)) : []
  if (begun.length > 0) return { stems: new Set(begun), shown: typed, isGuess: false }
  const near = stem.length > 3 ? known.filter((word) => isOneLetterOff(word, stem)) : []
  const commonest = near.sort((a, b) => (pagesWith.get(b) ?? 0) - (pagesWith.get(a) ?? 0))[0]
  return commonest
    ? { stems: new Set([commonest]), shown: commonest, isGuess: true }
    : { stems: new Set(), shown: typed, isGuess: false }
}

function scoreOf({ counts }: Indexed, terms: readonly Term[], { pages, pagesWith }: SearchIndex) {
  let [score, matched] = [0, 0]
  for (const { stems } of terms) {
    const worth = [...stems].map((stem) => {
      const rarity = Math.log(1 + pages.length / (pagesWith.get(stem) ?? pages.length))
      return rarity * fieldsWorth(counts, stem)
    })
    const best = Math.max(0, ...worth)
    score += best
    matched += best > 0 ? 1 : 0
  }
  return { score, matched }
}

/** A second and a third mention say more, a tenth does not. A short title that is all hit weighs more than a long one. */
function fieldsWorth(counts: Indexed['counts'], stem: string): number {
  return fields.reduce((sum, field) => {
    const count = counts[field].get(stem) ?? 0
    const share = field === 'title' && count > 0 ? 1 / Math.sqrt(counts.title.size) : 0
    return sum + weights[field] * (Math.min(count, 3) ** 0.5 + share)
  }, 0)
}

function countsOf(page: SearchedPage): Indexed['counts'] {
  return {
    title: countStems([page.title]),
    also: countStems(page.also),
    skills: countStems(page.skills),
    summary: countStems([page.summary]),
    text: countStems(page.text),
  }
}

function countStems(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stem of texts.flatMap(stemsIn)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** The line that has the most of what was looked for, the earliest of several, with just that marked. */
function snippetOf({ page, lines }: Indexed, looked: ReadonlySet<string>): Piece[] {
  let best = { line: page.summary, hits: 0 }
  for (const { line, stems } of lines) {
    const hits = [...looked].filter((stem) => stems.has(stem)).length
    if (hits > best.hits) best = { line, hits }
  }
  return piecesOf(best.line, looked)
}

export function piecesOf(line: string, stems: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const word of wordsIn(line)) {
    if (!word.stems.some((stem) => stems.has(stem))) continue
    pieces.push({ words: line.slice(at, word.from), isHit: false })
    pieces.push({ words: line.slice(word.from, word.until), isHit: true })
    at = word.until
  }
  return [...pieces, { words: line.slice(at), isHit: false }].filter(({ words }) => words !== '')
}
