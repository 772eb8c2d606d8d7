/** How many people and how experienced, in the words around a role. */
import { numberWords, numberIn } from './numbers.ts'

type Around = { before: string; after: string; name?: string } | { anywhere: string }

/** `2` of "two senior (backend developer)", "(backend developer) x2" or, anywhere, "How many: 2". */
export function countIn(around: Around): string | null {
  if ('anywhere' in around) return codeOfCount(countAnywhere(around.anywhere))
  const clause = around.before.split(/[.;:!?\n•]|, (?=\d|one|two|three)/).at(-1) ?? ''
  const between = `(?:(?!month|week|year|hour|day|and\\b|people)[\\w.+#/()&,-]+[ ]+){0,4}`
  const before = new RegExp(`(?:^|[\\s(+-])(${numberWords})\\s*[x×]?\\s+(?:of\\s+)?${between}$`).exec(
    `${clause}`,
  )
  const after = /^\s*[x×]\s*(\d{1,2})\b|^\s*\((\d{1,2})\)|^,?\s*(\d{1,2})\s*(?:person|people|,)/.exec(
    around.after,
  )
  const article = /\b(an?|one|someone|somebody)\s+(?:[\w.+#/-]+\s+){0,3}$/.exec(clause)
  return codeOfCount(numberIn(before?.[1]) ?? numberIn(after?.slice(1).find(Boolean)) ?? (article ? 1 : null))
}

function countAnywhere(text: string): number | null {
  const people = `(?:people|persons?|developer|engineer|of them|heads|profiles|contractors)`
  const told =
    new RegExp(`\\bhow many:?\\s*(${numberWords})\\b`).exec(text) ??
    new RegExp(`\\b(${numberWords})\\s+${people}\\b`).exec(text)
  return numberIn(told?.[1]) ?? (/\b(someone|somebody|a person)\b/.test(text) ? 1 : null)
}

function codeOfCount(count: number | null): string | null {
  if (count === null || count < 1) return null
  if (count <= 5) return String(count)
  return count <= 10 ? '6-10' : '10+'
}

const levels: readonly [code: string, pattern: RegExp][] = [
  ['junior', /\b(juniors?|entry[- ]level|graduates?)\b/],
  ['mid', /\b(mid|middle|intermediate)([- ]level)?\b|\b[234](\s?-\s?[345])?\+?\s*years? of experience/],
  ['senior', /\b(seniors?|experienced|expert)\b|\b(at least )?[567]\+?\s*years/],
  ['lead', /\b(lead|principal|staff)\b(?! included)|\b([89]|1\d)\+?\s*years/],
]

/** Beside the role, else anywhere; null where two levels are named for the same people. */
export function seniorityIn(around: Around): string | null {
  if ('anywhere' in around) {
    if (/\bmix(ed)?\b.{0,20}\b(seniority|levels|experience)|\bmixed seniority/.test(around.anywhere))
      return 'mixed'
    return onlyLevelIn(around.anywhere.replace(/\bteam lead\b/g, ''))
  }
  const before = around.before.split(/[.;:!?\n•+]|, | and /).at(-1) ?? ''
  const after = /^\s*\(([^)]*)\)|^\s*[,-]\s*([^,.;\n]{0,20})/.exec(around.after)?.slice(1).find(Boolean) ?? ''
  return (
    onlyLevelIn(`${before.slice(-40)} ${around.name ?? ''}`) ?? onlyLevelIn(after.replace(/team lead/g, ''))
  )
}

function onlyLevelIn(text: string): string | null {
  const found = levels.filter(([, pattern]) => pattern.test(text)).map(([code]) => code)
  return found.length === 1 ? (found[0] ?? null) : null
}
